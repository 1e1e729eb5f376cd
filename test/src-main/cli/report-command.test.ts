import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkspace } from '../../../src-main/cli/read-workspace';
import { reportCommand } from '../../../src-main/cli/report-command';
import { compile } from '../../../src-main/policy/policy';
import { accessJsonSchema } from '../../../src-main/reports/writers/json';
import { type Sandbox, startSandbox } from '../../../src-main/sandbox/server';

let sandbox: Sandbox;
let folder: string;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-report-'));
  token = sandbox.workspaces.find(({ slug }) => slug.startsWith('maplecrest'))?.ownerToken ?? '';
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function run(args: readonly string[], env: NodeJS.ProcessEnv = { SEGMENT_TOKEN: token }) {
  const said: string[] = [];
  const written: Uint8Array[] = [];
  const result = await reportCommand(args, {
    env,
    say: (line) => said.push(line),
    write: async (bytes) => {
      written.push(bytes);
    },
  });
  const stdout = Buffer.concat(written).toString('utf8') + result.stdout;
  return { ...result, stdout, said: said.join('') };
}
const common = (format: string, out: string) => [
  '--url',
  sandbox.url,
  '--token-env',
  'SEGMENT_TOKEN',
  '--format',
  format,
  '--out',
  out,
];

describe('gatehouse report', () => {
  it('writes the access of a workspace, equal to the engine’s answers', async () => {
    const { status, stdout, stderr } = await run([
      'access',
      ...common('json', '-'),
      '--email',
      'ada@example.com',
    ]);
    expect(status).toBe(0);
    const report = accessJsonSchema.parse(JSON.parse(stdout));
    const policy = compile(await readWorkspace(sandbox.url, token, () => undefined));
    expect(report.fingerprint).toBe(policy.snapshot.fingerprint);
    expect(report.exportedBy).toBe('ada@example.com');
    let reached = 0;
    for (const { id } of policy.snapshot.members) {
      const { allowed, unknown } = policy.whatCanReach(id);
      reached += allowed.length + unknown.length;
    }
    expect(report.rows).toHaveLength(reached);
    for (const { member, resource, level } of report.rows) {
      const type = policy.snapshot.resources.find(
        (each) => each.type === resource.type && each.id === resource.id,
      )?.type;
      if (type === undefined) throw new Error('a row about nothing');
      const { atLeast, atMost } = policy.level(member.id, { type, id: resource.id });
      expect(level).toBe(atLeast === 'none' && atMost !== 'none' ? 'unknown' : atLeast);
    }
    expect(report.counts.fetched.find(({ collection }) => collection === 'members')?.entries).toBe(
      report.counts.members,
    );
    expect(report.unknowns).toHaveLength(policy.snapshot.unknowns.length);
    expect(stderr).toContain('could not be known');
  });

  it('writes CSV with what it is about beside it, and XLSX; nothing temporary stays', async () => {
    const csv = await run(['users', ...common('csv', join(folder, 'users.csv'))]);
    expect(csv.status).toBe(0);
    const rows: string[][] = parse(await readFile(join(folder, 'users.csv')));
    expect(rows[0]).toEqual(['Name', 'Email', 'Status', 'Roles', 'User groups']);
    expect(await readFile(join(folder, 'users.about.csv'), 'utf8')).toContain('Maplecrest');
    expect((await run(['people', ...common('xlsx', join(folder, 'people.xlsx'))])).status).toBe(0);
    expect(read(await readFile(join(folder, 'people.xlsx'))).SheetNames).toEqual(['About', 'People']);
    expect((await readdir(folder)).sort()).toEqual(['people.xlsx', 'users.about.csv', 'users.csv']);
  });

  it('narrows to kinds and members, and says so; --all adds the rows without access', async () => {
    const one = await run(['access', ...common('json', '-'), '--type', 'source', '--all']);
    const all = accessJsonSchema.parse(JSON.parse(one.stdout));
    expect(all.rows).toHaveLength(all.counts.members * all.counts.shownResources);
    expect(new Set(all.rows.map(({ resource }) => resource.type))).toEqual(new Set(['SOURCE']));
    expect(all.filters).toMatchObject({ kinds: 'SOURCE' });
    const email = all.rows[0]?.member.email ?? '';
    const narrowed = accessJsonSchema.parse(
      JSON.parse((await run(['access', ...common('json', '-'), '--member', email.toUpperCase()])).stdout),
    );
    expect(new Set(narrowed.rows.map(({ member }) => member.email))).toEqual(new Set([email]));
    expect(await run(['access', ...common('json', '-'), '--member', 'nobody'])).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  it('says what is wrong with the way it is used', async () => {
    for (const args of [
      [],
      ['nothing', ...common('json', '-')],
      ['access'],
      ['access', ...common('docx', '-')],
      ['access', ...common('json', '-'), '--type', 'dinosaur'],
      ['access', ...common('json', '-'), '--token', token],
    ]) {
      const { status, stdout, stderr } = await run(args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('usage:');
      expect(stderr).not.toContain(token);
    }
    expect((await run(['access', ...common('json', '-')], {})).stderr).toContain('SEGMENT_TOKEN is not set');
  });

  it('says what went wrong with the workspace, and never the token', async () => {
    const secret = 'sgp_this_is_not_a_token';
    const refused = await run(['access', ...common('json', '-')], { SEGMENT_TOKEN: secret });
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('refused');
    expect(refused.stderr + refused.said).not.toContain(secret);
    const nowhere = await run([
      'access',
      '--url',
      'http://127.0.0.1:9',
      '--token-env',
      'SEGMENT_TOKEN',
      '--format',
      'json',
      '--out',
      '-',
    ]);
    expect(nowhere.status).toBe(1);
    expect(nowhere.stderr).not.toContain(token);
    const plain = await run([
      'access',
      '--url',
      'http://example.com',
      '--token-env',
      'SEGMENT_TOKEN',
      '--format',
      'json',
      '--out',
      '-',
    ]);
    expect(plain).toMatchObject({ status: 1 });
    expect(plain.stderr).toContain('https://');
  }, 60_000);

  it('writes nothing where it may not, and says so', async () => {
    // One that nobody has asked yet: the limit of requests a minute of the other one is used up.
    const fresh = await startSandbox();
    const args = [
      '--token-env',
      'SEGMENT_TOKEN',
      '--format',
      'csv',
      '--out',
      join(folder, 'users.csv', 'in-a-file.csv'),
    ];
    const { status, stderr } = await run(['users', '--url', fresh.url, ...args]);
    await fresh.close();
    expect(status).toBe(1);
    expect(stderr).not.toContain('at ');
  });
});
