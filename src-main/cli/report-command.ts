import { parseArgs } from 'node:util';
import { type ResourceType, resourceTypeSchema } from '@contract/snapshot';
import { version } from '../../package.json';
import { findAll } from '../findings/find';
import { lazy } from '../lists/lazy';
import { readFacts } from '../lists/relations/facts';
import { compile } from '../policy/policy';
import { makeReport } from '../reports/make-report';
import { type ReportKind, reportKinds } from '../reports/report';
import { type ReportScope, WHOLE } from '../reports/scope';
import type { ReportSource } from '../reports/source';
import { isTooLarge, type ReportFormat, type ReportStream, streamReport } from '../reports/write-report';
import { failureOf } from '../segment/segment-error';
import { writeAtomically } from '../storage/atomic-file';
import { Failed } from '../storage/failed';
import { readWorkspace } from './read-workspace';
import type { CommandResult } from './test-command';

export const REPORT_USAGE = `usage: npm run -s gatehouse -- report KIND --url URL --token-env NAME --format FORMAT --out FILE|-
  KIND         ${reportKinds.join(' | ')}
  --url        the address of the Public API: https://api.segmentapis.com, https://eu1.api.segmentapis.com, or one of your own
  --token-env  the environment variable that holds the token; a token is never taken from the command line
  --format     json | csv | xlsx
  --out        the file to write, or - for standard output; a CSV comes with a second file that says what it is about
  --email      who exports, for the report
  --type       only resources of this kind (several times for several): ${resourceTypeSchema.options.join(', ')}
  --member     only this member, by id or address (several times for several)
  --all        rows without access, too
exit status: 0 written; 1 the workspace could not be read or the report not be written; 2 wrong use.
What cannot be known does not change the status: it is in the report, and counted on standard error.
`;

/** What a command is given by the process that runs it. */
export interface Outside {
  readonly env: NodeJS.ProcessEnv;
  /** Takes the progress, for the person who waits. */
  readonly say: (line: string) => void;
  /** Takes the report where it goes to standard output; resolves when it may have more. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

interface Asked {
  readonly kind: ReportKind;
  readonly url: string;
  readonly token: string;
  readonly format: ReportFormat;
  readonly out: string;
  readonly email: string | null;
  readonly types: readonly ResourceType[];
  readonly members: readonly string[];
  readonly all: boolean;
}

/** What is asked for, or what is wrong with it. */
function read(args: readonly string[], env: NodeJS.ProcessEnv): Asked | string {
  const options = {
    url: { type: 'string' },
    'token-env': { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    email: { type: 'string' },
    type: { type: 'string', multiple: true },
    member: { type: 'string', multiple: true },
    all: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const kind = reportKinds.find((each) => each === positionals[0]);
  if (kind === undefined || positionals.length > 1) return `say which report: ${reportKinds.join(', ')}`;
  const format = (['json', 'csv', 'xlsx'] as const).find((each) => each === values.format);
  if (format === undefined) return 'say the format: --format json, csv or xlsx';
  const { url, out } = values;
  const name = values['token-env'];
  if (url === undefined) return 'say where the Public API is: --url';
  if (out === undefined) return 'say where to write: --out FILE, or --out -';
  if (name === undefined) return 'name the environment variable that holds the token: --token-env';
  const token = env[name]?.trim();
  if (token === undefined || token === '') return `the environment variable ${name} is not set`;
  const types: ResourceType[] = [];
  for (const each of values.type ?? []) {
    const type = resourceTypeSchema.safeParse(each.toUpperCase());
    if (!type.success) return `there is no kind of resource ${each}`;
    types.push(type.data);
  }
  const { email = null, member = [], all = false } = values;
  return { kind, url, token, format, out, email, types, members: member, all };
}

/** The scope asked for. @throws Failed `notFound` for a member who is not there */
function scopeOf({ types, members, all }: Asked, { policy }: ReportSource): ReportScope {
  const ids = members.map((asked) => {
    const found = policy.snapshot.members.find(
      ({ id, email }) => id === asked || email.toLowerCase() === asked.trim().toLowerCase(),
    );
    if (found === undefined) throw new Failed('notFound', `There is no member ${asked} in this workspace.`);
    return found.id;
  });
  return {
    ...WHOLE,
    memberIds: ids.length === 0 ? null : ids,
    types,
    all,
    words: {
      ...(types.length === 0 ? {} : { kinds: types.join(', ') }),
      ...(members.length === 0 ? {} : { members: members.join(', ') }),
      ...(all ? { rows: 'also those without access' } : {}),
    },
  };
}

const besides = (path: string) => `${path.replace(/\.csv$/i, '')}.about.csv`;

/** Writes the files; what each CSV is about first, so that none is ever without it. The words for standard error. */
async function put(out: string, files: readonly ReportStream[], { write }: Outside): Promise<string> {
  const [main, about] = files;
  if (main === undefined) throw new Error('a report without a file');
  if (out !== '-') {
    if (about !== undefined) await writeAtomically(besides(out), about.bytes);
    await writeAtomically(out, main.bytes);
    return about === undefined ? `written: ${out}\n` : `written: ${out} and ${besides(out)}\n`;
  }
  for await (const chunk of main.bytes) await write(chunk);
  const words: Uint8Array[] = [];
  for await (const chunk of about?.bytes ?? []) words.push(chunk);
  return Buffer.concat(words).toString('utf8');
}

function wordsOf(error: unknown): string {
  if (error instanceof Failed) return error.failure.message;
  if (isTooLarge(error)) return error.message;
  return failureOf(error).message;
}

/** `gatehouse report …`: reads a workspace without a window and writes a report. */
export async function reportCommand(args: readonly string[], outside: Outside): Promise<CommandResult> {
  const { env, say } = outside;
  let asked: Asked | string;
  try {
    asked = read(args, env);
  } catch (error) {
    asked = error instanceof Error ? error.message : String(error);
  }
  if (typeof asked === 'string')
    return { status: 2, stdout: '', stderr: `gatehouse: ${asked}\n${REPORT_USAGE}` };
  const { kind, url, token, format, out, email } = asked;
  try {
    let told = '';
    const snapshot = await readWorkspace(url, token, ({ collection }) => {
      if (collection !== told && collection !== '') say(`reading ${collection}\n`);
      told = collection;
    });
    const policy = compile(snapshot);
    const facts = readFacts(snapshot);
    const source: ReportSource = {
      policy,
      facts,
      findings: lazy(() => findAll(policy, facts)),
      attestations: [],
    };
    const scope = scopeOf(asked, source);
    const stamp = { exportedAt: new Date().toISOString(), exportedBy: email, appVersion: version };
    const report = makeReport(kind, source, scope, stamp);
    const stderr = await put(out, streamReport(report, source, scope, format), outside);
    const unknown = snapshot.unknowns.length;
    const note = unknown === 0 ? '' : `${unknown} things could not be known; the report lists them.\n`;
    return { status: 0, stdout: '', stderr: `${note}${stderr}` };
  } catch (error) {
    // What went wrong is put in words of our own: the token is in none of them.
    return { status: 1, stdout: '', stderr: `gatehouse: ${wordsOf(error)}\n` };
  }
}
