import type { Change } from '@contract/changes';
import type { Grant, Snapshot, Unknown } from '@contract/snapshot';
import { apply } from '../policy/changes/apply';
import { grantsOfHolder, grantText } from '../policy/changes/grant-edits';
import { labelsOf } from '../policy/changes/label-edits';
import { judgeChange } from '../policy/granting/judge-change';
import type { Verdict } from '../policy/granting/verdict';
import { keyText, labelText } from '../policy/world/columns';

/** One change of a draft, with the words it was added with. */
export interface DraftedChange {
  readonly id: string;
  readonly change: Change;
  readonly words: string;
}

/** How a drafted change stands against a snapshot: see the contract's `draftItemSchema`. */
export type ItemState =
  | { readonly kind: 'applies' }
  | { readonly kind: 'doesNotApply'; readonly reason: string }
  | { readonly kind: 'done' };

/** What pending invites of this draft offer, by address. */
type Offers = ReadonlyMap<string, readonly Grant[]>;

/** Where a replay stands after some items; the next item is judged against it. */
export interface Standing {
  readonly snapshot: Snapshot;
  readonly offers: Offers;
}

/** One item after its replay. `after` is what the next one is judged against: unchanged unless it applies. */
export interface ReplayedItem {
  readonly item: DraftedChange;
  readonly state: ItemState;
  /** Whether Segment would take it, on the snapshot after the items before it. */
  readonly verdict: Verdict;
  readonly before: Standing;
  readonly after: Standing;
}

const ACCEPTED: Verdict = { verdict: 'accepted', reasons: [] };

function wasRead({ unknowns }: Snapshot, subject: Unknown['subject']): boolean {
  return !unknowns.some((each) => each.subject === subject && each.id === undefined);
}

function sameGrants(one: readonly Grant[], other: readonly Grant[]): boolean {
  const texts = (grants: readonly Grant[]) => JSON.stringify(grants.map(grantText).sort());
  return one.length === other.length && texts(one) === texts(other);
}

/**
 * Whether a snapshot has already what the change is for. What is gone counts only where its
 * list was read; a holder that is gone is no answer to a change of its grants.
 */
export function isSoAlready(snapshot: Snapshot, change: Change): boolean {
  switch (change.kind) {
    case 'addGrant':
    case 'removeGrant': {
      const grants = grantsOfHolder(snapshot, change.holder);
      if (grants === null || grants === undefined) return false;
      const text = grantText(change.grant);
      return grants.some((each) => grantText(each) === text) === (change.kind === 'addGrant');
    }
    case 'setGrants': {
      const grants = grantsOfHolder(snapshot, change.holder);
      return grants !== null && grants !== undefined && sameGrants(grants, change.grants);
    }
    case 'addToGroup':
    case 'removeFromGroup': {
      const ids = snapshot.groups.find(({ id }) => id === change.groupId)?.memberIds;
      if (ids === null || ids === undefined) return false;
      return ids.includes(change.memberId) === (change.kind === 'addToGroup');
    }
    case 'createGroup':
      return snapshot.groups.some(({ id }) => id === change.groupId);
    case 'renameGroup':
      return snapshot.groups.find(({ id }) => id === change.groupId)?.name === change.name;
    case 'deleteGroup':
      return wasRead(snapshot, 'groups') && !snapshot.groups.some(({ id }) => id === change.groupId);
    case 'createLabel':
    case 'deleteLabel': {
      const text = labelText(change.label);
      const there = snapshot.labels.some((each) => labelText(each) === text);
      return change.kind === 'createLabel' ? there : !there && wasRead(snapshot, 'labels');
    }
    case 'addLabel':
    case 'removeLabel': {
      const key = keyText(change.resource);
      const resource = snapshot.resources.find((each) => keyText(each) === key);
      const labels = resource === undefined ? undefined : labelsOf(resource);
      if (labels === null || labels === undefined) return false;
      const text = labelText(change.label);
      return labels.some((each) => labelText(each) === text) === (change.kind === 'addLabel');
    }
    case 'invite':
    case 'revokeInvite': {
      const address = change.email.toLowerCase();
      const pending = snapshot.invites.some(({ email }) => email.toLowerCase() === address);
      return change.kind === 'invite' ? pending : !pending && wasRead(snapshot, 'invites');
    }
    case 'removeMember':
      return wasRead(snapshot, 'members') && !snapshot.members.some(({ id }) => id === change.memberId);
    case 'acceptInvite':
    case 'addMember':
    case 'addResource':
    case 'removeResource':
    case 'restore':
      return false;
  }
}

function offersAfter(offers: Offers, change: Change): Offers {
  if (change.kind !== 'invite' && change.kind !== 'revokeInvite') return offers;
  const next = new Map(offers);
  if (change.kind === 'invite') next.set(change.email, change.grants);
  else next.delete(change.email);
  return next;
}

/** Judges one item against what the items before it left. */
export function replayItem(before: Standing, item: DraftedChange): ReplayedItem {
  const { change } = item;
  const { snapshot, offers } = before;
  if (isSoAlready(snapshot, change)) {
    return { item, state: { kind: 'done' }, verdict: ACCEPTED, before, after: before };
  }
  const verdict = judgeChange(snapshot, change, { actor: null, offers });
  const applied = apply(snapshot, change);
  const refusal =
    applied.kind === 'impossible'
      ? applied.reason
      : verdict.verdict === 'refused'
        ? verdict.reasons.map(({ message }) => message).join('; ')
        : null;
  if (refusal !== null || applied.kind === 'impossible') {
    return { item, state: { kind: 'doesNotApply', reason: refusal ?? '' }, verdict, before, after: before };
  }
  const after = { snapshot: applied.snapshot, offers: offersAfter(offers, change) };
  return { item, state: { kind: 'applies' }, verdict, before, after };
}

/**
 * A draft on a snapshot, item by item. `known` is a replay on the same snapshot: as far as
 * it holds the same items at the beginning, it is taken over.
 */
export function replay(
  base: Snapshot,
  items: readonly DraftedChange[],
  known: readonly ReplayedItem[] = [],
): ReplayedItem[] {
  const replayed: ReplayedItem[] = [];
  let standing: Standing = { snapshot: base, offers: new Map() };
  let follows = known[0] === undefined || known[0].before.snapshot === base;
  for (const [position, item] of items.entries()) {
    const present = known[position];
    follows = follows && present?.item === item;
    const next = follows && present !== undefined ? present : replayItem(standing, item);
    replayed.push(next);
    standing = next.after;
  }
  return replayed;
}

/** The snapshot after a replayed draft. */
export function draftedSnapshot(base: Snapshot, replayed: readonly ReplayedItem[]): Snapshot {
  return replayed.at(-1)?.after.snapshot ?? base;
}
