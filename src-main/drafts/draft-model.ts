import type { Change } from '@contract/changes';
import type { DraftedChange } from '../plan/replay';
import { type DraftContent, LIMITS } from './draft-content';

/** The items of a draft in their order. */
export function itemsOf({ items, order }: DraftContent): DraftedChange[] {
  return order.flatMap((id) => items[id] ?? []);
}

/** Only what the draft and its history name. */
function swept(content: DraftContent): DraftContent {
  const named = new Set([
    ...content.order,
    ...[...content.undo, ...content.redo].flatMap(({ order }) => order),
  ]);
  const keep = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => named.has(id)));
  return { ...content, items: keep(content.items), applied: keep(content.applied) };
}

/** The draft with other items: one step of undo called `words`. What could be redone is gone. */
export function withItems(
  content: DraftContent,
  items: readonly DraftedChange[],
  words: string,
): DraftContent {
  const undo = [...content.undo, { words, order: content.order }].slice(-LIMITS.steps);
  return swept({
    ...content,
    revision: content.revision + 1,
    items: { ...content.items, ...Object.fromEntries(items.map((item) => [item.id, item])) },
    order: items.map(({ id }) => id),
    undo,
    redo: [],
  });
}

/** One step back; `null`: there is none. */
export function undone(content: DraftContent): DraftContent | null {
  const step = content.undo.at(-1);
  if (step === undefined) return null;
  return {
    ...content,
    revision: content.revision + 1,
    order: step.order,
    undo: content.undo.slice(0, -1),
    redo: [...content.redo, { words: step.words, order: content.order }],
  };
}

/** One step forward again; `null`: there is none. */
export function redone(content: DraftContent): DraftContent | null {
  const step = content.redo.at(-1);
  if (step === undefined) return null;
  return {
    ...content,
    revision: content.revision + 1,
    order: step.order,
    undo: [...content.undo, { words: step.words, order: content.order }],
    redo: content.redo.slice(0, -1),
  };
}

function namesGroup(change: Change, groupId: string): boolean {
  if ('groupId' in change) return change.groupId === groupId;
  return 'holder' in change && change.holder.kind === 'group' && change.holder.id === groupId;
}

/**
 * The items without these. What is about a group that goes with them goes too: without its
 * creation nobody could say what it is about. Other items stay, and are flagged if they no
 * longer make sense.
 */
export function withoutItems(items: readonly DraftedChange[], ids: ReadonlySet<string>): DraftedChange[] {
  const gone = items.flatMap(({ id, change }) =>
    ids.has(id) && change.kind === 'createGroup' ? [change.groupId] : [],
  );
  return items.filter(
    ({ id, change }) => !ids.has(id) && !gone.some((groupId) => namesGroup(change, groupId)),
  );
}

/**
 * Takes items out of the draft and its whole history: they are in the workspace now, and undo
 * must neither bring them back nor pretend to take them back. Steps that come to nothing go.
 */
export function cleared(content: DraftContent, ids: ReadonlySet<string>): DraftContent {
  if (!content.order.some((id) => ids.has(id))) return content;
  const without = (order: readonly string[]) => order.filter((id) => !ids.has(id));
  const order = without(content.order);
  const filtered = (steps: DraftContent['undo']) => {
    // From the present outwards: a step that leads to where one is already is none.
    const kept: DraftContent['undo'] = [];
    let nearer = order.join('\n');
    for (const step of steps.toReversed()) {
      const left = without(step.order);
      const text = left.join('\n');
      if (text !== nearer) kept.push({ words: step.words, order: left });
      nearer = text;
    }
    return kept.toReversed();
  };
  return swept({
    ...content,
    revision: content.revision + 1,
    order,
    undo: filtered(content.undo),
    redo: filtered(content.redo),
  });
}

function renamedGroup(change: Change, from: string, to: string): Change {
  if ('groupId' in change && change.groupId === from) return { ...change, groupId: to };
  if ('holder' in change && change.holder.kind === 'group' && change.holder.id === from) {
    return { ...change, holder: { ...change.holder, id: to } };
  }
  return change;
}

/** The draft once a group that it creates has its id at Segment; the same one when it names no such group. */
export function withGroupId(content: DraftContent, draftId: string, id: string): DraftContent {
  const items = Object.fromEntries(
    Object.entries(content.items).map(([key, item]) => {
      const change = renamedGroup(item.change, draftId, id);
      return [key, change === item.change ? item : { ...item, change }];
    }),
  );
  if (Object.entries(items).every(([key, item]) => item === content.items[key])) return content;
  return { ...content, revision: content.revision + 1, items };
}

/** The draft with these items marked as carried out at `at`. */
export function withApplied(content: DraftContent, ids: readonly string[], at: string): DraftContent {
  const present = ids.filter((id) => content.order.includes(id));
  if (present.length === 0) return content;
  return {
    ...content,
    revision: content.revision + 1,
    applied: { ...content.applied, ...Object.fromEntries(present.map((id) => [id, at])) },
  };
}
