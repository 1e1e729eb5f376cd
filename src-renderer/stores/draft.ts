import type { Change } from '@contract/changes';
import type { DraftView } from '@contract/drafts';
import { create } from 'zustand';
import { BridgeFailure, call, failureOf } from '../api/bridge';
import { notify } from './notices';

/** The drafts as main has them on disk, by workspace key, and whose change is being written now. */
interface Drafts {
  views: Record<string, DraftView>;
  saving: Record<string, boolean>;
}

export const useDraftStore = create<Drafts>()(() => ({ views: {}, saving: {} }));

/** Takes over a draft from main; an older answer that comes late is dropped. */
export function receiveDraft(view: DraftView): void {
  useDraftStore.setState(({ views }) => {
    const known = views[view.key];
    if (known !== undefined && known.revision > view.revision) return {};
    return { views: { ...views, [view.key]: view } };
  });
}

/** Drops the drafts of all workspaces but these from the window; they stay on disk. */
export function keepDraftsOf(keys: readonly string[]): void {
  const kept = new Set(keys);
  const only = <Value>(all: Record<string, Value>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => kept.has(key)));
  useDraftStore.setState(({ views, saving }) => ({ views: only(views), saving: only(saving) }));
}

/** Asks main for the draft of a workspace. Rejects as `call` does. */
export async function loadDraft(key: string): Promise<DraftView> {
  const view = await call('drafts.get', { key });
  receiveDraft(view);
  return view;
}

type Write = (revision: number) => Promise<DraftView>;

async function write(key: string, work: Write): Promise<void> {
  const revision = useDraftStore.getState().views[key]?.revision ?? (await loadDraft(key)).revision;
  receiveDraft(await work(revision));
}

/** The last write of each workspace: the next one waits for it, since it must name the revision after it. */
const queues = new Map<string, Promise<unknown>>();

/** Answers whether it was written; if not, the admin is told. `again`: may be tried on a newer revision. */
function inTurn(key: string, work: Write, again: boolean): Promise<boolean> {
  const attempt = async (): Promise<boolean> => {
    useDraftStore.setState(({ saving }) => ({ saving: { ...saving, [key]: true } }));
    try {
      await write(key, work);
      return true;
    } catch (thrown) {
      return await afterFailure(key, work, again, thrown);
    } finally {
      useDraftStore.setState(({ saving }) => ({ saving: { ...saving, [key]: false } }));
    }
  };
  const turn = (queues.get(key) ?? Promise.resolve()).then(attempt);
  queues.set(key, turn);
  return turn;
}

/** A draft that moved on meanwhile is read again; what only adds to it is then written once more. */
async function afterFailure(key: string, work: Write, again: boolean, thrown: unknown): Promise<boolean> {
  try {
    if (!(thrown instanceof BridgeFailure) || thrown.code !== 'conflict') throw thrown;
    const { revision } = await loadDraft(key);
    if (!again) throw thrown;
    receiveDraft(await work(revision));
    return true;
  } catch (last) {
    notify('error', failureOf(last).message);
    return false;
  }
}

/** Adds changes to the draft as one step of undo. Answers whether they are on disk; tells the admin if not. */
export function addChanges(key: string, changes: Change[]): Promise<boolean> {
  if (changes.length === 0) return Promise.resolve(false);
  return inTurn(key, (revision) => call('drafts.add', { key, revision, changes }), true);
}

/** Takes items out of the draft. */
export function removeItems(key: string, ids: string[]): Promise<boolean> {
  return inTurn(key, (revision) => call('drafts.remove', { key, revision, ids }), true);
}

/** Takes the last step back, if there is one. */
export function undoDraft(key: string): Promise<boolean> {
  if (useDraftStore.getState().views[key]?.undo === null) return Promise.resolve(false);
  return inTurn(key, (revision) => call('drafts.undo', { key, revision }), false);
}

/** Does again what was undone last, if anything was. */
export function redoDraft(key: string): Promise<boolean> {
  if (useDraftStore.getState().views[key]?.redo === null) return Promise.resolve(false);
  return inTurn(key, (revision) => call('drafts.redo', { key, revision }), false);
}

/** Empties the draft; undo brings it back. */
export function discardDraft(key: string): Promise<boolean> {
  return inTurn(key, (revision) => call('drafts.discard', { key, revision }), false);
}

/** The draft of a workspace; `null` until it has been read. */
export function useDraft(key: string): DraftView | null {
  return useDraftStore(({ views }) => views[key] ?? null);
}

/** Whether a change is being written to disk now. */
export function useDraftSaving(key: string): boolean {
  return useDraftStore(({ saving }) => saving[key] === true);
}

const NONE: Change[] = [];
const changesOf = new WeakMap<DraftView, Change[]>();

/** The changes of a draft that apply to the present snapshot, in order; the same array for the same draft. */
export function applyingChanges(view: DraftView | null): Change[] {
  if (view === null) return NONE;
  const known = changesOf.get(view);
  if (known !== undefined) return known;
  const changes = view.items.filter(({ state }) => state.kind === 'applies').map(({ change }) => change);
  changesOf.set(view, changes);
  return changes;
}
