import type { Change } from '@contract/changes';
import type { DropVerdict } from '@contract/drafts';
import { call, failureOf } from '../api/bridge';
import { labelText } from '../components/list/label-text';
import { attest, useAttestationsStore } from '../stores/attestations';
import { addChanges } from '../stores/draft';
import { AWAY, announce, chooseNothing, type Held, type Load, useDragStore } from '../stores/drag';
import { notify } from '../stores/notices';
import { type PlacedTarget, placedTarget, placedTargets } from './targets';
import { isDroppable, verdictSentence } from './verdict-words';

/** No question may name more targets. */
const MOST_TARGETS = 400;

let lastId = 0;
/** The questions about targets that are on their way for the present drag. */
let asking: Promise<unknown>[] = [];

type Holding = Extract<Held, { kind: 'held' }>;

function holding(id?: number): Holding | null {
  const { held } = useDragStore.getState();
  return held.kind === 'held' && (id === undefined || held.id === id) ? held : null;
}

/** What the load is called: `env:prod and brand:a`. */
export function loadWords({ labels }: Load): string {
  return labels.map(labelText).join(' and ');
}

/** Begins to carry labels. One question gives the verdict for every target in sight. */
export function pickUp(workspaceKey: string, load: Load, way: Holding['way']): void {
  lastId += 1;
  asking = [];
  useDragStore.setState({
    held: { kind: 'held', id: lastId, workspaceKey, load, way, over: null },
    verdicts: {},
  });
  announce(
    way === 'keyboard'
      ? `Picked up ${loadWords(load)}. Arrow keys and Tab move between targets, Enter drops, Space chooses several, Escape puts back.`
      : `Carrying ${loadWords(load)}.`,
  );
  askForVerdicts();
}

/** Asks about the targets that came into sight since the last question. */
export function askForVerdicts(): void {
  const held = holding();
  if (held === null) return;
  const { verdicts } = useDragStore.getState();
  const fresh = placedTargets()
    .filter(({ key }) => verdicts[key] === undefined)
    .slice(0, MOST_TARGETS);
  if (fresh.length === 0) return;
  setVerdicts(held.id, fresh, () => ({ kind: 'waiting' }));
  const labels = held.load.labels;
  const targets = fresh.map(({ target }) => target);
  const asked = call('drafts.dropVerdicts', { key: held.workspaceKey, labels, targets }).then(
    (told) => {
      setVerdicts(held.id, fresh, (index) => {
        const verdict = told[index];
        return verdict === undefined
          ? { kind: 'failed', message: 'There is no answer for this place.' }
          : { kind: 'told', verdict };
      });
      if (holding(held.id)?.way === 'keyboard') announceOver();
    },
    (thrown: unknown) => {
      const { message } = failureOf(thrown);
      setVerdicts(held.id, fresh, () => ({ kind: 'failed', message }));
    },
  );
  asking.push(asked);
}

type VerdictState = ReturnType<typeof useDragStore.getState>['verdicts'][string];

function setVerdicts(
  id: number,
  of: readonly PlacedTarget[],
  verdictAt: (index: number) => VerdictState,
): void {
  if (holding(id) === null) return;
  const told = Object.fromEntries(of.map(({ key }, index) => [key, verdictAt(index)]));
  useDragStore.setState(({ verdicts }) => ({ verdicts: { ...verdicts, ...told } }));
}

/** The load is over this target now, over nothing (`null`), or away from everything. */
export function moveOver(over: string | null): void {
  const held = holding();
  if (held === null || held.over === over) return;
  useDragStore.setState({ held: { ...held, over } });
}

/** Reads out what dropping here would do. */
export function announceOver(): void {
  const held = holding();
  if (held === null || held.over === null || held.over === AWAY) return;
  const { verdicts, chosenTargets } = useDragStore.getState();
  const name = placedTarget(held.over)?.name ?? '';
  const state = verdicts[held.over];
  const chosen = chosenTargets.includes(held.over) ? ' Chosen.' : '';
  switch (state?.kind) {
    case undefined:
    case 'waiting':
      announce(`${name}. Working out the effect.${chosen}`);
      break;
    case 'failed':
      announce(`${name}. ${state.message}${chosen}`);
      break;
    case 'told':
      announce(`${name}. ${verdictSentence(state.verdict)}${chosen}`);
  }
}

/** The keys that a drop at `over` means: all chosen targets where it is one of them. */
export function keysMeant(over: string): string[] {
  const { chosenTargets, held } = useDragStore.getState();
  if (chosenTargets.includes(over)) return chosenTargets;
  return held.kind === 'held' && held.way === 'keyboard' ? [...chosenTargets, over] : [over];
}

/** Puts the load back: nothing has happened. */
export function cancelDrag(): void {
  const held = holding();
  if (held === null) return;
  useDragStore.setState({ held: { kind: 'none' }, verdicts: {} });
  announce(`Put back ${loadWords(held.load)}. Nothing was changed.`);
}

/** Drops the load where it is. Over nothing it is put back. */
export async function drop(): Promise<void> {
  const held = holding();
  if (held === null) return;
  const { over, load } = held;
  if (over === null || over === load.home?.target) {
    cancelDrag();
    return;
  }
  if (over === AWAY) {
    const home = load.home;
    if (home === null) {
      cancelDrag();
      return;
    }
    useDragStore.setState({ held: { kind: 'none' }, verdicts: {} });
    await take(held.workspaceKey, home.changes, home.words);
    return;
  }
  const keys = keysMeant(over);
  // Dropped before the answer came: it waits for the answer, not for the hand.
  if (keys.some((key) => useDragStore.getState().verdicts[key]?.kind === 'waiting')) {
    announce('Working out the effect.');
    await Promise.all(asking);
    if (holding(held.id) === null) return;
  }
  await dropOn(held, keys);
}

async function dropOn({ workspaceKey, load }: Holding, keys: readonly string[]): Promise<void> {
  const { verdicts } = useDragStore.getState();
  const told = keys.flatMap((key) => {
    const state = verdicts[key];
    const target = placedTarget(key);
    return state?.kind === 'told' ? [{ target, verdict: state.verdict }] : [];
  });
  const failed = keys.map((key) => verdicts[key]).find((state) => state?.kind === 'failed');
  const good = told.filter(({ verdict }) => isDroppable(verdict));
  useDragStore.setState({ held: { kind: 'none' }, verdicts: {} });
  if (good.length === 0) {
    const why = told[0] === undefined ? undefined : verdictSentence(told[0].verdict);
    const message = why ?? (failed?.kind === 'failed' ? failed.message : 'It cannot be dropped there.');
    announce(message);
    notify('warning', message);
    return;
  }
  await stateLabels(workspaceKey, load, good);
  const changes = good.flatMap(({ verdict }) => (verdict.kind === 'attestation' ? [] : verdict.changes));
  const where = good.length === 1 ? (good[0]?.target?.name ?? 'one place') : `${good.length} places`;
  if (changes.length > 0) await take(workspaceKey, changes, `Put ${loadWords(load)} on ${where}`);
  const left = keys.length - good.length;
  if (left > 0)
    notify('warning', `${left} of ${keys.length} places were left out: it is not possible there.`);
}

async function take(workspaceKey: string, changes: Change[], words: string): Promise<void> {
  if (!(await addChanges(workspaceKey, changes))) return;
  chooseNothing();
  announce(`${words}: added to the draft.`);
}

/** Labels of spaces that Segment does not let anybody set are kept as the admin's dated statement. */
async function stateLabels(
  workspaceKey: string,
  { labels }: Load,
  on: readonly { target: PlacedTarget | undefined; verdict: DropVerdict }[],
): Promise<void> {
  for (const { target, verdict } of on) {
    if (verdict.kind !== 'attestation' || target?.target.kind !== 'resource') continue;
    const { id: spaceId } = target.target.resource;
    const stated = useAttestationsStore.getState().stated[workspaceKey] ?? [];
    const before = stated.flatMap(({ statement }) =>
      statement.subject === 'spaceLabels' && statement.spaceId === spaceId ? statement.value : [],
    );
    const replaced = new Set(labels.map(({ key }) => key));
    const value = [...before.filter(({ key }) => !replaced.has(key)), ...labels];
    try {
      await attest(workspaceKey, { subject: 'spaceLabels', spaceId, value });
      chooseNothing();
      announce(`Stated that ${target.name} carries ${labels.map(labelText).join(' and ')}.`);
    } catch (thrown) {
      notify('error', failureOf(thrown).message);
    }
  }
}
