import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot } from '@contract/snapshot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildSnapshot, grant, member, resources, scopes } from '../../fixtures/snapshot';
import { KEY, runPolicies } from './in-process';

const OTHER = '7a0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c22';
const print = (digit: string) => digit.repeat(64);
const parts: Partial<Snapshot> = {
  members: [member('ada', { grants: [grant('Source Admin', scopes.sources('s1'))] }), member('ben')],
  resources: [resources.source('s1'), resources.source('s2')],
};
const snapshotOf = (digit: string, more: Partial<Snapshot> = {}) =>
  buildSnapshot({ ...parts, ...more, fingerprint: print(digit) });
const reachOfAda = { key: KEY, holder: { kind: 'member', id: 'ada' } } as const;

let run = runPolicies();
afterEach(() => {
  run.policies.forget();
  run = runPolicies();
});
const becomes = (kind: string, key = KEY) =>
  vi.waitFor(() => expect(run.policies.stateOf(key).kind).toBe(kind));

describe('compiled policies', () => {
  it('answer a question that came while the policy was being compiled', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    expect(run.policies.stateOf(KEY)).toMatchObject({ kind: 'compiling', fingerprint: print('a') });
    const { fingerprint, byType } = await run.policies.ask('policy.reach', reachOfAda);
    expect(fingerprint).toBe(print('a'));
    expect(byType[0]).toMatchObject({
      type: 'SOURCE',
      of: 2,
      reach: { read: 0, admin: 1, unknown: 0, pii: 0 },
    });
    expect(run.states.map(({ kind }) => kind)).toEqual(['compiling', 'ready']);
    expect([...(run.counted[0]?.counts.members ?? [])]).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('answer from the newest snapshot, and say from which', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    await becomes('ready');
    run.policies.take(KEY, snapshotOf('b', { members: [member('ada')] }));
    const { fingerprint, byType } = await run.policies.ask('policy.reach', reachOfAda);
    expect(fingerprint).toBe(print('b'));
    expect(byType[0]?.reach.admin).toBe(0);
  });

  it('let a newer snapshot overtake one that is on its way', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    run.policies.take(KEY, snapshotOf('b'));
    await becomes('ready');
    await wait(20);
    expect(run.counted.map(({ fingerprint }) => fingerprint)).toEqual([print('b')]);
    expect(run.policies.stateOf(KEY).fingerprint).toBe(print('b'));
  });

  it('do not compile the same content twice, and give its counts again', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    await becomes('ready');
    run.policies.take(KEY, snapshotOf('a'));
    expect(run.policies.stateOf(KEY).kind).toBe('ready');
    expect(run.counted).toHaveLength(2);
    expect(run.workers[0]?.sent.filter(({ kind }) => kind === 'compile')).toHaveLength(1);
  });

  it('say in words what is not there', async () => {
    await expect(run.policies.ask('policy.reach', reachOfAda)).rejects.toMatchObject({
      failure: { code: 'notFound' },
    });
    run.policies.take(KEY, snapshotOf('a'));
    await expect(
      run.policies.ask('policy.reach', { key: KEY, holder: { kind: 'group', id: 'none' } }),
    ).rejects.toMatchObject({ failure: { code: 'notFound', message: expect.stringContaining('group') } });
    await expect(
      run.policies.ask('policy.whatCan', {
        key: KEY,
        memberId: 'ada',
        action: 'fly',
        types: [],
        offset: 0,
        limit: 1,
      }),
    ).rejects.toMatchObject({ failure: { code: 'badInput', message: expect.stringContaining('fly') } });
  });

  it('are started again once after a crash, with everything that was held', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    run.policies.take(OTHER, snapshotOf('c'));
    await becomes('ready');
    await becomes('ready', OTHER);
    run.workers[0]?.deafen();
    const lost = run.policies.ask('policy.reach', reachOfAda);
    await wait(5);
    run.workers[0]?.crash();
    await expect(lost).rejects.toMatchObject({ failure: { code: 'internal' } });
    expect((await run.policies.ask('policy.reach', reachOfAda)).fingerprint).toBe(print('a'));
    await becomes('ready', OTHER);
    run.workers[1]?.crash();
    expect(run.policies.stateOf(KEY)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('out of memory'),
    });
    await expect(run.policies.ask('policy.reach', reachOfAda)).rejects.toMatchObject({
      failure: { code: 'internal' },
    });
    // The next reading tries again, even with the same content.
    run.policies.take(KEY, snapshotOf('a'));
    expect((await run.policies.ask('policy.reach', reachOfAda)).fingerprint).toBe(print('a'));
  });

  it('forget one workspace: nobody gets an answer about it, and the worker drops it', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    run.policies.take(OTHER, snapshotOf('c'));
    await becomes('ready');
    const asked = run.policies.ask('policy.reach', reachOfAda);
    run.policies.forget(KEY);
    await expect(asked).rejects.toMatchObject({ failure: { code: 'notFound' } });
    expect(run.policies.stateOf(KEY).kind).toBe('none');
    expect(run.workers[0]?.sent.at(-1)).toEqual({ kind: 'forget', key: KEY });
    expect(run.workers[0]?.stopped).toBe(false);
    await becomes('ready', OTHER);
  });

  it('end the worker with the last policy, and when everything is locked', async () => {
    run.policies.take(KEY, snapshotOf('a'));
    const waiting = run.policies.ask('policy.reach', reachOfAda);
    run.policies.forget();
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'notFound' } });
    expect(run.workers[0]?.stopped).toBe(true);
    run.policies.take(KEY, snapshotOf('a'));
    expect((await run.policies.ask('policy.reach', reachOfAda)).fingerprint).toBe(print('a'));
    expect(run.workers).toHaveLength(2);
  });
});
