import type { Grant, LabelRef } from '@contract/snapshot';
import { grantText } from '../policy/changes/grant-edits';
import type { TargetState } from './plan';

/** Equal lists whatever their order; repetitions count. */
function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}

const once = (texts: readonly string[]): string[] => [...new Set(texts)];
const grantTexts = (grants: readonly Grant[]): string[] => grants.map(grantText);
const labelTexts = (labels: readonly LabelRef[]): string[] =>
  once(labels.map(({ key, value }) => JSON.stringify([key, value])));
const addresses = (emails: readonly string[]): string[] => emails.map((email) => email.toLowerCase());
const ids = (members: readonly { readonly id: string }[]): string[] => members.map(({ id }) => id);

/** Whether two lists are the same, as far as both could be read. */
function sameWhereRead<Entry>(
  one: readonly Entry[] | null,
  other: readonly Entry[] | null,
  texts: (list: readonly Entry[]) => string[],
): boolean {
  return one === null || other === null || sameTexts(texts(one), texts(other));
}

function same(one: TargetState, other: TargetState, texts: (grants: readonly Grant[]) => string[]): boolean {
  switch (one.kind) {
    case 'grants':
      return other.kind === 'grants' && sameTexts(texts(one.grants), texts(other.grants));
    case 'groupMembers':
      return (
        other.kind === 'groupMembers' &&
        sameTexts(ids(one.members), ids(other.members)) &&
        sameWhereRead(one.invited, other.invited, addresses)
      );
    case 'groupName':
      return other.kind === 'groupName' && one.name === other.name;
    case 'groupsNamed':
      return (
        other.kind === 'groupsNamed' &&
        one.name === other.name &&
        one.created === other.created &&
        sameTexts(one.ids, other.ids)
      );
    case 'group': {
      if (other.kind !== 'group') return false;
      const { group: mine } = one;
      const { group: theirs } = other;
      if (mine === null || theirs === null) return mine === theirs;
      return (
        mine.name === theirs.name &&
        sameWhereRead(mine.memberIds, theirs.memberIds, (list) => [...list]) &&
        sameWhereRead(mine.invitedEmails, theirs.invitedEmails, addresses) &&
        sameWhereRead(mine.grants, theirs.grants, texts)
      );
    }
    case 'label': {
      if (other.kind !== 'label') return false;
      const { label: mine } = one;
      const { label: theirs } = other;
      if (mine === null || theirs === null) return mine === theirs;
      // The description says nothing about access, and Segment may trim it.
      return mine.key === theirs.key && mine.value === theirs.value;
    }
    case 'labels':
      return other.kind === 'labels' && sameTexts(labelTexts(one.labels), labelTexts(other.labels));
    case 'invite':
      return other.kind === 'invite' && one.pending === other.pending;
    case 'member': {
      if (other.kind !== 'member') return false;
      const { member: mine } = one;
      const { member: theirs } = other;
      if (mine === null || theirs === null) return mine === theirs;
      return (
        mine.id === theirs.id &&
        mine.email.toLowerCase() === theirs.email.toLowerCase() &&
        sameWhereRead(mine.grants, theirs.grants, texts)
      );
    }
  }
}

/**
 * Whether a target is as it was when planned. An equal second grant counts: a list that
 * is written whole would take it away. Order, and what could not be read, does not count.
 */
export function isUnmoved(before: TargetState, there: TargetState): boolean {
  return same(before, there, grantTexts);
}

/** Whether a target is as the step wanted it; equal grants may have been merged into one. */
export function isReached(after: TargetState, there: TargetState): boolean {
  if (after.kind === 'groupsNamed' && after.created) return createdGroup(after, there) !== null;
  return same(after, there, (grants) => once(grantTexts(grants)));
}

/**
 * The id of the group that was created: the one group of this name that was not there
 * before. `null` when there is none, or more than one, so that nobody can tell which.
 */
export function createdGroup(after: TargetState, there: TargetState): string | null {
  if (after.kind !== 'groupsNamed' || there.kind !== 'groupsNamed') return null;
  const known = new Set(after.ids);
  const fresh = there.ids.filter((id) => !known.has(id));
  return fresh.length === 1 ? (fresh[0] ?? null) : null;
}
