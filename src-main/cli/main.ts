import { parseArgs } from 'node:util';
import { type CommandResult, testCommand } from './test-command';

const USAGE = `usage: npm run -s gatehouse -- test [--json] FILE...
  test    run scenario files through the policy engine
  --json  print one JSON object instead of a line for each scenario
`;

async function run(): Promise<CommandResult> {
  let parsed: { values: { json?: boolean; help?: boolean }; positionals: string[] };
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    parsed = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 2, stdout: '', stderr: `gatehouse: ${message}\n${USAGE}` };
  }
  const [command, ...files] = parsed.positionals;
  if (parsed.values.help === true) return { status: 0, stdout: USAGE, stderr: '' };
  if (command !== 'test' || files.length === 0) return { status: 2, stdout: '', stderr: USAGE };
  return testCommand(files, parsed.values.json === true);
}

const { status, stdout, stderr } = await run();
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
