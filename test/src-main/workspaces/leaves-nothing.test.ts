import { appendFile, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSnapshot } from '../../../src-main/cache/open-snapshot';
import { sealSnapshot } from '../../../src-main/cache/seal-snapshot';
import { assembleSnapshot } from '../../../src-main/snapshot/assemble';
import { findLeaks } from '../../fixtures/leak-search';
import { buildSnapshot, member } from '../../fixtures/snapshot';
import { createMachine, type Machine } from '../vault/machine';
import { newWorkspace, runWithWorkspaces } from './run-with-workspaces';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const people = Array.from({ length: 20 }, (_, number) => ({
  name: `Canary Björk ${number} Lindqvist`,
  email: `canary.${number}@aviary.example`,
}));
const statement = 'Token of the canary keeper, kept in the aviary';

/** Everything that must not lie readable anywhere. */
const needles = [
  ...people.flatMap(({ name, email }) => [name, email]),
  ...[newWorkspace(1), newWorkspace(2), newWorkspace(3)].flatMap(({ id, slug, name, email, token }) => [
    id,
    slug,
    name,
    email,
    token,
  ]),
  'sgp_replaced_secret_token',
  statement,
  'correct horse battery',
];

const snapshot = () =>
  assembleSnapshot(buildSnapshot({ members: people.map((one, at) => member(`m${at}`, one)) }));

/** Does with a run all that an admin can do, and writes the chunks as the window would. */
async function use(protection: 'keyring' | 'passphrase') {
  const run = await runWithWorkspaces(machine);
  await run.registry.add(newWorkspace(1));
  await run.vault.choose(
    protection === 'keyring' ? { protection } : { protection, passphrase: 'correct horse battery' },
  );
  const second = await run.registry.add(newWorkspace(2));
  await run.registry.add(newWorkspace(3));
  await run.registry.replaceToken(second.key, 'sgp_replaced_secret_token');
  await run.attestations.set(second.key, { subject: 'tokens', value: statement });
  await run.attestations.set(second.key, { subject: 'plan', value: 'business' });
  const sealed = await sealSnapshot(run.vault, second.key, await snapshot());
  return { ...run, second, sealed };
}

describe('the folder of a vault', () => {
  it.each(['keyring', 'passphrase'] as const)(
    'with %s shows no email, name, token or passphrase',
    async (protection) => {
      const { sealed, vault } = await use(protection);
      for (const [index, chunk] of sealed.chunks.entries())
        await writeFile(join(machine.dir, `chunk-${index}`), chunk);
      expect(await machine.names()).toContain('workspaces.sealed');
      expect(await findLeaks(machine.dir, needles)).toEqual([]);
      vault.lock();
      await vault.unlock('wrong passphrase').catch(() => undefined);
      expect(await findLeaks(machine.dir, needles)).toEqual([]);

      // The same search finds what lies there in clear.
      await appendFile(join(machine.dir, 'workspaces.sealed'), newWorkspace(3).token);
      expect((await findLeaks(machine.dir, needles)).map(({ needle }) => needle)).toEqual([
        newWorkspace(3).token,
      ]);
    },
  );

  it('shows nothing while a write is cut off by the end of the process either', async () => {
    const { registry } = await use('keyring');
    for (let changes = 0; changes < 4; changes += 1) {
      machine.files.dieAfter(changes);
      await registry.add(newWorkspace(4 + changes)).catch(() => undefined);
      machine.files.heal();
    }
    expect((await machine.names()).some((name) => name.endsWith('.tmp'))).toBe(true);
    expect(await findLeaks(machine.dir, needles)).toEqual([]);
  });
});

describe('a removed workspace', () => {
  it('leaves no file, no key and nothing that opens', async () => {
    const { registry, vault, second, sealed } = await use('keyring');
    const stated = `attestations-${second.key}.sealed`;
    const elsewhere = await mkdtemp(join(tmpdir(), 'backup-'));
    await copyFile(join(machine.dir, stated), join(elsewhere, stated));
    expect((await openSnapshot(vault, sealed)).kind).toBe('opened');

    await registry.remove(second.key);
    expect(() => registry.tokenOf(second.key)).toThrow('not connected');
    expect(await findLeaks(machine.dir, [second.key])).toEqual([]);
    expect((await openSnapshot(vault, sealed)).kind).toBe('notConnected');

    const next = await runWithWorkspaces(machine);
    expect(next.registry.list()).toHaveLength(2);
    expect((await openSnapshot(next.vault, sealed)).kind).toBe('notConnected');
    const place = { purpose: 'attestations', workspace: second.key, id: 'all' } as const;
    const copy = await readFile(join(elsewhere, stated));
    expect(() => next.vault.open(place, copy)).toThrow('not connected');
    await rm(elsewhere, { recursive: true });
  });

  it('does not come back with what was stated about it when it is connected again', async () => {
    const { registry, attestations, second } = await use('keyring');
    await registry.remove(second.key);
    const again = await registry.add(newWorkspace(2));
    expect(again.key).not.toBe(second.key);
    expect(attestations.list(again.key)).toEqual([]);
  });

  it('whose file cannot be deleted is removed all the same; the file goes at the next start', async () => {
    const { registry, told, second } = await use('keyring');
    const stated = `attestations-${second.key}.sealed`;
    machine.files.failWith('EACCES', ({ step, path }) => step === 'remove' && path.endsWith(stated));
    await registry.remove(second.key);
    expect(told).toEqual([expect.stringMatching(/workspace is removed.*nobody can read it any more/)]);
    expect(registry.list()).toHaveLength(2);
    expect(await machine.names()).toContain(stated);
    machine.files.heal();
    await runWithWorkspaces(machine);
    expect(await machine.names()).not.toContain(stated);
  });

  it('is removed or not, whenever the process dies', async () => {
    const outcomes = new Set<number>();
    for (let changes = 0; changes < 6; changes += 1) {
      const { registry, vault, second } = await use('keyring');
      const stated = `attestations-${second.key}.sealed`;
      machine.files.dieAfter(changes);
      await registry.remove(second.key).catch(() => undefined);
      machine.files.heal();
      const next = await runWithWorkspaces(machine);
      const left = next.registry.list().length;
      outcomes.add(left);
      expect((await machine.names()).includes(stated)).toBe(left === 3);
      if (left === 3) expect(next.attestations.list(second.key)).toHaveLength(2);
      expect(next.told).toEqual([]);
      await next.vault.reset();
      vault.lock();
    }
    expect([...outcomes].sort()).toEqual([2, 3]);
  });
});
