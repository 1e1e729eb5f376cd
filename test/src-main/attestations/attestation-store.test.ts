import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attested, attestationSchema } from '@contract/attestations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine, type Machine } from '../vault/machine';
import { newWorkspace, runWithWorkspaces } from '../workspaces/run-with-workspaces';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const unknownKey = '99999999-9999-4999-8999-999999999999';
const labels = (spaceId: string, ...values: string[]): Attested => ({
  subject: 'spaceLabels',
  spaceId,
  value: values.map((value) => ({ key: 'env', value })),
});

async function withTwo() {
  const run = await runWithWorkspaces(machine);
  await run.vault.choose({ protection: 'keyring' });
  const one = await run.registry.add(newWorkspace(1));
  const two = await run.registry.add(newWorkspace(2));
  return { ...run, one: one.key, two: two.key };
}

describe('what admins state', () => {
  it('is dated, signed with the email of the workspace, and survives a restart', async () => {
    const { attestations, one, two } = await withTwo();
    machine.clock.wall = Date.UTC(2026, 10, 24, 9, 30);
    const stated = await attestations.set(one, { subject: 'plan', value: 'business' });
    expect(stated).toEqual({
      key: one,
      statement: { subject: 'plan', value: 'business' },
      by: newWorkspace(1).email,
      at: '2026-11-24T09:30:00.000Z',
    });
    expect(attestationSchema.parse(stated)).toEqual(stated);
    const next = await runWithWorkspaces(machine);
    expect(next.attestations.list(one)).toEqual([stated]);
    expect(next.attestations.list(two)).toEqual([]);
  });

  it('replaces what was stated of the same before, for spaces each on its own', async () => {
    const { attestations, one } = await withTwo();
    await attestations.set(one, { subject: 'plan', value: 'team' });
    await attestations.set(one, labels('space-1', 'prod'));
    await attestations.set(one, labels('space-2', 'dev'));
    machine.clock.wall += 1000;
    await attestations.set(one, { subject: 'plan', value: 'business' });
    await attestations.set(one, labels('space-1', 'test'));
    expect(attestations.list(one).map(({ statement }) => statement)).toEqual([
      labels('space-2', 'dev'),
      { subject: 'plan', value: 'business' },
      labels('space-1', 'test'),
    ]);
  });

  it('is taken back by its subject, and by its space', async () => {
    const { attestations, one } = await withTwo();
    await attestations.set(one, { subject: 'hipaaEligible', value: true });
    await attestations.set(one, labels('space-1', 'prod'));
    await attestations.set(one, labels('space-2', 'dev'));
    await attestations.clear(one, 'plan', null);
    await attestations.clear(one, 'spaceLabels', 'space-3');
    expect(attestations.list(one)).toHaveLength(3);
    await attestations.clear(one, 'spaceLabels', 'space-1');
    await attestations.clear(one, 'hipaaEligible', null);
    const next = await runWithWorkspaces(machine);
    expect(next.attestations.list(one).map(({ statement }) => statement)).toEqual([labels('space-2', 'dev')]);
    const badInput = { failure: { code: 'badInput' } };
    await expect(attestations.clear(one, 'spaceLabels', null)).rejects.toMatchObject(badInput);
    await expect(attestations.clear(one, 'plan', 'space-2')).rejects.toMatchObject(badInput);
  });

  it('loses nothing when it comes all at once', async () => {
    const { attestations, one } = await withTwo();
    const spaces = Array.from({ length: 25 }, (_, number) => labels(`space-${number}`, 'prod'));
    await Promise.all(spaces.map((statement) => attestations.set(one, statement)));
    const next = await runWithWorkspaces(machine);
    expect(next.attestations.list(one).map(({ statement }) => statement)).toEqual(spaces);
  });

  it('is refused for a workspace that is not connected, and while locked', async () => {
    const { attestations, vault, one } = await withTwo();
    const plan: Attested = { subject: 'plan', value: 'team' };
    expect(() => attestations.list(unknownKey)).toThrow('not connected');
    await expect(attestations.set(unknownKey, plan)).rejects.toMatchObject({ failure: { code: 'notFound' } });
    await expect(attestations.clear(unknownKey, 'plan', null)).rejects.toMatchObject({
      failure: { code: 'notFound' },
    });
    vault.lock();
    expect(() => attestations.list(one)).toThrow('locked');
    await expect(attestations.set(one, plan)).rejects.toMatchObject({ failure: { code: 'locked' } });
  });

  it('has not been stated when the disk refuses', async () => {
    const { attestations, one } = await withTwo();
    machine.files.failWith('ENOSPC', ({ step }) => step === 'write');
    await expect(attestations.set(one, { subject: 'plan', value: 'team' })).rejects.toMatchObject({
      failure: { code: 'disk' },
    });
    expect(attestations.list(one)).toEqual([]);
  });

  it('is set aside when it is damaged, and goes with the workspace', async () => {
    const { attestations, one, two } = await withTwo();
    await attestations.set(one, { subject: 'plan', value: 'team' });
    await attestations.set(two, { subject: 'plan', value: 'free' });
    const path = join(machine.dir, `attestations-${one}.sealed`);
    await writeFile(path, await readFile(join(machine.dir, `attestations-${two}.sealed`)));
    const next = await runWithWorkspaces(machine);
    expect(next.told).toEqual([expect.stringMatching(/damaged and was set aside/)]);
    expect(next.attestations.list(one)).toEqual([]);
    expect(next.attestations.list(two)).toHaveLength(1);
    expect((await machine.names()).filter((name) => name.includes(one))).toHaveLength(1);
    await next.registry.remove(one);
    expect((await machine.names()).filter((name) => name.includes(one))).toEqual([]);
  });
});
