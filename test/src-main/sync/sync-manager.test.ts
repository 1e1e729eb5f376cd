import type { Failure } from '@contract/failure';
import type { Snapshot } from '@contract/snapshot';
import type { SyncProgress, SyncState } from '@contract/workspaces';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelled, SegmentError } from '../../../src-main/segment/segment-error';
import { assembleSnapshot } from '../../../src-main/snapshot/assemble';
import { NO_PROGRESS } from '../../../src-main/sync/progress';
import { type Connection, createSyncManager } from '../../../src-main/sync/sync-manager';
import type { SyncInput } from '../../../src-main/sync/sync-workspace';
import { patientClient } from '../segment/scripted-server';
import { gathered } from '../snapshot/gathered';

const MINUTE = 60_000;
const client = patientClient('http://127.0.0.1:9');
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await assembleSnapshot(gathered());
});

interface Call {
  readonly input: SyncInput;
  readonly succeed: () => Promise<void>;
  readonly fail: (error: unknown) => Promise<void>;
}

/** Lets everything that is ready run. */
const settle = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** A manager whose syncs end when the test says so, with a clock and timers of its own. */
function managed() {
  const calls: Call[] = [];
  const states: string[] = [];
  const progress: SyncProgress[] = [];
  const stored: string[] = [];
  const timers = new Set<{ at: number; task: () => void }>();
  let clock = Date.parse('2026-11-23T12:00:00Z');
  const world: { connection: Connection | Failure; store: () => Promise<void> } = {
    connection: { client, extensions: false },
    store: async () => undefined,
  };
  const word = (state: SyncState): string => {
    switch (state.kind) {
      case 'offline':
        return `offline since ${state.since.slice(11, 19)}`;
      case 'failed':
        return `failed ${state.failure.code}`;
      case 'idle':
      case 'running':
        return state.kind;
    }
  };
  const manager = createSyncManager({
    connectionOf: async () => world.connection,
    baseOf: () => null,
    onSnapshot: async (key) => {
      await world.store();
      stored.push(key);
    },
    onState: (key, state) => states.push(`${key} ${word(state)}`),
    onProgress: (each) => progress.push(each),
    now: () => clock,
    setTimer: (task, ms) => {
      const timer = { at: clock + ms, task };
      timers.add(timer);
      return timer;
    },
    clearTimer: (timer) => timers.delete(timer),
    sync: (input) =>
      new Promise((resolve, reject) => {
        input.signal?.addEventListener('abort', () => reject(cancelled()));
        calls.push({
          input,
          succeed: () => {
            resolve(snapshot);
            return settle();
          },
          fail: (error) => {
            reject(error);
            return settle();
          },
        });
      }),
  });
  return {
    manager,
    calls,
    states,
    progress,
    stored,
    timers,
    world,
    call: (index: number): Call => {
      const found = calls.at(index);
      if (found === undefined) throw new Error(`there was no sync ${index}`);
      return found;
    },
    /** Lets the clock run, and the timers whose time has come. */
    pass: async (ms: number) => {
      clock += ms;
      for (const timer of [...timers]) {
        if (timer.at > clock) continue;
        timers.delete(timer);
        timer.task();
      }
      await settle();
    },
  };
}

const offline = () => new SegmentError('offline', 'The server cannot be reached.');

describe('a sync', () => {
  it('runs, keeps its snapshot, is idle, and runs again after 15 minutes', async () => {
    const { manager, calls, call, states, stored, pass } = managed();
    manager.start('a');
    await settle();
    expect(manager.stateOf('a').kind).toBe('running');
    await call(0).succeed();
    expect(stored).toEqual(['a']);
    expect(states).toEqual(['a running', 'a idle']);
    await pass(15 * MINUTE - 1);
    expect(calls).toHaveLength(1);
    await pass(1);
    expect(calls).toHaveLength(2);
    expect(call(1).input.full).toBe(false);
  });

  it('is idle only after its snapshot was taken', async () => {
    const { manager, call, states, world } = managed();
    let taken: () => void = () => undefined;
    world.store = () =>
      new Promise((resolve) => {
        taken = resolve;
      });
    manager.start('a');
    await settle();
    await call(0).succeed();
    expect(states).toEqual(['a running']);
    taken();
    await settle();
    expect(states).toEqual(['a running', 'a idle']);
  });

  it('runs once for each workspace, and two of all at the same time', async () => {
    const { manager, calls, call } = managed();
    for (const key of ['a', 'a', 'b', 'c', 'd']) manager.start(key);
    await settle();
    expect(calls).toHaveLength(2);
    expect(manager.stateOf('d')).toMatchObject({
      kind: 'running',
      progress: { collection: 'waiting for its turn' },
    });
    await call(0).succeed();
    expect(calls).toHaveLength(3);
    await call(1).succeed();
    await call(2).succeed();
    await call(3).succeed();
    expect(calls).toHaveLength(4);
  });

  it('that is asked to be full follows one that is not', async () => {
    const { manager, calls, call, states } = managed();
    manager.start('a');
    manager.start('a', { full: true });
    await settle();
    expect(call(0).input.full).toBe(false);
    await call(0).succeed();
    expect(call(1).input.full).toBe(true);
    await call(1).succeed();
    expect(calls).toHaveLength(2);
    expect(states.at(-1)).toBe('a idle');
  });

  it('tells its progress under the key of the workspace, also to those who ask later', async () => {
    const { manager, call, progress, states } = managed();
    manager.start('a');
    await settle();
    call(0).input.onProgress({ ...NO_PROGRESS, collection: 'sources', done: 3, requests: 2 });
    expect(progress).toEqual([{ ...NO_PROGRESS, key: 'a', collection: 'sources', done: 3, requests: 2 }]);
    expect(manager.stateOf('a')).toMatchObject({ kind: 'running', progress: { done: 3 } });
    expect(states).toEqual(['a running']);
  });
});

describe('without a network', () => {
  it('is offline since the first failure, and tries again after 5, 10, 20, 40, 60, 60 seconds', async () => {
    const { manager, calls, call, states, pass } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(offline());
    for (const seconds of [5, 10, 20, 40, 60, 60]) {
      const before = calls.length;
      await pass(seconds * 1000 - 1);
      expect(calls).toHaveLength(before);
      await pass(1);
      expect(calls).toHaveLength(before + 1);
      await call(-1).fail(offline());
    }
    expect(new Set(states.slice(1))).toEqual(new Set(['a offline since 12:00:00']));
    await pass(MINUTE);
    await call(-1).succeed();
    expect(states.at(-1)).toBe('a idle');
  });

  it('stays offline in the window until an answer comes', async () => {
    const { manager, call, states, pass, progress } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(offline());
    await pass(5000);
    call(1).input.onProgress({ ...NO_PROGRESS, collection: 'workspace' });
    expect(manager.stateOf('a').kind).toBe('offline');
    expect(progress).toEqual([]);
    call(1).input.onProgress({ ...NO_PROGRESS, collection: 'workspace', requests: 1 });
    expect(manager.stateOf('a').kind).toBe('running');
    await call(1).fail(offline());
    expect(states).toEqual([
      'a running',
      'a offline since 12:00:00',
      'a running',
      'a offline since 12:00:00',
    ]);
  });

  it('tries at once when the network may be back, with short delays again', async () => {
    const { manager, calls, call, pass } = managed();
    manager.start('a');
    manager.start('b');
    await settle();
    await call(0).fail(offline());
    await call(1).succeed();
    for (const seconds of [5, 10]) {
      await pass(seconds * 1000);
      await call(-1).fail(offline());
    }
    const before = calls.length;
    manager.networkMayBeBack();
    await settle();
    expect(calls).toHaveLength(before + 1);
    await call(-1).fail(offline());
    await pass(5000);
    expect(calls).toHaveLength(before + 2);
  });

  it('shows a sync that is started by hand meanwhile', async () => {
    const { manager, call } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(offline());
    manager.start('a');
    expect(manager.stateOf('a').kind).toBe('running');
  });

  it('still reads from scratch when it was asked to before', async () => {
    const { manager, call, pass } = managed();
    manager.start('a', { full: true });
    await settle();
    await call(0).fail(offline());
    await pass(5000);
    expect(call(1).input.full).toBe(true);
    await call(1).succeed();
    await pass(15 * MINUTE);
    expect(call(2).input.full).toBe(false);
  });

  it('takes a connection that says so for offline too', async () => {
    const { manager, calls, states, world } = managed();
    world.connection = { code: 'offline', message: 'The sandbox is not running.' };
    manager.start('a');
    await settle();
    expect(states).toEqual(['a running', 'a offline since 12:00:00']);
    expect(calls).toEqual([]);
  });
});

describe('a failure', () => {
  it('is told, and tried again after 10 minutes', async () => {
    const { manager, calls, call, states, stored, pass } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(new SegmentError('unauthorized', 'The token was refused.'));
    expect(states).toEqual(['a running', 'a failed unauthorized']);
    manager.networkMayBeBack();
    await pass(10 * MINUTE - 1);
    expect(calls).toHaveLength(1);
    await pass(1);
    expect(calls).toHaveLength(2);
    expect(stored).toEqual([]);
  });

  it('of taking the snapshot is told in its own words', async () => {
    const { manager, call, world } = managed();
    world.store = () =>
      Promise.reject(
        Object.assign(new Error('x'), { failure: { code: 'disk', message: 'The disk is full.' } }),
      );
    manager.start('a');
    await settle();
    await call(0).succeed();
    expect(manager.stateOf('a')).toMatchObject({
      kind: 'failed',
      failure: { code: 'disk', message: 'The disk is full.' },
    });
  });

  it('that nobody foresaw says nothing of what it holds', async () => {
    const { manager, call } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(new Error('Bearer sgp_secret'));
    expect(manager.stateOf('a')).toMatchObject({ kind: 'failed', failure: { code: 'internal' } });
    expect(JSON.stringify(manager.stateOf('a'))).not.toContain('sgp_secret');
  });
});

describe('after a change at the server', () => {
  it('another sync follows the one that runs, and only one', async () => {
    const { manager, calls, call } = managed();
    manager.start('a');
    await settle();
    manager.startAfterChange('a');
    manager.startAfterChange('a');
    expect(calls).toHaveLength(1);
    await call(0).succeed();
    expect(calls).toHaveLength(2);
    await call(1).succeed();
    expect(calls).toHaveLength(2);
  });

  it('one sync is enough when none runs', async () => {
    const { manager, calls, call } = managed();
    manager.startAfterChange('a');
    await settle();
    await call(0).succeed();
    expect(calls).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('is idle at once, keeps nothing, and lets the next one run', async () => {
    const { manager, calls, call, states, stored, pass } = managed();
    manager.start('a');
    await settle();
    manager.cancel('a');
    expect(manager.stateOf('a')).toEqual({ kind: 'idle' });
    expect(call(0).input.signal?.aborted).toBe(true);
    await call(0).succeed();
    expect(stored).toEqual([]);
    manager.start('a');
    await settle();
    await call(1).succeed();
    expect(stored).toEqual(['a']);
    expect(states).toEqual(['a running', 'a idle', 'a running', 'a idle']);
    manager.cancel('a');
    expect(states).toHaveLength(4);
    await pass(15 * MINUTE);
    expect(calls).toHaveLength(3);
  });

  it('a sync that waits for its turn means that it never begins', async () => {
    const { manager, calls, call } = managed();
    for (const key of ['a', 'b', 'c']) manager.start(key);
    await settle();
    manager.cancel('c');
    await call(0).succeed();
    await call(1).succeed();
    expect(calls).toHaveLength(2);
  });

  it('all at the end, and what is offline stops trying', async () => {
    const { manager, calls, call, pass } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(offline());
    manager.start('b');
    await settle();
    manager.stopAll();
    await pass(5 * MINUTE);
    expect(calls).toHaveLength(2);
    expect(call(1).input.signal?.aborted).toBe(true);
  });

  it('makes nothing reachable: what was offline is offline again, since then, and is tried again', async () => {
    const { manager, calls, call, states, pass } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(offline());
    const before = manager.stateOf('a');
    manager.start('a');
    await settle();
    expect(manager.stateOf('a').kind).toBe('running');
    manager.cancel('a');
    expect(manager.stateOf('a')).toEqual(before);
    expect(states.at(-1)).toMatch(/^a offline/);
    await pass(2 * MINUTE);
    expect(calls).toHaveLength(3);
  });

  it('goes back to the failure that was there', async () => {
    const { manager, call } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(new SegmentError('forbidden', 'no'));
    const before = manager.stateOf('a');
    manager.start('a');
    await settle();
    manager.cancel('a');
    expect(manager.stateOf('a')).toEqual(before);
  });

  it('of a failed one leaves the failure to be read', async () => {
    const { manager, call } = managed();
    manager.start('a');
    await settle();
    await call(0).fail(new SegmentError('forbidden', 'no'));
    manager.cancel('a');
    expect(manager.stateOf('a').kind).toBe('failed');
  });
});

describe('a workspace that is stopped', () => {
  it('is told of no more, and has no timers', async () => {
    const { manager, call, states, stored, timers, progress } = managed();
    manager.start('a');
    await settle();
    const { input, succeed } = call(0);
    manager.stop('a');
    input.onProgress({ ...NO_PROGRESS, requests: 9 });
    await succeed();
    expect(states).toEqual(['a running']);
    expect(progress).toEqual([]);
    expect(stored).toEqual([]);
    expect(timers.size).toBe(0);
    expect(manager.stateOf('a')).toEqual({ kind: 'idle' });
  });

  it('has no timers either when it was idle', async () => {
    const { manager, call, timers } = managed();
    manager.start('a');
    await settle();
    await call(0).succeed();
    expect(timers.size).toBe(1);
    manager.stop('a');
    expect(timers.size).toBe(0);
  });
});
