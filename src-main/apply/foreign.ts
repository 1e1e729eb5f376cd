import type { PlanStep, TargetState } from '../plan/plan';
import { Halt, Unreadable } from './halt';
import { readingFailure } from './outcome';
import type { ApplyRecord } from './record';
import type { TrailEvent } from './remote';
import type { Run } from './run';

/** Events about groups as a whole. */
const GROUP_EVENT = /^User Group (Created|Updated|Deleted)$/;

function membersOf(state: TargetState): string[] {
  switch (state.kind) {
    case 'groupMembers':
      return state.members.flatMap(({ id, email }) => [id, email.toLowerCase()]);
    case 'group':
      return state.group?.memberIds ?? [];
    case 'member':
      return state.member === null ? [] : [state.member.email.toLowerCase()];
    case 'groupsNamed':
      return state.ids;
    default:
      return [];
  }
}

/** Everything that the trail may call the target of a step, in lower case where it is an address. */
function namesOf(step: PlanStep, created: Readonly<Record<string, string>>): Set<string> {
  const { target, states } = step;
  const id = created[target.id] ?? target.id;
  const names = new Set([id, id.toLowerCase(), ...membersOf(states.before), ...membersOf(states.after)]);
  for (const state of [states.before, states.after]) {
    if (state.kind === 'label' && state.label !== null) names.add(`${state.label.key}:${state.label.value}`);
  }
  return names;
}

/** Whether an event is about something called so. Ids may come with a prefix, as `users/…`. */
function isAbout({ resourceId }: TrailEvent, names: ReadonlySet<string>): boolean {
  const bare = resourceId.slice(resourceId.lastIndexOf('/') + 1);
  return [resourceId, bare, resourceId.toLowerCase()].some((name) => names.has(name));
}

/** Whether our own write is in the trail: replacing the labels of something declares no event. */
function leavesEvent({ plan }: ApplyRecord, index: number): boolean {
  const request = plan.steps[index]?.request;
  return request !== undefined && !(request.method === 'PUT' && request.path.endsWith('/labels'));
}

/**
 * The actor that is us. Where nobody tells, it is the one that appears in the
 * window of every step that was done; `null` when that is none or several.
 */
function ownActor(run: Run, record: ApplyRecord, events: readonly TrailEvent[]): string | null {
  if (run.remote.actor !== null) return run.remote.actor;
  const perStep = record.steps.flatMap(({ state, accepted }, index) => {
    if (state.kind !== 'applied' || !accepted || !leavesEvent(record, index)) return [];
    const actors = new Set(
      eventsOf(run, record, index, events).flatMap(({ actor }) => (actor === null ? [] : [actor])),
    );
    // The trail may come late.
    return actors.size === 0 ? [] : [actors];
  });
  const [first, ...rest] = perStep;
  const always = [...(first ?? [])].filter((actor) => rest.every((actors) => actors.has(actor)));
  return always.length === 1 ? (always[0] ?? null) : null;
}

/** The events about the target of a step between reading it before the write and after. */
function eventsOf(run: Run, record: ApplyRecord, index: number, events: readonly TrailEvent[]): TrailEvent[] {
  const slack = run.remote.slackMs();
  const step = record.plan.steps[index];
  const noted = record.steps[index];
  if (step === undefined || noted === undefined || noted.since === null) return [];
  const { since, until } = noted;
  const names = namesOf(step, record.created);
  return events.filter(
    (event) =>
      event.time >= since - slack &&
      event.time <= (until ?? Number.POSITIVE_INFINITY) + slack &&
      // A group that is made has an id that nobody here knows yet, and so have those that others make.
      (isAbout(event, names) || (step.creates !== null && GROUP_EVENT.test(event.type))),
  );
}

type Found = ApplyRecord['foreign'];

function wordsFor(event: TrailEvent, name: string, own: string | null): string {
  const at = new Date(event.time).toISOString().slice(11, 19);
  const told = `${event.type} at ${at} UTC by ${event.by}`;
  return own === null
    ? `${name}: ${told}, while it was being changed here. Gatehouse cannot tell which of these was its own change: compare them.`
    : `${name}: ${told}, between the reading and the writing here. Look whether that change is still there.`;
}

/**
 * Adds to the record the changes by others that fell between the reading of a
 * target and its write, as the audit trail tells, of the steps at `indexes`.
 * A trail that cannot be read is told too: then nobody can exclude them.
 *
 * Never fails because of the network: that is told in the record.
 */
export async function noteForeignChanges(run: Run, indexes: readonly number[]): Promise<void> {
  const record = run.record();
  const starts = indexes.flatMap((index) => record.steps[index]?.since ?? []);
  if (starts.length === 0) return;
  let found: Found;
  let read = false;
  try {
    const events = await run.remote.events(Math.min(...starts) - run.remote.slackMs());
    found = changesIn(run, record, indexes, events);
    read = true;
  } catch (error) {
    const failure = readingFailure(error);
    if (!(failure instanceof Halt || failure instanceof Unreadable)) throw failure;
    found = indexes.flatMap((index) => untold(record, index, failure.reason));
  }
  const about = new Set(indexes.map((index) => record.plan.steps[index]?.id));
  // What could not be looked up before is looked up now.
  const kept = record.foreign.filter(({ step, untold }) => !(read && untold && about.has(step)));
  const known = new Set(kept.map(keyOf));
  const fresh = found.filter((each) => !known.has(keyOf(each)));
  if (fresh.length === 0 && kept.length === record.foreign.length) return;
  await run.update((now) => ({ ...now, foreign: [...kept, ...fresh] }));
}

const keyOf = ({ step, event, words }: Found[number]): string => JSON.stringify([step, event ?? words]);

function untold(record: ApplyRecord, index: number, reason: string): Found {
  const step = record.plan.steps[index];
  if (step === undefined) return [];
  const words = `${step.target.name}: whether others changed it meanwhile could not be looked up. ${reason}`;
  return [{ step: step.id, words, event: null, untold: true }];
}

function changesIn(
  run: Run,
  record: ApplyRecord,
  indexes: readonly number[],
  events: readonly TrailEvent[],
): Found {
  const own = ownActor(run, record, events);
  return indexes.flatMap((index) => {
    const step = record.plan.steps[index];
    if (step === undefined) return [];
    const about = eventsOf(run, record, index, events);
    const others = about.filter(({ actor }) => actor !== own);
    // Without knowing who we are, one actor alone is taken for us where our own write must be in the trail.
    const ours = record.steps[index]?.accepted === true && leavesEvent(record, index);
    const alone = new Set(about.map(({ actor }) => actor)).size <= 1;
    const suspicious = own === null && ours && alone ? [] : others;
    return suspicious.map((event) => ({
      step: step.id,
      words: wordsFor(event, step.target.name, own),
      event: event.id,
      untold: false,
    }));
  });
}

/** From the first step on: earlier steps may tell who we are. */
function trail(run: Run): Promise<readonly TrailEvent[]> {
  const starts = run.record().steps.flatMap((each) => each.since ?? []);
  return run.remote.events(Math.min(...starts) - run.remote.slackMs());
}

/**
 * Whether a change of the target since its reading is in the trail that is ours,
 * or another's. `untold`: the trail does not say, or nobody knows who we are.
 */
export async function whoChanged(run: Run, index: number): Promise<'us' | 'others' | 'untold'> {
  try {
    const record = run.record();
    const events = await trail(run);
    const actor = ownActor(run, record, events);
    const about = eventsOf(run, record, index, events);
    if (actor === null) return 'untold';
    if (about.some((event) => event.actor !== actor)) return 'others';
    return about.length > 0 ? 'us' : 'untold';
  } catch (error) {
    readingFailure(error);
    return 'untold';
  }
}

/**
 * Whether the trail shows that nothing has happened to the target since its
 * reading, neither by us nor by others. What looks as before may have been
 * changed here and changed back by somebody else: only a quiet target may be
 * written again. A trail that cannot be read shows nothing.
 */
export async function isQuiet(run: Run, index: number): Promise<boolean> {
  try {
    const events = await trail(run);
    return eventsOf(run, run.record(), index, events).length === 0;
  } catch (error) {
    readingFailure(error);
    return false;
  }
}

/**
 * Adds to the record that somebody else made a group of the same name while a
 * step made its own: the trail would name it by an id that nobody here knows.
 */
export async function noteTwins(run: Run, index: number, there: TargetState): Promise<void> {
  const { step } = run.at(index);
  const { before } = step.states;
  if (step.creates === null || before.kind !== 'groupsNamed' || there.kind !== 'groupsNamed') return;
  const own = run.record().created[step.creates];
  const twins = there.ids.filter((id) => id !== own && !before.ids.includes(id));
  if (twins.length === 0) return;
  const words = `${there.name}: somebody else made a group of this name at the same time.`;
  const fresh = { step: step.id, words, event: null, untold: false };
  if (run.record().foreign.some((each) => keyOf(each) === keyOf(fresh))) return;
  await run.update((now) => ({ ...now, foreign: [...now.foreign, fresh] }));
}
