import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCommand } from '../../../src-main/cli/test-command';

const house = resolve(import.meta.dirname, '../../scenarios/house.json');
const workspace = { plan: 'team', labels: [], resources: [], members: [], groups: [] };
let folder = '';
let failing = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-scenarios-'));
  failing = join(folder, 'failing.json');
  const steps = [{ op: 'isMember', member: 'x', value: true }];
  await writeFile(
    failing,
    JSON.stringify({ version: 1, vectors: [{ id: 'F', title: 'no one', workspace, steps }] }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('gatehouse test', () => {
  it('prints a line for each scenario and the sum', async () => {
    const { status, stdout, stderr } = await testCommand([house], false);
    expect(stdout.split('\n').filter((line) => line.startsWith('ok G'))).toHaveLength(4);
    expect(stdout).toMatch(/\n4 passed, 0 failed, 0 ambiguous\n$/);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('ends with 1 after a failure, and sums over files', async () => {
    const { status, stdout } = await testCommand([house, failing], false);
    expect(stdout).toMatch(
      /\nnot ok F no one: isMember x expected true got false\n4 passed, 1 failed, 0 ambiguous\n$/,
    );
    expect(status).toBe(1);
  });

  it('speaks JSON', async () => {
    const { stdout } = await testCommand([failing], true);
    expect(JSON.parse(stdout)).toMatchObject({
      passed: 0,
      failed: 1,
      vectors: [{ id: 'F', result: 'failed' }],
    });
  });

  it('ends with 2 and the place in the file when it is malformed or missing', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, JSON.stringify({ version: 1, vectors: [{ id: 'B' }] }));
    const { status, stderr, stdout } = await testCommand([house, broken], false);
    expect(stderr).toContain(`${broken}: vectors[0].title: `);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect((await testCommand([join(folder, 'none.json')], false)).status).toBe(2);
  });
});
