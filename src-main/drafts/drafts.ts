import type { Change } from '@contract/changes';
import type { DraftItem, DraftView } from '@contract/drafts';
import type { Snapshot } from '@contract/snapshot';
import { sentence, viewVerdict } from '../compiled-policies/answers/sentences';
import { batchWords, changeWords, counted } from '../plan/change-words';
import { makePlan } from '../plan/make-plan';
import type { Plan } from '../plan/plan';
import {
  type DraftedChange,
  draftedSnapshot,
  type ItemState,
  type ReplayedItem,
  replay,
  replayItem,
} from '../plan/replay';
import { Failed } from '../storage/failed';
import type { DraftContent } from './draft-content';
import {
  cleared,
  itemsOf,
  redone,
  undone,
  withApplied,
  withGroupId,
  withItems,
  withoutItems,
} from './draft-model';
import type { DraftStore } from './draft-store';
import { draftable, withDraftGroups } from './draftable';
import { withChange } from './squash';

/** What an apply has done so far. Saying the same again changes nothing. */
export interface Carried {
  /** Items all of whose steps are applied. */
  readonly items: readonly string[];
  /** Ids of groups that were created, by their ids in the draft. */
  readonly created: Readonly<Record<string, string>>;
}

/**
 * The drafts of all workspaces on their present snapshots. Every call may throw Failed: `locked`,
 * `notFound` (not connected, or nothing was read yet), `disk`. A change is on disk when its
 * promise resolves.
 */
export interface Drafts {
  view(key: string): DraftView;
  /** @throws Failed `conflict` (another revision; a change that makes no sense or would be refused), `badInput` */
  add(key: string, revision: number, changes: readonly Change[]): Promise<DraftView>;
  remove(key: string, revision: number, ids: readonly string[]): Promise<DraftView>;
  undo(key: string, revision: number): Promise<DraftView>;
  redo(key: string, revision: number): Promise<DraftView>;
  discard(key: string, revision: number): Promise<DraftView>;
  revision(key: string): number;
  /** The changes that apply, in their order, and the snapshot that they are about. */
  applying(key: string): { readonly base: Snapshot; readonly changes: Change[] };
  /** The draft as Public API steps. What was applied already and not read since is left out. */
  plan(key: string): { readonly plan: Plan; readonly draftRevision: number };
  carried(key: string, carried: Carried): Promise<void>;
  /** A new snapshot is there: what was applied and is in it leaves the draft. Never throws. */
  snapshotAccepted(key: string): Promise<void>;
  /** Drops what is in memory beside the store: of one workspace, or of all when the vault locks. */
  forget(key?: string): void;
}

/** What drafts need of the other rooms. */
export interface DraftsOptions {
  readonly store: DraftStore;
  readonly snapshotOf: (key: string) => Snapshot | null;
  /** Hears every change of a draft, also when only its snapshot is a new one. */
  readonly onChange: (view: DraftView) => void;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const WAITS = 'It was applied. The next reading of the workspace will show it.';

/** Makes the drafts; they hold nothing beside the store but the latest replay of each. */
export function createDrafts({ store, snapshotOf, onChange, newId, now }: DraftsOptions): Drafts {
  const replays = new Map<string, readonly ReplayedItem[]>();

  const replayed = (key: string, base: Snapshot, content: DraftContent): readonly ReplayedItem[] => {
    const made = replay(base, itemsOf(content), replays.get(key) ?? []);
    replays.set(key, made);
    return made;
  };

  const baseOf = (key: string): Snapshot => {
    const base = snapshotOf(key);
    if (base === null) throw new Failed('notFound', 'Nothing of this workspace has been read yet.');
    return base;
  };

  const viewState = (state: ItemState): DraftItem['state'] =>
    state.kind === 'doesNotApply'
      ? { kind: state.kind, reason: sentence(state.reason) }
      : { kind: state.kind };

  const viewOf = (key: string, content: DraftContent): DraftView => {
    const base = snapshotOf(key);
    const items =
      base === null
        ? itemsOf(content).map(
            (item): DraftItem => ({
              ...item,
              state: { kind: 'applies' },
              verdict: { verdict: 'unknown', reasons: ['Nothing of this workspace has been read yet.'] },
            }),
          )
        : replayed(key, base, content).map(
            ({ item, state, verdict }): DraftItem => ({
              ...item,
              state: viewState(state),
              verdict: viewVerdict(verdict),
            }),
          );
    return {
      key,
      revision: content.revision,
      fingerprint: base?.fingerprint ?? null,
      items,
      undo: content.undo.at(-1)?.words ?? null,
      redo: content.redo.at(-1)?.words ?? null,
    };
  };

  const change = async (
    key: string,
    revision: number,
    next: (content: DraftContent) => DraftContent,
  ): Promise<DraftView> => {
    const content = await store.change(key, (present) => {
      if (present.revision !== revision) {
        throw new Failed('conflict', 'The draft has changed meanwhile. Look at it again.');
      }
      return next(present);
    });
    const view = viewOf(key, content);
    onChange(view);
    return view;
  };

  /** The draft with one change more. @throws Failed where it makes no sense, or would be refused */
  const grown = (
    base: Snapshot,
    before: readonly ReplayedItem[],
    asked: Change,
  ): { made: Change; replayed: readonly ReplayedItem[] } => {
    const standing = before.at(-1)?.after ?? { snapshot: base, offers: new Map() };
    const made = draftable(asked, standing.snapshot);
    const item: DraftedChange = { id: newId(), change: made, words: changeWords(standing.snapshot, made) };
    const { state } = replayItem(standing, item);
    switch (state.kind) {
      case 'done':
        throw new Failed('conflict', `${item.words}: it is so already.`);
      case 'doesNotApply':
        throw new Failed('conflict', `${item.words}: this cannot be done. ${sentence(state.reason)}`);
      case 'applies':
        return { made, replayed: replay(base, withChange(base, before, item), before) };
    }
  };

  const hasContent = ({ order, undo, redo }: DraftContent) => order.length + undo.length + redo.length > 0;

  return {
    view: (key) => viewOf(key, store.get(key)),
    revision: (key) => store.get(key).revision,
    add: (key, revision, changes) =>
      change(key, revision, (content) => {
        const base = baseOf(key);
        const before = replayed(key, base, content);
        const made: Change[] = [];
        let now = before;
        for (const asked of withDraftGroups(changes, newId)) {
          const next = grown(base, now, asked);
          made.push(next.made);
          now = next.replayed;
        }
        replays.set(key, now);
        const words = batchWords(draftedSnapshot(base, before), made);
        return withItems(
          content,
          now.map(({ item }) => item),
          words,
        );
      }),
    remove: (key, revision, ids) =>
      change(key, revision, (content) => {
        const items = itemsOf(content);
        const gone = items.filter(({ id }) => ids.includes(id));
        const [first] = gone;
        if (first === undefined || gone.length < new Set(ids).size) {
          throw new Failed('notFound', 'The draft does not have this change any more.');
        }
        const what = gone.length === 1 ? first.words : counted(gone.length, 'change');
        return withItems(content, withoutItems(items, new Set(ids)), `Remove from the draft: ${what}`);
      }),
    undo: (key, revision) =>
      change(key, revision, (content) => {
        const next = undone(content);
        if (next === null) throw new Failed('conflict', 'There is nothing to undo.');
        return next;
      }),
    redo: (key, revision) =>
      change(key, revision, (content) => {
        const next = redone(content);
        if (next === null) throw new Failed('conflict', 'There is nothing to redo.');
        return next;
      }),
    discard: (key, revision) =>
      change(key, revision, (content) =>
        content.order.length === 0
          ? content
          : withItems(content, [], `Discard the draft (${counted(content.order.length, 'change')})`),
      ),
    applying: (key) => {
      const base = baseOf(key);
      const applying = replayed(key, base, store.get(key)).filter(({ state }) => state.kind === 'applies');
      return { base, changes: applying.map(({ item }) => item.change) };
    },
    plan: (key) => {
      const base = baseOf(key);
      const content = store.get(key);
      const items = itemsOf(content);
      // Read before it was applied, the base cannot show it: it must not be done twice.
      const waiting = items.filter(({ id }) => (content.applied[id] ?? '') > base.startedAt);
      const plan = makePlan(
        base,
        items.filter((item) => !waiting.includes(item)),
        replayed(key, base, content),
      );
      const leftOut = [
        ...plan.leftOut,
        ...waiting.map(({ id, words }) => ({ item: id, words, reason: WAITS })),
      ];
      return { plan: { ...plan, leftOut }, draftRevision: content.revision };
    },
    carried: async (key, { items, created }) => {
      const at = new Date(now()).toISOString();
      let changed = false;
      const content = await store.change(key, (present) => {
        const fresh = items.filter((id) => present.applied[id] === undefined);
        let next = withApplied(present, fresh, at);
        for (const [draftId, id] of Object.entries(created)) next = withGroupId(next, draftId, id);
        changed = next !== present;
        return next;
      });
      if (changed) onChange(viewOf(key, content));
    },
    snapshotAccepted: async (key) => {
      try {
        const base = baseOf(key);
        let content = store.get(key);
        if (!hasContent(content)) return;
        content = await store.change(key, (present) => {
          // Only what this machine applied goes by itself: what somebody else did stays, marked as
          // done, until the admin has seen it and removes it.
          const confirmed = replayed(key, base, present).filter(
            ({ item, state }) => state.kind === 'done' && present.applied[item.id] !== undefined,
          );
          return cleared(present, new Set(confirmed.map(({ item }) => item.id)));
        });
        onChange(viewOf(key, content));
      } catch (error) {
        // Locked, removed, or a full disk: the states are told with the next look at the draft.
        if (!(error instanceof Failed)) throw error;
      }
    },
    forget: (key) => {
      if (key === undefined) replays.clear();
      else replays.delete(key);
    },
  };
}
