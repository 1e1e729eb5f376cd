import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine, type Machine, type Run } from './machine';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const passphrase = 'correct horse battery';
const second = 'another passphrase';

interface Move {
  name: string;
  prepare(run: Run): Promise<unknown>;
  move(run: Run): Promise<unknown>;
  /** Whether the content was on the disk before, and so must outlive a crash. */
  before: 'disk' | 'memory';
  after: 'disk' | 'memory' | 'gone';
}

const keep = (protection: 'keyring' | 'passphrase') => (run: Run) =>
  run.vault.choose(protection === 'keyring' ? { protection } : { protection, passphrase });

const moves: Move[] = [
  {
    name: 'undecided to keyring',
    prepare: async () => undefined,
    move: keep('keyring'),
    before: 'memory',
    after: 'disk',
  },
  {
    name: 'memory to passphrase',
    prepare: (run) => run.vault.choose({ protection: 'memory' }),
    move: keep('passphrase'),
    before: 'memory',
    after: 'disk',
  },
  {
    name: 'keyring to passphrase',
    prepare: keep('keyring'),
    move: keep('passphrase'),
    before: 'disk',
    after: 'disk',
  },
  {
    name: 'passphrase to keyring',
    prepare: keep('passphrase'),
    move: keep('keyring'),
    before: 'disk',
    after: 'disk',
  },
  {
    name: 'one passphrase to another',
    prepare: keep('passphrase'),
    move: (run) => run.vault.choose({ protection: 'passphrase', passphrase: second }),
    before: 'disk',
    after: 'disk',
  },
  {
    name: 'keyring to memory',
    prepare: keep('keyring'),
    move: (run) => run.vault.choose({ protection: 'memory' }),
    before: 'disk',
    after: 'memory',
  },
  {
    name: 'passphrase to nothing (reset)',
    prepare: keep('passphrase'),
    move: (run) => run.vault.reset(),
    before: 'disk',
    after: 'gone',
  },
];

/** Opens the vault of a new run in whatever way works. */
async function reopened(): Promise<Run> {
  const run = await machine.run();
  const state = run.vault.state();
  if (state.kind === 'locked' && state.protection === 'passphrase') {
    await run.vault.unlock(passphrase).catch(() => {
      machine.clock.monotonic += 60_000;
      return run.vault.unlock(second);
    });
  }
  return run;
}

describe.each(moves)('$name', ({ prepare, move, before, after }) => {
  const prepared = async (): Promise<Run> => {
    const run = await machine.run();
    await prepare(run);
    await run.words.change(() => ['anna', 'berit']);
    return run;
  };

  it('leaves the one or the other, whenever the process dies', async () => {
    const outcomes = new Set<string>();
    let finished = false;
    for (let changes = 0; !finished; changes += 1) {
      expect(changes).toBeLessThan(40);
      const run = await prepared();
      machine.files.dieAfter(changes);
      finished = await move(run).then(
        () => true,
        () => false,
      );
      // A move may report success although a late step of cleaning up was cut off by the death.
      finished &&= await machine.files.list(machine.dir).then(
        () => true,
        (error) => error.code === 'ENOENT',
      );
      machine.files.heal();

      const next = await reopened();
      const state = next.vault.state();
      const words = state.kind === 'locked' ? null : next.words.get();
      outcomes.add(`${state.kind} ${words?.length}`);
      expect((await machine.names()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      if (state.kind === 'undecided') expect(await machine.names()).toEqual([]);
      if (before === 'disk' && after === 'disk') expect(words).toEqual(['anna', 'berit']);
      expect(next.told).toEqual([]);

      await next.vault.reset();
      expect(await machine.names()).toEqual([]);
    }
    const allowed = {
      disk: ['open 2'],
      memory: ['undecided 0', 'open 0', 'open 2'],
      gone: ['open 2', 'undecided 0'],
    };
    const expected = new Set([...allowed[before], ...allowed[after]]);
    for (const outcome of outcomes) expect(expected).toContain(outcome);
    if (before !== after) expect(outcomes.size).toBeGreaterThan(1);
  });

  it('on a full disk fails with the reason and changes nothing, or needs no space', async () => {
    const run = await prepared();
    const stateBefore = run.vault.state();
    const namesBefore = await machine.names();
    machine.files.failWith('ENOSPC', ({ step, path }) => step === 'write' && !path.includes('.vault.json.'));
    const late = await move(run).then(
      () => null,
      (error) => error.failure,
    );
    machine.files.failWith('ENOSPC', ({ step }) => step === 'write');
    const early = await move(run).then(
      () => null,
      (error) => error.failure,
    );
    machine.files.heal();
    if (after === 'disk') {
      if (before === 'memory') expect(late).toMatchObject({ code: 'disk' });
      expect(early).toMatchObject({ code: 'disk', message: expect.stringMatching(/disk is full/) });
      if (before === 'memory') {
        expect(run.vault.state()).toEqual(stateBefore);
        expect(await machine.names()).toEqual(namesBefore);
      }
      expect(run.words.get()).toEqual(['anna', 'berit']);
      await run.words.change((now) => [...now, 'clara']);
      await move(run);
      expect((await reopened()).words.get()).toEqual(['anna', 'berit', 'clara']);
    } else {
      expect([late, early]).toEqual([null, null]);
      expect(await machine.names()).toEqual([]);
    }
  });

  it('on a disk that refuses everything leaves all as it was', async () => {
    const run = await prepared();
    const stateBefore = run.vault.state();
    machine.files.failWith('EROFS', ({ step }) => ['create', 'write', 'rename', 'remove'].includes(step));
    await expect(move(run)).rejects.toMatchObject({
      failure: { code: 'disk', message: expect.stringMatching(/read-only/) },
    });
    machine.files.heal();
    expect(run.vault.state()).toEqual(stateBefore);
    expect(run.words.get()).toEqual(['anna', 'berit']);
    if (before === 'disk') expect((await reopened()).words.get()).toEqual(['anna', 'berit']);
  });

  it('is done once the key is', async () => {
    const run = await prepared();
    await move(run);
    if (after === 'disk') expect((await reopened()).words.get()).toEqual(['anna', 'berit']);
    else expect(await machine.names()).toEqual([]);
  });
});

describe('sealed files that cannot be removed', () => {
  it('are without a key at once, are told, and go at the next start', async () => {
    const run = await machine.run();
    await run.vault.choose({ protection: 'keyring' });
    await run.words.change(() => ['anna']);
    machine.files.failWith('EACCES', ({ step, path }) => step === 'remove' && path.endsWith('.sealed'));
    await run.vault.choose({ protection: 'memory' });
    expect(run.told).toEqual([expect.stringMatching(/nobody can read them any more.*permission/)]);
    expect(run.vault.state()).toMatchObject({ kind: 'open', protection: 'memory' });
    expect(await machine.names()).toEqual(['vault.json', 'words.sealed']);
    machine.files.heal();
    const next = await machine.run();
    expect(next.vault.state().kind).toBe('undecided');
    expect(await machine.names()).toEqual([]);
  });
});

describe('a change of a store', () => {
  it('that the disk refuses has not happened', async () => {
    const run = await machine.run();
    await run.vault.choose({ protection: 'keyring' });
    await run.words.change(() => ['anna']);
    machine.files.failWith('ENOSPC', ({ step }) => step === 'write');
    await expect(run.words.change(() => ['berit'])).rejects.toMatchObject({ failure: { code: 'disk' } });
    expect(run.words.get()).toEqual(['anna']);
    machine.files.heal();
    expect((await machine.run()).words.get()).toEqual(['anna']);
  });

  it('is visible only once it is on the disk', async () => {
    const run = await machine.run();
    await run.vault.choose({ protection: 'keyring' });
    const seen: number[] = [];
    machine.files.failWith('never', ({ step }) => {
      if (step === 'rename') seen.push(run.words.get().length);
      return false;
    });
    await run.words.change(() => ['anna']);
    expect(seen).toEqual([0]);
    expect(run.words.get()).toEqual(['anna']);
  });
});
