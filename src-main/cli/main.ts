import { parseArgs } from 'node:util';
import { REPORT_USAGE, reportCommand } from './report-command';
import { type CommandResult, testCommand } from './test-command';
import { verifyCommand } from './verify-command';

const USAGE = `usage: npm run -s gatehouse -- test [--json] FILE...
       npm run -s gatehouse -- verify [--key FINGERPRINT] [--json] PACK
       npm run -s gatehouse -- report KIND ... (see report --help)
  test    run scenario files through the policy engine
  verify  say whether an evidence pack, or the folder it was unpacked into, is as it was signed
  --key   the fingerprint that it must be signed with, as the Settings of the other installation show it
  --json  print one JSON object
`;

/** Waits until standard output has taken the bytes: whoever reads it may be slow. */
const write = (bytes: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

async function run(): Promise<CommandResult> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'report') {
    if (rest.includes('--help') || rest.includes('-h'))
      return { status: 0, stdout: REPORT_USAGE, stderr: '' };
    const say = (line: string) => process.stderr.write(line);
    return reportCommand(rest, { env: process.env, say, write });
  }
  let parsed: { values: { json?: boolean; help?: boolean; key?: string }; positionals: string[] };
  try {
    const options = {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      key: { type: 'string' },
    } as const;
    parsed = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 2, stdout: '', stderr: `gatehouse: ${message}\n${USAGE}` };
  }
  const [command, ...files] = parsed.positionals;
  if (parsed.values.help === true) return { status: 0, stdout: USAGE, stderr: '' };
  const [pack, ...others] = files;
  if (command === 'verify' && pack !== undefined && others.length === 0) {
    return verifyCommand(pack, parsed.values.key ?? null, parsed.values.json === true);
  }
  if (command !== 'test' || files.length === 0) return { status: 2, stdout: '', stderr: USAGE };
  return testCommand(files, parsed.values.json === true);
}

// Whoever reads may have had enough (`| head`). That is no mistake of ours to show a stack for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(1);
});

const { status, stdout, stderr } = await run();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
