import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine, type Machine } from './machine';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const passphrase = 'correct horse battery';
const other = 'another passphrase';

describe('a first run', () => {
  it('is undecided, says which keyring there is, and writes nothing', async () => {
    const { vault, words } = await machine.run();
    expect(vault.state()).toEqual({ kind: 'undecided', keyring: true, backend: 'gnome_libsecret' });
    await words.change(() => ['anna']);
    expect(words.get()).toEqual(['anna']);
    expect(vault.keepsOnDisk()).toBe(false);
    expect(await machine.names()).toEqual([]);
  });

  it('without a real keyring offers none and refuses it', async () => {
    machine.keyring.backend = 'basic_text';
    const { vault } = await machine.run();
    expect(vault.state()).toEqual({ kind: 'undecided', keyring: false, backend: 'basic_text' });
    await expect(vault.choose({ protection: 'keyring' })).rejects.toMatchObject({
      failure: { code: 'unsupported' },
    });
    expect(vault.state().kind).toBe('undecided');
    expect(await machine.names()).toEqual([]);
  });

  it('keeps what was there before the choice', async () => {
    const { vault, words } = await machine.run();
    await words.change(() => ['anna']);
    await vault.choose({ protection: 'keyring' });
    expect(vault.state()).toEqual({ kind: 'open', protection: 'keyring', keyring: true });
    expect(await machine.names()).toEqual(['vault.json', 'words.sealed']);
    const next = await machine.run();
    expect(next.vault.state()).toEqual({ kind: 'open', protection: 'keyring', keyring: true });
    expect(next.words.get()).toEqual(['anna']);
    expect(next.told).toEqual([]);
  });

  it('refuses a passphrase of fewer than 8 characters', async () => {
    const { vault } = await machine.run();
    await expect(vault.choose({ protection: 'passphrase', passphrase: '1234567' })).rejects.toMatchObject({
      failure: { code: 'badInput' },
    });
    expect(await machine.names()).toEqual([]);
  });
});

describe('keeping nothing on disk', () => {
  it('writes nothing at all, and is undecided at the next start', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'memory' });
    expect(vault.state()).toEqual({ kind: 'open', protection: 'memory', keyring: true });
    await words.change(() => ['anna']);
    expect(await machine.names()).toEqual([]);
    expect(machine.files.done.filter(({ step }) => step !== 'list' && step !== 'read')).toEqual([]);
    const next = await machine.run();
    expect(next.vault.state().kind).toBe('undecided');
    expect(next.words.get()).toEqual([]);
  });

  it('chosen later removes everything sealed and keeps it in memory', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'keyring' });
    await words.change(() => ['anna']);
    await vault.choose({ protection: 'memory' });
    expect(await machine.names()).toEqual([]);
    expect(words.get()).toEqual(['anna']);
    await words.change((now) => [...now, 'berit']);
    expect(await machine.names()).toEqual([]);
    expect((await machine.run()).vault.state().kind).toBe('undecided');
  });

  it('is left again with all that is in memory', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'memory' });
    await words.change(() => ['anna']);
    await vault.choose({ protection: 'passphrase', passphrase });
    const next = await machine.run();
    await next.vault.unlock(passphrase);
    expect(next.words.get()).toEqual(['anna']);
  });

  it('chosen while a change is being written leaves no file behind', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'keyring' });
    const changes = Array.from({ length: 20 }, (_, index) =>
      words.change((now) => [...now, `word ${index}`]),
    );
    await Promise.all([...changes, vault.choose({ protection: 'memory' })]);
    expect(await machine.names()).toEqual([]);
    expect(words.get()).toHaveLength(20);
  });
});

describe('while files are being moved', () => {
  /** Makes the renaming to one file wait until the test lets it go. */
  const holdRename = (file: string) => {
    const rename = machine.files.rename;
    let release = () => {};
    let arrived = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reached = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    machine.files.rename = async (from, to) => {
      if (to.endsWith(file)) {
        arrived();
        await gate;
      }
      return rename(from, to);
    };
    return { reached, release };
  };

  it('a write that is still under way leaves no file after the choice to keep none', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'keyring' });
    const held = holdRename('words.sealed');
    const writing = words.change(() => ['anna']);
    await held.reached;
    const choosing = vault.choose({ protection: 'memory' });
    setTimeout(held.release, 50);
    await Promise.all([writing, choosing]);
    expect(await machine.names()).toEqual([]);
    expect(words.get()).toEqual(['anna']);
  });

  it('a lock waits, so that what was to be kept is kept', async () => {
    const { vault, words } = await machine.run();
    await words.change(() => ['anna']);
    const held = holdRename('vault.json');
    const choosing = vault.choose({ protection: 'keyring' });
    await held.reached;
    vault.lock();
    held.release();
    await choosing;
    expect(vault.state()).toMatchObject({ kind: 'locked', protection: 'keyring' });
    await vault.unlock('');
    expect(words.get()).toEqual(['anna']);
  });
});

describe('changing the protection', () => {
  it('from keyring to passphrase wraps the key anew and touches nothing else', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'keyring' });
    await words.change(() => ['anna']);
    const before = await readFile(join(machine.dir, 'words.sealed'));
    await vault.choose({ protection: 'passphrase', passphrase });
    expect(vault.state()).toEqual({ kind: 'open', protection: 'passphrase', keyring: true });
    expect(await readFile(join(machine.dir, 'words.sealed'))).toEqual(before);

    const next = await machine.run();
    expect(next.vault.state()).toMatchObject({ kind: 'locked', protection: 'passphrase', retryAfterMs: 0 });
    expect(() => next.words.get()).toThrow('locked');
    await next.vault.unlock(passphrase);
    expect(next.words.get()).toEqual(['anna']);
  });

  it('from passphrase to keyring needs no passphrase any more', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase });
    await words.change(() => ['anna']);
    await vault.choose({ protection: 'keyring' });
    const next = await machine.run();
    expect(next.vault.state()).toEqual({ kind: 'open', protection: 'keyring', keyring: true });
    expect(next.words.get()).toEqual(['anna']);
  });

  it('to another passphrase makes the old one useless', async () => {
    const { vault } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase });
    await vault.choose({ protection: 'passphrase', passphrase: other });
    const next = await machine.run();
    await expect(next.vault.unlock(passphrase)).rejects.toMatchObject({
      failure: { code: 'wrongPassphrase' },
    });
    machine.clock.monotonic += 1000;
    expect((await next.vault.unlock(other)).kind).toBe('open');
  });

  it('is refused while locked', async () => {
    const { vault } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase });
    vault.lock();
    for (const choice of [{ protection: 'keyring' }, { protection: 'memory' }] as const) {
      await expect(vault.choose(choice)).rejects.toMatchObject({ failure: { code: 'locked' } });
    }
    expect(await machine.names()).toEqual(['vault.json', 'words.sealed']);
  });

  it('of a key that is destroyed meanwhile wraps nothing', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'keyring' });
    await words.change(() => ['anna']);
    const choosing = vault.choose({ protection: 'passphrase', passphrase });
    await Promise.resolve();
    vault.lock();
    await expect(choosing).rejects.toMatchObject({ failure: { code: 'locked' } });
    const next = await machine.run();
    expect(next.vault.state()).toMatchObject({ kind: 'open', protection: 'keyring' });
    expect(next.words.get()).toEqual(['anna']);
  });
});

describe('a lock', () => {
  it('makes the stores forget, and unlocking brings everything back', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase });
    await words.change(() => ['anna']);
    const heard: string[] = [];
    vault.onChange((state) => heard.push(state.kind));
    vault.lock();
    expect(vault.state()).toMatchObject({ kind: 'locked', protection: 'passphrase', retryAfterMs: 0 });
    expect(() => words.get()).toThrow('locked');
    await expect(words.change(() => [])).rejects.toMatchObject({ failure: { code: 'locked' } });
    await vault.unlock(passphrase);
    expect(words.get()).toEqual(['anna']);
    expect(heard[0]).toBe('locked');
    expect(heard.at(-1)).toBe('open');
  });

  it('during a write does not bring the content back into memory', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'keyring' });
    const writing = words.change(() => ['anna']);
    await Promise.resolve();
    vault.lock();
    await expect(writing).rejects.toMatchObject({ failure: { code: 'locked' } });
    expect(vault.state().kind).toBe('locked');
    await vault.unlock('');
    expect([[], ['anna']]).toContainEqual(words.get());
  });

  it('while the vault opens keeps it locked', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase });
    await words.change(() => ['anna']);
    vault.lock();
    for (const turns of [1, 2, 3, 5, 8, 13, 21]) {
      const opening = vault.unlock(passphrase);
      opening.catch(() => undefined);
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      vault.lock();
      await opening.catch((error: unknown) => {
        expect(error).toMatchObject({ failure: { code: 'cancelled' } });
      });
      expect(vault.state().kind).toBe('locked');
      expect(() => words.get()).toThrow('locked');
    }
  });

  it('where nothing is on disk leaves nothing at all', async () => {
    const { vault, words } = await machine.run();
    await vault.choose({ protection: 'memory' });
    await words.change(() => ['anna']);
    vault.lock();
    expect(vault.state().kind).toBe('undecided');
    expect(words.get()).toEqual([]);
  });
});

describe('a reset', () => {
  it.each(['open', 'locked'])(
    'of an %s vault removes what is sealed, nothing else, and starts over',
    async (how) => {
      const { vault, words } = await machine.run();
      await vault.choose({ protection: 'passphrase', passphrase });
      await words.change(() => ['anna']);
      await machine.files.create(join(machine.dir, 'not ours')).then((file) => file.close());
      if (how === 'locked') vault.lock();
      expect((await vault.reset()).kind).toBe('undecided');
      expect(await machine.names()).toEqual(['not ours']);
      expect(words.get()).toEqual([]);
      await vault.choose({ protection: 'keyring' });
      expect(words.get()).toEqual([]);
    },
  );

  it('ends the pause after wrong passphrases', async () => {
    const { vault } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase });
    vault.lock();
    await expect(vault.unlock(other)).rejects.toThrow();
    await vault.reset();
    await vault.choose({ protection: 'passphrase', passphrase });
    vault.lock();
    expect((await vault.unlock(passphrase)).kind).toBe('open');
  });
});
