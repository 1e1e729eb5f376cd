import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../src-main/vault/vault';
import { createMachine, type Machine, type Run } from './machine';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const passphrase = 'correct horse battery';
const wrong = 'wrong horse battery';

/** A machine on which `anna` is kept, and the app is closed. */
async function kept(protection: 'keyring' | 'passphrase'): Promise<void> {
  const { vault, words } = await machine.run();
  await vault.choose(protection === 'keyring' ? { protection } : { protection, passphrase });
  await words.change(() => ['anna']);
}

const failsWith = (run: Run, attempt: string, code: string) =>
  expect(run.vault.unlock(attempt)).rejects.toMatchObject({ failure: { code } });

describe('a wrong passphrase', () => {
  it('makes the next try wait 1 s, 2, 4 … 60 s, during which the right one is refused too', async () => {
    await kept('passphrase');
    const run = await machine.run();
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await failsWith(run, wrong, 'wrongPassphrase');
      expect(run.vault.state()).toMatchObject({ kind: 'locked', retryAfterMs: seconds * 1000 });
      machine.clock.monotonic += seconds * 1000 - 1;
      await failsWith(run, passphrase, 'locked');
      machine.clock.monotonic += 1;
    }
    expect((await run.vault.unlock(passphrase)).kind).toBe('open');
    expect(run.words.get()).toEqual(['anna']);
  });

  it('does not get more tries at the same time', async () => {
    await kept('passphrase');
    const run = await machine.run();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => run.vault.unlock(wrong)));
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.failure.code : 'opened'));
    expect(codes).toEqual(['wrongPassphrase', ...Array.from({ length: 9 }, () => 'locked')]);
  });

  it('is remembered over a restart, by the wall clock, clamped when that was set back', async () => {
    await kept('passphrase');
    const run = await machine.run();
    for (const wait of [1000, 2000, 4000]) {
      await failsWith(run, wrong, 'wrongPassphrase');
      machine.clock.monotonic += wait;
      machine.clock.wall += wait;
    }
    await failsWith(run, wrong, 'wrongPassphrase');

    machine.clock.monotonic = 5;
    machine.clock.wall += 3000;
    const second = await machine.run();
    expect(second.vault.state()).toMatchObject({ kind: 'locked', retryAfterMs: 5000 });
    await failsWith(second, passphrase, 'locked');

    machine.clock.wall -= 365 * 24 * 3600 * 1000;
    const third = await machine.run();
    expect(third.vault.state()).toMatchObject({ kind: 'locked', retryAfterMs: 8000 });
    machine.clock.monotonic += 8000;
    await failsWith(third, wrong, 'wrongPassphrase');
    expect(third.vault.state()).toMatchObject({ retryAfterMs: 16_000 });
  });

  it('is forgotten after the right one', async () => {
    await kept('passphrase');
    const run = await machine.run();
    await failsWith(run, wrong, 'wrongPassphrase');
    machine.clock.monotonic += 1000;
    await run.vault.unlock(passphrase);
    run.vault.lock();
    await failsWith(run, wrong, 'wrongPassphrase');
    expect(run.vault.state()).toMatchObject({ retryAfterMs: 1000 });
    machine.clock.monotonic += 1000;
    await run.vault.unlock(passphrase);
    expect((await machine.run()).vault.state()).toMatchObject({ kind: 'locked', retryAfterMs: 0 });
  });

  it('counts in this run and the right one opens, also on a full disk', async () => {
    await kept('passphrase');
    const run = await machine.run();
    machine.files.failWith('ENOSPC', ({ step }) => step === 'write' || step === 'create');
    await failsWith(run, wrong, 'wrongPassphrase');
    await failsWith(run, passphrase, 'locked');
    machine.clock.monotonic += 1000;
    await failsWith(run, wrong, 'wrongPassphrase');
    expect(run.vault.state()).toMatchObject({ retryAfterMs: 2000 });
    machine.clock.monotonic += 2000;
    expect((await run.vault.unlock(passphrase)).kind).toBe('open');
  });

  it('is not one that was typed on another keyboard', async () => {
    const { vault } = await machine.run();
    await vault.choose({ protection: 'passphrase', passphrase: 'Bj\u00f6rk & Sk\u00e5l' });
    const run = await machine.run();
    expect((await run.vault.unlock('Bjo\u0308rk & Ska\u030al')).kind).toBe('open');
  });
});

describe('the real cost of a passphrase', () => {
  it('is scrypt with N = 2^17, r = 8, p = 1 and a salt of 32 bytes', async () => {
    const vault = createVault({
      dir: machine.dir,
      safeStorage: machine.keyring,
      platform: 'linux',
      now: Date.now,
    });
    await vault.start();
    await vault.choose({ protection: 'passphrase', passphrase });
    const { content } = JSON.parse(await readFile(join(machine.dir, 'vault.json'), 'utf8'));
    expect(content.protection.cost).toEqual({ N: 131072, r: 8, p: 1 });
    expect(Buffer.from(content.protection.salt, 'base64')).toHaveLength(32);
    vault.lock();
    expect((await vault.unlock(passphrase)).kind).toBe('open');
  }, 60_000);
});

describe('a keyring that does not give the key back', () => {
  const cases: [string, () => void, RegExp][] = [
    [
      'of another user',
      () => {
        machine.keyring.user = 'berit';
      },
      /did not give the key back/,
    ],
    [
      'that is gone',
      () => {
        machine.keyring.available = false;
      },
      /cannot be reached/,
    ],
    [
      'that is only basic text now',
      () => {
        machine.keyring.backend = 'basic_text';
      },
      /cannot be reached/,
    ],
    [
      'with another key',
      () => {
        machine.keyring.answers = Buffer.alloc(32, 1).toString('base64');
      },
      /another key/,
    ],
    [
      'with nonsense',
      () => {
        machine.keyring.answers = 'nonsense';
      },
      /did not give the key back/,
    ],
  ];

  it.each(cases)(
    '(%s) keeps the vault locked with the reason, and changes no file',
    async (_name, spoil, says) => {
      await kept('keyring');
      const before = await readFile(join(machine.dir, 'vault.json'));
      spoil();
      const run = await machine.run();
      expect(run.vault.state()).toMatchObject({
        kind: 'locked',
        protection: 'keyring',
        reason: expect.stringMatching(says),
      });
      await failsWith(run, '', 'locked');
      await expect(run.vault.choose({ protection: 'memory' })).rejects.toMatchObject({
        failure: { code: 'locked' },
      });
      expect(await readFile(join(machine.dir, 'vault.json'))).toEqual(before);
      expect(await machine.names()).toEqual(['vault.json', 'words.sealed']);
    },
  );

  it('opens when it is back', async () => {
    await kept('keyring');
    machine.keyring.available = false;
    const run = await machine.run();
    machine.keyring.available = true;
    expect((await run.vault.unlock('')).kind).toBe('open');
    expect(run.words.get()).toEqual(['anna']);
  });

  it('can be given up with a reset', async () => {
    await kept('keyring');
    machine.keyring.user = 'berit';
    const run = await machine.run();
    expect((await run.vault.reset()).kind).toBe('undecided');
    expect(await machine.names()).toEqual([]);
    expect((await run.vault.choose({ protection: 'keyring' })).kind).toBe('open');
  });
});

describe('a vault file that is not right', () => {
  const path = () => join(machine.dir, 'vault.json');
  const staysLocked = async (says: RegExp) => {
    const before = await readFile(path()).catch(() => null);
    const run = await machine.run();
    expect(run.vault.state()).toMatchObject({ kind: 'locked', reason: expect.stringMatching(says) });
    await failsWith(run, passphrase, 'locked');
    await expect(run.vault.choose({ protection: 'keyring' })).rejects.toMatchObject({
      failure: { code: 'locked' },
    });
    expect(await readFile(path()).catch(() => null)).toEqual(before);
    return run;
  };

  it('is missed where sealed files are: a new key is never made in silence', async () => {
    await kept('keyring');
    const backup = await readFile(path());
    await rm(path());
    const run = await staysLocked(/vault\.json.* is missing/);
    await writeFile(path(), backup);
    expect((await run.vault.unlock('')).kind).toBe('open');
    expect(run.words.get()).toEqual(['anna']);
  });

  it.each(['', '{', '[]', '{"format":1}', 'null', '{"format":"1"}'])('is damaged as %j', async (text) => {
    await kept('passphrase');
    await writeFile(path(), text);
    await staysLocked(/damaged/);
  });

  it('is told from a wrong passphrase, whichever byte is wrong', async () => {
    await kept('passphrase');
    const good = await readFile(path());
    for (let at = 0; at < good.byteLength; at += 7) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at);
      await writeFile(path(), bad);
      const run = await machine.run();
      const outcome = await run.vault.unlock(passphrase).then(
        () => 'opened',
        (error) => error.failure.code,
      );
      expect(outcome).toBe('locked');
    }
  });

  it('of a newer version is left alone', async () => {
    await kept('passphrase');
    await writeFile(path(), '{"format":2,"something":"else"}');
    await staysLocked(/newer version/);
  });

  it('cannot ask for more memory than there is', async () => {
    await kept('passphrase');
    const { createHash } = await import('node:crypto');
    const file = JSON.parse(await readFile(path(), 'utf8'));
    file.content.protection.cost.N = 2 ** 30;
    file.sum = createHash('sha256').update(JSON.stringify(file.content)).digest('hex');
    await writeFile(path(), JSON.stringify(file));
    await staysLocked(/damaged/);
  });

  it('that cannot be read says so and can be tried again', async () => {
    await kept('keyring');
    machine.files.failWith('EACCES', ({ step }) => step === 'read');
    const run = await machine.run();
    expect(run.vault.state()).toMatchObject({ kind: 'locked', reason: expect.stringMatching(/permission/) });
    await failsWith(run, '', 'disk');
    machine.files.heal();
    expect((await run.vault.unlock('')).kind).toBe('open');
  });
});

describe('a sealed file that is not right', () => {
  const path = () => join(machine.dir, 'words.sealed');

  it('is set aside when it is damaged, said, and never overwritten', async () => {
    await kept('keyring');
    const bad = await readFile(path());
    bad.writeUInt8(bad.readUInt8(20) ^ 1, 20);
    await writeFile(path(), bad);
    const run = await machine.run();
    expect(run.vault.state().kind).toBe('open');
    expect(run.words.get()).toEqual([]);
    expect(run.told).toEqual(['the words are damaged']);
    const aside = (await machine.names()).find((name) => name.startsWith('words.sealed.damaged-')) ?? '';
    expect(await readFile(join(machine.dir, aside))).toEqual(bad);
    await run.words.change(() => ['berit']);
    expect(await machine.names()).toContain(aside);
    await run.vault.reset();
    expect(await machine.names()).toEqual([]);
  });

  it('of a newer version keeps the vault locked and is left alone', async () => {
    await kept('keyring');
    const bad = await readFile(path());
    bad.writeUInt8(9, 3);
    await writeFile(path(), bad);
    const run = await machine.run();
    expect(run.vault.state()).toMatchObject({
      kind: 'locked',
      reason: expect.stringMatching(/newer version/),
    });
    expect(await readFile(path())).toEqual(bad);
  });

  it('that cannot be read keeps the vault locked until it can', async () => {
    await kept('passphrase');
    const run = await machine.run();
    machine.files.failWith('EIO', ({ step, path: at }) => step === 'read' && at === path());
    await failsWith(run, passphrase, 'disk');
    expect(run.vault.state()).toMatchObject({ kind: 'locked', protection: 'passphrase' });
    machine.files.heal();
    await run.vault.unlock(passphrase);
    expect(run.words.get()).toEqual(['anna']);
  });
});
