import type { Change, Holder } from '@contract/changes';
import type { LabelRef, Snapshot } from '@contract/snapshot';
import { type DraftedChange, draftedSnapshot, isSoAlready, type ReplayedItem, replay } from '../plan/replay';
import { grantText } from '../policy/changes/grant-edits';
import { keyText, labelText } from '../policy/world/columns';

const sameHolder = (one: Holder, other: Holder): boolean => one.kind === other.kind && one.id === other.id;
const sameLabel = (one: LabelRef, other: LabelRef): boolean => labelText(one) === labelText(other);
const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether two changes take each other back: the later one undoes the earlier one. */
function cancel(earlier: Change, later: Change, base: Snapshot): boolean {
  switch (later.kind) {
    case 'addGrant':
    case 'removeGrant': {
      const inverse = later.kind === 'addGrant' ? 'removeGrant' : 'addGrant';
      return (
        earlier.kind === inverse &&
        sameHolder(earlier.holder, later.holder) &&
        grantText(earlier.grant) === grantText(later.grant)
      );
    }
    case 'addToGroup':
    case 'removeFromGroup': {
      const inverse = later.kind === 'addToGroup' ? 'removeFromGroup' : 'addToGroup';
      return (
        earlier.kind === inverse && earlier.groupId === later.groupId && earlier.memberId === later.memberId
      );
    }
    case 'addLabel':
    case 'removeLabel': {
      const inverse = later.kind === 'addLabel' ? 'removeLabel' : 'addLabel';
      return (
        earlier.kind === inverse &&
        keyText(earlier.resource) === keyText(later.resource) &&
        sameLabel(earlier.label, later.label)
      );
    }
    case 'deleteLabel':
      return earlier.kind === 'createLabel' && sameLabel(earlier.label, later.label);
    case 'createLabel':
      // With another description it is another label.
      return (
        earlier.kind === 'deleteLabel' &&
        sameLabel(earlier.label, later.label) &&
        base.labels.find((label) => sameLabel(label, later.label))?.description === later.label.description
      );
    case 'revokeInvite':
      return earlier.kind === 'invite' && sameAddress(earlier.email, later.email);
    default:
      return false;
  }
}

function isOfGroup(change: Change, groupId: string): boolean {
  if ('groupId' in change) return change.groupId === groupId;
  return 'holder' in change && change.holder.kind === 'group' && change.holder.id === groupId;
}

function isOfMember(change: Change, memberId: string): boolean {
  if ('memberId' in change) return change.memberId === memberId;
  return 'holder' in change && change.holder.kind === 'member' && change.holder.id === memberId;
}

/** Whether the later change makes the earlier one pointless: it decides the same anew. */
function supersedes(later: Change, earlier: Change): boolean {
  switch (later.kind) {
    case 'setGrants':
      return (
        (earlier.kind === 'addGrant' || earlier.kind === 'removeGrant' || earlier.kind === 'setGrants') &&
        sameHolder(earlier.holder, later.holder)
      );
    case 'renameGroup':
      return earlier.kind === 'renameGroup' && earlier.groupId === later.groupId;
    case 'deleteGroup':
      return isOfGroup(earlier, later.groupId);
    case 'removeMember':
      return isOfMember(earlier, later.memberId);
    default:
      return false;
  }
}

/** The shortest draft that the rules know; it may be wrong where items in between rely on what goes. */
function shortened(
  base: Snapshot,
  items: readonly DraftedChange[],
  added: DraftedChange,
): DraftedChange[] | null {
  const { change } = added;
  const opposite = items.findLast((each) => cancel(each.change, change, base));
  if (opposite !== undefined) return items.filter((each) => each !== opposite);
  if (change.kind === 'renameGroup') {
    const creation = items.find(
      (each) => each.change.kind === 'createGroup' && each.change.groupId === change.groupId,
    );
    if (creation !== undefined) {
      const { groupId, name } = change;
      const made: DraftedChange = {
        id: added.id,
        change: { kind: 'createGroup', groupId, name },
        words: `Create the group ${name}`,
      };
      return items.map((each) => (each === creation ? made : each));
    }
  }
  const superseded = items.filter((each) => supersedes(change, each.change));
  if (superseded.length === 0) return null;
  const left = items.filter((each) => !superseded.includes(each));
  const createdHere =
    change.kind === 'deleteGroup' && superseded.some((each) => each.change.kind === 'createGroup');
  return createdHere || isSoAlready(base, change) ? left : [...left, added];
}

/** What of an entry a draft can change, without the order of its lists. */
function textOf(entry: object): string {
  return JSON.stringify(entry, (name, value: unknown) => {
    if (name === 'memberCount') return undefined;
    if (!Array.isArray(value)) return value;
    return value.map((each) => JSON.stringify(each)).sort();
  });
}

/** How a snapshot differs from its base. What a draft leaves alone is the same object in both. */
function differences(base: Snapshot, after: Snapshot): string {
  const lists = ['members', 'groups', 'invites', 'labels', 'resources'] as const;
  return JSON.stringify(
    lists.map((list) => {
      if (base[list] === after[list]) return [[], []];
      const old = new Set<object>(base[list]);
      const now = new Set<object>(after[list]);
      const came = after[list].filter((entry: object) => !old.has(entry)).map(textOf);
      const went = base[list].filter((entry: object) => !now.has(entry)).map(textOf);
      // An entry that was changed and changed back came and went as the same text.
      const both = new Set(came.filter((text) => went.includes(text)));
      return [came, went].map((texts) => texts.filter((text) => !both.has(text)).sort());
    }),
  );
}

interface Outcome {
  readonly applying: ReadonlySet<string>;
  readonly differences: string;
}

function outcomeOf(base: Snapshot, items: readonly DraftedChange[], known: readonly ReplayedItem[]): Outcome {
  const replayed = replay(base, items, known);
  return {
    applying: new Set(replayed.filter(({ state }) => state.kind === 'applies').map(({ item }) => item.id)),
    differences: differences(base, draftedSnapshot(base, replayed)),
  };
}

/**
 * The draft with one change more. Changes that take each other back vanish together, and a
 * change that decides anew takes the place of those before it; but only where this comes
 * to the same as the longer draft, and nothing else in it stops to apply.
 */
export function withChange(
  base: Snapshot,
  replayed: readonly ReplayedItem[],
  added: DraftedChange,
): DraftedChange[] {
  const items = replayed.map(({ item }) => item);
  const appended = [...items, added];
  const short = shortened(base, items, added);
  if (short === null) return appended;
  const long = outcomeOf(base, appended, replayed);
  const other = outcomeOf(base, short, replayed);
  const kept = short.every(({ id }) => other.applying.has(id) || !long.applying.has(id));
  return kept && other.differences === long.differences ? short : appended;
}
