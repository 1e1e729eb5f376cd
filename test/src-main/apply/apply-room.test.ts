import type { ApplyView } from '@contract/apply';
import { describe, expect, it } from 'vitest';
import type { ApplyJournal } from '../../../src-main/apply/apply-journal';
import { type ApplyRoomOptions, createApplyRoom } from '../../../src-main/apply/apply-room';
import type { Confirmation } from '../../../src-main/apply/confirmations';
import { type ApplyRecord, stagedRecord } from '../../../src-main/apply/record';
import { createSegmentRemote } from '../../../src-main/apply/segment-remote';
import { makePlan } from '../../../src-main/plan/make-plan';
import { createSegmentClient } from '../../../src-main/segment/client';
import { FakeSegment } from '../../apply-model/fake-segment';
import { snapshotOf } from '../../apply-model/world';

const KEY = '11111111-1111-4111-8111-111111111111';
const ITEMS = [
  { id: 'i1', change: { kind: 'createLabel', label: { key: 'team', value: 'new' } }, words: 'one' },
  { id: 'i2', change: { kind: 'addToGroup', groupId: 'g1', memberId: 'u3' }, words: 'two' },
] as const;
const DELETION = [{ id: 'i1', change: { kind: 'deleteGroup', groupId: 'g1' }, words: 'delete' }] as const;

/** A room over a workspace in memory. `atRequest` hears each request before it is answered. */
function roomOver(
  items: Parameters<typeof makePlan>[1] = ITEMS,
  options: Partial<ApplyRoomOptions> & { readonly atRequest?: (method: string, path: string) => void } = {},
) {
  const fake = new FakeSegment();
  const base = snapshotOf(fake);
  let kept: ApplyRecord | null = null;
  const views: ApplyView[] = [];
  const carried: (readonly string[])[] = [];
  const asked: (readonly Confirmation[])[] = [];
  const syncs: string[] = [];
  const journal: ApplyJournal = {
    get: () => kept,
    save: async (_key, record) => {
      kept = record;
    },
    keys: () => (kept === null ? [] : [KEY]),
  };
  const room = createApplyRoom({
    journal,
    remoteOf: (_key, signal) =>
      createSegmentRemote({
        tokenId: 'ours',
        now: () => fake.now,
        signal,
        client: createSegmentClient({
          baseUrl: 'http://127.0.0.1',
          token: 'token',
          now: () => fake.now,
          sleep: async (ms) => fake.pass(ms),
          random: () => 0.5,
          fetch: async (url, init) => {
            const method = init.method ?? 'GET';
            options.atRequest?.(method, new URL(url).pathname);
            const answer = fake.request(method, url, typeof init.body === 'string' ? init.body : null, null);
            if (typeof answer === 'string') throw new TypeError('fetch failed');
            return answer;
          },
        }),
      }),
    makePlan: () => ({ plan: makePlan(base, items), draftRevision: 3 }),
    draftRevision: () => 3,
    words: (_key, state) => [state.kind],
    confirm: async (confirmations) => {
      asked.push(confirmations);
      return true;
    },
    carried: async (_key, { items: done }) => {
      carried.push(done);
    },
    sync: (key) => syncs.push(key),
    onChange: (view) => views.push(view),
    tell: (message) => {
      throw new Error(message);
    },
    now: () => fake.now,
    sleep: async (ms) => fake.pass(ms),
    ...options,
  });
  const startPlanned = () => {
    const { id, hash } = room.makePlan(KEY);
    return room.start(KEY, { planId: id, hash });
  };
  const kinds = () => room.state(KEY)?.steps.map(({ kind }) => kind);
  const until = async (kind: ApplyView['kind']) => {
    await expect
      .poll(() => (syncs.length > 0 || kind === 'paused' ? room.state(KEY)?.kind : 'busy'))
      .toBe(kind);
  };
  return {
    room,
    fake,
    views,
    carried,
    asked,
    syncs,
    startPlanned,
    kinds,
    until,
    keep: (record: ApplyRecord) => {
      kept = record;
    },
    kept: () => kept,
  };
}

const refusal = (code: string) => ({ failure: { code } });

describe('applying a plan', () => {
  it('goes through the steps, tells the draft, and has the workspace read again', async () => {
    const { startPlanned, until, kinds, fake, carried, syncs, asked } = roomOver();
    await startPlanned();
    await until('finished');
    expect(kinds()).toEqual(['applied', 'applied']);
    expect(fake.labels.has('team:new')).toBe(true);
    expect(fake.teams.get('g1')?.members.has('u3')).toBe(true);
    expect(carried.at(-1)).toEqual(['i1', 'i2']);
    expect(syncs).toEqual([KEY]);
    expect(asked).toEqual([]);
  });

  it('takes no other plan than its own latest copy', async () => {
    const { room, fake } = roomOver();
    const first = room.makePlan(KEY);
    const second = room.makePlan(KEY);
    await expect(room.start(KEY, { planId: first.id, hash: first.hash })).rejects.toMatchObject(
      refusal('conflict'),
    );
    const forged = { planId: second.id, hash: 'f'.repeat(64) };
    await expect(room.start(KEY, forged)).rejects.toMatchObject(refusal('conflict'));
    expect(fake.requests).toBe(0);
  });

  it('refuses a plan of a draft that has changed', async () => {
    const { startPlanned, fake } = roomOver(ITEMS, { draftRevision: () => 4 });
    await expect(startPlanned()).rejects.toMatchObject(refusal('conflict'));
    expect(fake.requests).toBe(0);
  });

  it('asks before a deletion, and sends nothing without the answer', async () => {
    const asked: (readonly Confirmation[])[] = [];
    const { startPlanned, fake, room } = roomOver(DELETION, {
      confirm: async (confirmations) => {
        asked.push(confirmations);
        return false;
      },
    });
    await expect(startPlanned()).rejects.toMatchObject(refusal('cancelled'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[0]?.lines).toHaveLength(1);
    expect(fake.requests).toBe(0);
    expect(room.state(KEY)).toBeNull();
  });

  it('pauses between steps, goes on, and is put away only when it has ended', async () => {
    const own: { pause?: () => void } = {};
    const { room, startPlanned, until, kinds, syncs } = roomOver(ITEMS, {
      atRequest: (method) => {
        if (method === 'POST') own.pause?.();
      },
    });
    own.pause = () => {
      own.pause = () => undefined;
      room.pause(KEY);
    };
    await startPlanned();
    await until('paused');
    expect(kinds()).toEqual(['applied', 'planned']);
    await expect(room.dismiss(KEY)).rejects.toMatchObject(refusal('conflict'));
    await expect(startPlanned()).rejects.toMatchObject(refusal('conflict'));
    syncs.length = 0;
    room.resume(KEY);
    await until('finished');
    expect(kinds()).toEqual(['applied', 'applied']);
    await room.dismiss(KEY);
    expect(room.state(KEY)).toBeNull();
  });

  it('leaves out what was not begun when it is cancelled', async () => {
    const own: { cancel?: () => void } = {};
    const { room, startPlanned, until, kinds } = roomOver(ITEMS, {
      atRequest: (method) => {
        if (method === 'POST') own.cancel?.();
      },
    });
    own.cancel = () => room.cancel(KEY);
    await startPlanned();
    await until('stopped');
    expect(kinds()).toEqual(['applied', 'skipped']);
  });

  it('leaves a target alone that somebody else has changed, and says what is there', async () => {
    const { until, kinds, fake, room } = roomOver();
    const before = room.makePlan(KEY);
    fake.foreign('POST', '/groups/g1/users', { emails: ['u1@acme.example'] });
    await room.start(KEY, { planId: before.id, hash: before.hash });
    await until('finished');
    expect(kinds()).toEqual(['applied', 'conflict']);
    expect(fake.teams.get('g1')?.members.has('u3')).toBe(false);
  });

  it('after a kill finds out by reading only what became of the write, and waits for the admin', async () => {
    const methods: string[] = [];
    const { room, fake, keep, kept, until, kinds } = roomOver(ITEMS, {
      atRequest: (method) => methods.push(method),
    });
    const view = room.makePlan(KEY);
    const plan = { ...makePlan(snapshotOf(fake), ITEMS), ...view, workspaceId: 'w1' };
    const staged = stagedRecord(
      { ...plan, steps: makePlan(snapshotOf(fake), ITEMS).steps },
      '2026-01-01T00:00:00.000Z',
    );
    fake.request('POST', 'http://127.0.0.1/labels', '{"label":{"key":"team","value":"new"}}', 'killDone');
    keep({
      ...staged,
      kind: 'running',
      steps: staged.steps.map((each, index) =>
        index === 0
          ? { ...each, state: { kind: 'sending' }, sends: 1, sentAt: fake.now - 100, since: fake.now - 200 }
          : each,
      ),
    });
    expect(room.state(KEY)?.kind).toBe('paused');
    room.settleInterrupted();
    await expect.poll(() => kept()?.steps[0]?.state.kind).toBe('applied');
    await until('paused');
    expect(kinds()).toEqual(['applied', 'planned']);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(room.state(KEY)?.reason).toContain('ended while this was being applied');
  });

  it('takes an apply that was never confirmed for none', () => {
    const { room, fake, keep } = roomOver();
    const view = room.makePlan(KEY);
    const { steps } = makePlan(snapshotOf(fake), ITEMS);
    keep(stagedRecord({ ...view, workspaceId: 'w1', steps }, '2026-01-01T00:00:00.000Z'));
    expect(room.state(KEY)).toBeNull();
  });
});
