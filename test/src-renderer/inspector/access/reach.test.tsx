// @vitest-environment happy-dom
import type { ChannelInput } from '@contract/channels';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { receivePolicy } from '../../../../src-renderer/stores/policy';
import { useSelectionStore } from '../../../../src-renderer/stores/selection';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import {
  explanation,
  people,
  person,
  range,
  reach,
  reachByType,
  source,
  things,
} from '../../../fixtures/policy-answers';
import { button, click, one, pageText, settle } from '../../components/list/mount';
import { member, resource } from '../inspections';
import { key, openInspector, prepareInspector } from '../open-inspector';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = prepareInspector();
});

const kinds = reachByType([
  { type: 'SOURCE', of: 212, reach: reach({ pii: 2 }), unread: null },
  { type: 'WAREHOUSE', of: 4, reach: reach({ admin: 0, read: 0, unknown: 0 }), unread: null },
  { type: 'FUNCTION', of: 0, reach: reach({ admin: 0, read: 0, unknown: 0 }), unread: null },
]);

/** The button that unfolds a kind. */
function unfolder(kind: string): HTMLButtonElement {
  const found = [...document.querySelectorAll<HTMLButtonElement>('button[aria-expanded]')].find((each) =>
    each.textContent?.startsWith(kind),
  );
  if (found === undefined) throw new Error(`${kind} does not unfold`);
  return found;
}

function row(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll<HTMLButtonElement>('button.row')].find((each) =>
    each.textContent?.startsWith(name),
  );
  if (found === undefined) throw new Error(`there is no row ${name}`);
  return found;
}

function openMember(): Promise<string> {
  return openInspector(bridge, member(), { kind: 'member', id: 'ada' });
}

describe('what a member reaches', () => {
  it('is told by kind, with what is unknown', async () => {
    bridge.answer({ 'policy.reach': () => kinds });
    const text = await openMember();
    expect(text).toContain('Reaches38 of 216 resources +3 unknown');
    expect(text).toContain('Sources38 of 21212 admin · 26 read · 3 unknown · PII in 2');
    expect(text).toContain('Warehouses0 of 4');
    expect(text).not.toContain('Functions');
    expect(bridge.inputsOf('policy.reach')).toEqual([{ key, holder: { kind: 'member', id: 'ada' } }]);
    expect(document.querySelectorAll('button[aria-expanded]')).toHaveLength(1);
  });

  it('says which kinds could not be read instead of a no', async () => {
    const reached = reach({ admin: 0, read: 0, unknown: 0 });
    bridge.answer({
      'policy.reach': () => reachByType([{ type: 'SOURCE', of: 0, reach: reached, unread: 'Answered 403.' }]),
    });
    const text = await openMember();
    expect(text).toContain('Sources: Answered 403.');
    expect(text).not.toContain('No grant of this member');
  });

  it('unfolds by kind and page by page, with the unknown ones apart', async () => {
    const all = [
      ...Array.from({ length: 30 }, (_, index) => source(`App ${index}`)),
      source('Perhaps', { effect: 'unknown', level: range({ atLeast: 'none', atMost: 'admin' }) }),
    ];
    bridge.answer({
      'policy.reach': () => kinds,
      'policy.whatCan': ({ offset, limit }: ChannelInput<'policy.whatCan'>) =>
        things({ allowed: 30, unknown: 1, offset, rows: all.slice(offset, offset + limit) }),
    });
    await openMember();
    await click(unfolder('Sources'));
    await settle();
    expect(unfolder('Sources').getAttribute('aria-expanded')).toBe('true');
    expect(document.querySelectorAll('button.row')).toHaveLength(25);
    expect(pageText()).not.toContain('Perhaps');
    await click(button('Show more (6 left)'));
    await settle();
    expect(document.querySelectorAll('button.row')).toHaveLength(31);
    expect(one('.unsure').textContent).toContain('what could not be read may open them');
    expect(one('.unsure').textContent).toContain('Perhapsunknown, at most admin');
    expect(bridge.inputsOf('policy.whatCan')).toEqual([
      { key, memberId: 'ada', action: 'view', types: ['SOURCE'], offset: 0, limit: 25 },
      { key, memberId: 'ada', action: 'view', types: ['SOURCE'], offset: 25, limit: 200 },
    ]);
  });

  it('never mixes pages of two snapshots', async () => {
    const all = Array.from({ length: 30 }, (_, index) => source(`App ${index}`));
    bridge.answer({
      'policy.reach': () => kinds,
      'policy.whatCan': ({ offset, limit }) =>
        things({ allowed: 30, offset, rows: all.slice(offset, offset + limit) }),
    });
    await openMember();
    await click(unfolder('Sources'));
    await settle();
    const newer = Array.from({ length: 30 }, (_, index) => source(`New ${index}`));
    bridge.answer({
      'policy.whatCan': ({ offset, limit }) =>
        things({ fingerprint: 'g', allowed: 30, offset, rows: newer.slice(offset, offset + limit) }),
    });
    await click(button('Show more (5 left)'));
    await settle();
    await settle();
    expect(document.querySelectorAll('button.row')).toHaveLength(30);
    expect(pageText()).not.toContain('App ');
  });

  it('leads to the explanation of a pair, and back to the row one came from', async () => {
    bridge.answer({
      'policy.reach': () => kinds,
      'policy.whatCan': () => things({ allowed: 2, rows: [source('Web prod'), source('iOS')] }),
      'policy.explain': () => explanation(),
    });
    await openMember();
    await click(unfolder('Sources'));
    await settle();
    await click(row('iOS'));
    await settle();
    expect(bridge.inputsOf('policy.explain')).toEqual([
      {
        key,
        memberId: 'ada',
        action: 'view',
        target: { kind: 'resource', resource: { type: 'SOURCE', id: 'ios' } },
      },
    ]);
    expect(one('h2').textContent).toBe('Ada → Web prod');
    expect(document.activeElement).toBe(one('h2'));
    await click(button('Back'));
    await settle();
    await settle();
    expect(one('h2').textContent).toBe('Ada');
    expect(document.activeElement).toBe(row('iOS'));
  });

  it('is asked again when the policy has been compiled, and when asked to after a failure', async () => {
    bridge.refuse('policy.reach', { code: 'internal', message: 'It ran out of memory.' });
    expect(await openMember()).toContain('This could not be worked out. It ran out of memory.');
    bridge.answer({ 'policy.reach': () => kinds });
    await click(button('Try again'));
    await settle();
    expect(pageText()).toContain('38 of 216 resources');
    bridge.answer({ 'policy.reach': () => reachByType([]) });
    await act(async () => receivePolicy({ key, kind: 'ready', fingerprint: 'f', reason: null }));
    await settle();
    expect(pageText()).toContain('No grant of this member reaches a resource.');
  });

  it('says that it is being worked out while the policy is compiled', async () => {
    bridge.answer({ 'policy.reach': () => new Promise(() => undefined) });
    expect(await openMember()).toContain('Working out the access…');
  });
});

describe('what a group gives', () => {
  it('is told by kind and does not unfold', async () => {
    bridge.answer({ 'policy.reach': () => kinds });
    const text = await openInspector(
      bridge,
      {
        kind: 'group',
        row: { id: 'g1', name: 'Analysts', members: 0, invited: 0, roles: [], grants: 0, reach: null },
        grants: [],
        members: [],
        invited: [],
        reason: null,
      },
      { kind: 'group', id: 'g1' },
    );
    expect(text).toContain('Gives38 of 216 resources +3 unknown');
    expect(bridge.inputsOf('policy.reach')).toEqual([{ key, holder: { kind: 'group', id: 'g1' } }]);
    expect(document.querySelector('button[aria-expanded]')).toBeNull();
  });
});

describe('who can reach a resource', () => {
  const subject = { kind: 'resource', id: 'SOURCE:s1' } as const;

  it('is listed with levels, the unknown people apart with the reason', async () => {
    bridge.answer({
      'policy.whoCan': () =>
        people({
          allowed: 1,
          unknown: 1,
          errors: ['The groups could not be read.'],
          rows: [
            person('Ada', { level: range({ atLeast: 'admin', atMost: 'admin', pii: 'allowed' }) }),
            person('Ben', { effect: 'unknown', level: range({ atLeast: 'none', pii: 'unknown' }) }),
          ],
        }),
    });
    const text = await openInspector(bridge, resource(), subject);
    expect(text).toContain('Who can reach it1+1 unknown');
    expect(text).toContain('Unknown. The groups could not be read.');
    expect(text).toContain('Ada ada@northwind.examplePIIadmin');
    expect(one('.unsure').textContent).toContain('Ben ben@northwind.examplePII ?unknown, at most read');
    expect(one('.unsure').textContent).not.toContain('Ada');
    expect(bridge.inputsOf('policy.whoCan')).toEqual([
      {
        key,
        action: 'view',
        target: { kind: 'resource', resource: { type: 'SOURCE', id: 's1' } },
        offset: 0,
        limit: 25,
      },
    ]);
  });

  it('opens the pair', async () => {
    bridge.answer({
      'policy.whoCan': () => people({ allowed: 1, rows: [person('Ada')] }),
      'policy.explain': () => explanation(),
    });
    await openInspector(bridge, resource(), subject);
    await click(row('Ada'));
    await settle();
    const [shown] = Object.values(useSelectionStore.getState().inspected);
    expect(shown?.subject).toEqual({
      kind: 'pair',
      memberId: 'ada',
      resource: { type: 'SOURCE', id: 's1' },
      action: 'view',
    });
  });

  it('says nobody only where it is certain', async () => {
    expect(await openInspector(bridge, resource(), subject)).toContain('Who can reach it0Nobody.');
    bridge.answer({ 'policy.whoCan': () => people({ errors: ['The members could not be read.'] }) });
    await act(async () => receivePolicy({ key, kind: 'ready', fingerprint: 'f', reason: null }));
    await settle();
    expect(pageText()).not.toContain('Nobody.');
  });
});
