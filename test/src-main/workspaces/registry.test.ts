import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine, type Machine } from '../vault/machine';
import { newWorkspace, runWithWorkspaces } from './run-with-workspaces';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const onDisk = async () => {
  const run = await runWithWorkspaces(machine);
  if (run.vault.state().kind === 'undecided') await run.vault.choose({ protection: 'keyring' });
  return run;
};

const fullDisk = () => machine.files.failWith('ENOSPC', ({ step }) => step === 'write');
const unknownKey = '99999999-9999-4999-8999-999999999999';

describe('the registry', () => {
  it('keeps workspaces over a restart, in order, each with its token', async () => {
    const { registry } = await onDisk();
    const added = [];
    for (const number of [1, 2, 3]) added.push(await registry.add(newWorkspace(number)));
    expect(registry.list()).toEqual(added);
    const next = await onDisk();
    expect(next.registry.list()).toEqual(added);
    for (const [index, { key }] of added.entries()) {
      expect(next.registry.get(key)).toEqual(added[index]);
      expect(next.registry.tokenOf(key)).toBe(newWorkspace(index + 1).token);
    }
  });

  it('shows a token or a data key nowhere but in tokenOf', async () => {
    const { registry } = await onDisk();
    const added = await registry.add(newWorkspace(1));
    const replaced = await registry.replaceToken(added.key, 'another_secret_token');
    const updated = await registry.update(added.key, { name: 'New Name' });
    for (const shown of [added, replaced, updated, registry.get(added.key), ...registry.list()]) {
      expect(Object.keys(shown).sort()).toEqual([
        'email',
        'endpoint',
        'extensions',
        'id',
        'key',
        'name',
        'slug',
      ]);
    }
    expect(registry.tokenOf(added.key)).toBe('another_secret_token');
  });

  it('gives each a random key that says nothing', async () => {
    const { registry } = await onDisk();
    const one = await registry.add(newWorkspace(1));
    const two = await registry.add(newWorkspace(2));
    expect(one.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one.key).not.toBe(two.key);
  });

  it('refuses the same workspace with the same email, also twice at once, and names neither', async () => {
    const { registry } = await onDisk();
    const workspace = newWorkspace(1);
    const results = await Promise.allSettled([
      registry.add(workspace),
      registry.add({ ...workspace, token: 'another', email: ` ${workspace.email.toUpperCase()} ` }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const failure = results[1]?.status === 'rejected' ? results[1].reason.failure : null;
    expect(failure).toEqual({
      code: 'conflict',
      message: expect.stringMatching(/already connected with this email.*replace the token/),
    });
    expect(failure.message).not.toMatch(/anna|bakery|secret/i);
    expect(registry.list()).toHaveLength(1);
    expect(registry.tokenOf(registry.list()[0]?.key ?? '')).toBe(workspace.token);
  });

  it('takes the same workspace under an alias, and another workspace with the same email', async () => {
    const { registry } = await onDisk();
    const workspace = newWorkspace(1);
    await registry.add(workspace);
    await registry.add({ ...workspace, email: 'anna.berg.1+bakery@bakery.example' });
    await registry.add({ ...workspace, id: 'another-id' });
    expect(registry.list()).toHaveLength(3);
  });

  it('knows nothing of a key that is not connected', async () => {
    const { registry } = await onDisk();
    const notFound = { failure: { code: 'notFound' } };
    expect(() => registry.get(unknownKey)).toThrow('not connected');
    expect(() => registry.tokenOf(unknownKey)).toThrow('not connected');
    await expect(registry.remove(unknownKey)).rejects.toMatchObject(notFound);
    await expect(registry.replaceToken(unknownKey, 'x')).rejects.toMatchObject(notFound);
    await expect(registry.update(unknownKey, { name: 'x' })).rejects.toMatchObject(notFound);
  });

  it('takes over names from a sync, and writes only what is new', async () => {
    const { registry } = await onDisk();
    const { key } = await registry.add(newWorkspace(1));
    const before = machine.files.done.length;
    await registry.update(key, { name: 'Sunrise Bakery 1', slug: 'sunrise-bakery-1' });
    expect(machine.files.done.length).toBe(before);
    await registry.update(key, { name: 'Moonrise', extensions: true });
    const next = await onDisk();
    expect(next.registry.get(key)).toMatchObject({
      name: 'Moonrise',
      slug: 'sunrise-bakery-1',
      extensions: true,
    });
    await next.registry.update(key, { extensions: false });
    expect(next.registry.get(key).extensions).toBe(false);
  });

  it('tells of each change, and of none that was not', async () => {
    const { registry } = await onDisk();
    let heard = 0;
    const stop = registry.onChange(() => {
      heard += 1;
    });
    const { key } = await registry.add(newWorkspace(1));
    await registry.update(key, { name: 'Moonrise' });
    await registry.update(key, { name: 'Moonrise' });
    await registry.reorder([key]);
    await expect(registry.add(newWorkspace(1))).rejects.toThrow();
    expect(heard).toBe(2);
    await registry.remove(key);
    stop();
    await registry.add(newWorkspace(2));
    expect(heard).toBe(3);
  });
});

describe('reordering', () => {
  it('takes exactly the permutations of all keys', async () => {
    const { registry } = await onDisk();
    for (const number of [1, 2, 3, 4]) await registry.add(newWorkspace(number));
    const keys = registry.list().map(({ key }) => key);
    const some = fc.array(fc.constantFrom(...keys, unknownKey, '__proto__'), { maxLength: 6 });
    const whole = fc.shuffledSubarray(keys, { minLength: keys.length });
    await fc.assert(
      fc.asyncProperty(fc.oneof(some, whole), async (order) => {
        const before = registry.list().map(({ key }) => key);
        const good = [...order].sort().join() === [...keys].sort().join();
        const outcome = await registry.reorder(order).then(
          () => 'done',
          (error) => error.failure.code,
        );
        expect(outcome).toBe(good ? 'done' : 'badInput');
        expect(registry.list().map(({ key }) => key)).toEqual(good ? order : before);
      }),
      { numRuns: 150 },
    );
    const last = registry.list();
    expect((await onDisk()).registry.list()).toEqual(last);
  });
});

describe('on a full disk', () => {
  it('nothing changes, and everything works when there is space again', async () => {
    const { registry } = await onDisk();
    const first = await registry.add(newWorkspace(1));
    const second = await registry.add(newWorkspace(2));
    const before = registry.list();
    fullDisk();
    const disk = { failure: { code: 'disk', message: expect.stringMatching(/disk is full/) } };
    await expect(registry.add(newWorkspace(3))).rejects.toMatchObject(disk);
    await expect(registry.replaceToken(first.key, 'x')).rejects.toMatchObject(disk);
    await expect(registry.update(first.key, { name: 'x' })).rejects.toMatchObject(disk);
    await expect(registry.remove(first.key)).rejects.toMatchObject(disk);
    await expect(registry.reorder([second.key, first.key])).rejects.toMatchObject(disk);
    expect(registry.list()).toEqual(before);
    expect(registry.tokenOf(first.key)).toBe(newWorkspace(1).token);
    machine.files.heal();
    expect((await onDisk()).registry.list()).toEqual(before);
    await registry.add(newWorkspace(3));
    expect((await onDisk()).registry.list()).toHaveLength(3);
  });
});

describe('where nothing is kept', () => {
  it.each(['undecided', 'memory'])('(%s) workspaces are in memory only', async (how) => {
    const { registry, vault, attestations } = await runWithWorkspaces(machine);
    if (how === 'memory') await vault.choose({ protection: 'memory' });
    const { key } = await registry.add(newWorkspace(1));
    await registry.add(newWorkspace(2));
    await attestations.set(key, { subject: 'plan', value: 'business' });
    expect(registry.tokenOf(key)).toBe(newWorkspace(1).token);
    expect(await machine.names()).toEqual([]);
    await registry.remove(key);
    expect(registry.list()).toHaveLength(1);
    expect(await machine.names()).toEqual([]);
  });

  it('workspaces and what was stated move to the disk with the choice, and away again', async () => {
    const run = await runWithWorkspaces(machine);
    const { key } = await run.registry.add(newWorkspace(1));
    const stated = await run.attestations.set(key, { subject: 'plan', value: 'team' });
    const sealed = run.vault.seal({ purpose: 'snapshot', workspace: key, id: 'x' }, Buffer.from('content'));
    await run.vault.choose({ protection: 'passphrase', passphrase: 'correct horse' });
    expect(await machine.names()).toEqual([
      `attestations-${key}.sealed`,
      'vault.json',
      'words.sealed',
      'workspaces.sealed',
    ]);

    const next = await runWithWorkspaces(machine);
    expect(() => next.registry.list()).toThrow('locked');
    expect(() => next.registry.tokenOf(key)).toThrow('locked');
    await next.vault.unlock('correct horse');
    expect(next.registry.tokenOf(key)).toBe(newWorkspace(1).token);
    expect(next.attestations.list(key)).toEqual([stated]);
    expect(next.vault.open({ purpose: 'snapshot', workspace: key, id: 'x' }, sealed).toString()).toBe(
      'content',
    );

    await next.vault.choose({ protection: 'memory' });
    expect(await machine.names()).toEqual([]);
    expect(next.registry.tokenOf(key)).toBe(newWorkspace(1).token);
    expect(next.attestations.list(key)).toEqual([stated]);
  });
});

describe('a locked or reset vault', () => {
  it('gives no list and no token, and all of it after unlocking', async () => {
    const { registry, vault } = await onDisk();
    const { key } = await registry.add(newWorkspace(1));
    vault.lock();
    for (const use of [() => registry.list(), () => registry.get(key), () => registry.tokenOf(key)]) {
      expect(use).toThrow('locked');
    }
    await expect(registry.add(newWorkspace(2))).rejects.toMatchObject({ failure: { code: 'locked' } });
    await vault.unlock('');
    expect(registry.tokenOf(key)).toBe(newWorkspace(1).token);
    await vault.reset();
    expect(registry.list()).toEqual([]);
    expect(await machine.names()).toEqual([]);
  });
});

describe('a damaged list of workspaces', () => {
  it('is set aside and said; what was stated about them is not deleted', async () => {
    const { registry, attestations } = await onDisk();
    const { key } = await registry.add(newWorkspace(1));
    await attestations.set(key, { subject: 'plan', value: 'team' });
    const path = join(machine.dir, 'workspaces.sealed');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.byteLength - 3));
    for (let start = 0; start < 2; start += 1) {
      const next = await onDisk();
      expect(next.registry.list()).toEqual([]);
      expect(next.told).toHaveLength(start === 0 ? 1 : 0);
      expect(await machine.names()).toContain(`attestations-${key}.sealed`);
    }
  });
});
