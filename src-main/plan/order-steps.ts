import type { LabelRef, Snapshot } from '@contract/snapshot';
import { labelText } from '../policy/world/columns';
import { callsOf } from './effort';
import type { PlanStep, TargetState } from './plan';
import { PHASES, type Sketch } from './sketch';
import { stateLines } from './state-lines';

/** The labels that a target wears or whose grants name them. */
function labelsIn(state: TargetState): Set<string> {
  const grants =
    state.kind === 'grants'
      ? state.grants
      : state.kind === 'group'
        ? (state.group?.grants ?? [])
        : state.kind === 'member'
          ? (state.member?.grants ?? [])
          : [];
  const named = grants.flatMap(({ scope }): readonly LabelRef[] =>
    scope.kind === 'labels' ? scope.labels : [],
  );
  return new Set([...named, ...(state.kind === 'labels' ? state.labels : [])].map(labelText));
}

/** Within a phase who makes owners comes first and who unmakes them last; else the order stays. */
function place({ phase, owners }: Sketch): number {
  const within = owners === 'gains' ? 0 : owners === 'loses' ? 2 : 1;
  return PHASES.indexOf(phase) * 3 + within;
}

/** What each write must wait for: labels and groups that are made first, new owners before old ones go. */
function needsOf(sketch: Sketch, all: readonly Sketch[]): Sketch[] {
  const used = new Set([...labelsIn(sketch.after), ...(sketch.labels ?? [])]);
  const before = labelsIn(sketch.before);
  return all.filter((other) => {
    if (other === sketch) return false;
    if (sketch.needs?.includes(other) === true) return true;
    if (sketch.owners === 'loses' && other.owners === 'gains') return true;
    if (other.phase === 'createLabel') return used.has(other.target.id) && !before.has(other.target.id);
    if (other.creates !== undefined && sketch.creates === undefined) {
      return sketch.target.id === other.creates;
    }
    if (sketch.phase !== 'deleteLabel') return false;
    const label = sketch.target.id;
    return labelsIn(other.before).has(label) && !labelsIn(other.after).has(label);
  });
}

/** Puts the writes in their order and numbers them. */
export function orderSteps(sketches: readonly Sketch[], base: Snapshot, drafted: Snapshot): PlanStep[] {
  const ordered = sketches
    .map((sketch, position) => ({ sketch, position }))
    .sort((one, other) => place(one.sketch) - place(other.sketch) || one.position - other.position)
    .map(({ sketch }) => sketch);
  const idOf = (sketch: Sketch) => `step-${ordered.indexOf(sketch) + 1}`;
  return ordered.map((sketch, index) => ({
    id: idOf(sketch),
    number: index + 1,
    target: sketch.target,
    words: sketch.words,
    items: [...sketch.items],
    request: {
      method: sketch.method,
      path: sketch.path,
      body: sketch.body === null ? null : JSON.stringify(sketch.body),
    },
    before: stateLines(base, sketch.before),
    after: stateLines(drafted, sketch.after),
    confirm: sketch.confirm,
    states: { before: sketch.before, after: sketch.after },
    dependsOn: needsOf(sketch, ordered).map(idOf),
    creates: sketch.creates ?? null,
    limitedBy: sketch.limited ? `${sketch.method} ${sketch.template}` : null,
    calls: callsOf(sketch, base),
  }));
}
