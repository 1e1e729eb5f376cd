import type { Change } from '@contract/changes';
import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { Reference } from '@contract/inspect';
import type { MatrixView } from '@contract/matrix';
import { fold } from '../../lists/search/fold';
import type { Policy } from '../../policy/policy';
import type { HeldPolicy } from '../held-policy';
import { heatMapOf } from './heat-map';
import { type PreparedView, prepareView } from './prepared-view';
import { draftedPolicy, type Shown, type ShownPolicies, showPolicies } from './shown-policies';
import { unseenIn } from './unseen';
import { viewWords } from './view-words';
import { windowOf } from './window';

/** Views, policies and drafts that are kept: the screen goes back and forth between few. */
const KEPT = 4;

/** Keeps the last few of what is costly to make. */
class Last<Made> {
  readonly #made = new Map<string, Made>();

  get(key: string, make: () => Made): Made {
    const known = this.#made.get(key);
    const made = known ?? make();
    this.#made.delete(key);
    this.#made.set(key, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}

/** The views of one compiled policy: made anew with every snapshot, and gone with it. */
class ViewsOf {
  readonly #held: HeldPolicy;
  readonly #policies = new Last<ShownPolicies>();
  readonly #views = new Last<PreparedView>();
  readonly #drafted = new Last<Policy>();
  readonly #maps = new Last<ReturnType<typeof heatMapOf>>();

  constructor(held: HeldPolicy) {
    this.#held = held;
  }

  view(view: MatrixView): PreparedView {
    return this.#views.get(JSON.stringify(view), () => prepareView(this.#held, view, this.#policiesOf(view)));
  }

  map(view: MatrixView, width: number, height: number) {
    const key = JSON.stringify([view, width, height]);
    return this.#maps.get(key, () => heatMapOf(this.view(view), width, height));
  }

  drafted(view: MatrixView, draft: readonly Change[]): Policy | null {
    if (draft.length === 0) return null;
    const shown = shownBy(view);
    return this.#drafted.get(JSON.stringify([shown, draft]), () => draftedPolicy(this.#held, shown, draft));
  }

  #policiesOf(view: MatrixView): ShownPolicies {
    const shown = shownBy(view);
    return this.#policies.get(JSON.stringify(shown), () => showPolicies(this.#held, shown));
  }
}

function shownBy({ principals, sources }: MatrixView): Shown {
  return { principals, sources: [...sources].sort() };
}

const views = new WeakMap<HeldPolicy, ViewsOf>();

function viewsOf(held: HeldPolicy): ViewsOf {
  const known = views.get(held);
  if (known !== undefined) return known;
  const made = new ViewsOf(held);
  views.set(held, made);
  return made;
}

/** Who and what a view shows, in its order, for a report: a view of groups means their members. */
export function viewedBy(held: HeldPolicy, view: MatrixView) {
  const { principals, resources } = viewsOf(held).view(view);
  const { groupById } = held.facts.memberships();
  const shown = principals.flatMap(({ alike }) => alike);
  const ids = shown.flatMap(({ kind, id }) =>
    kind === 'member' ? [id] : (groupById.get(id)?.memberIds ?? []),
  );
  const things = resources.flatMap((line) => (line.kind === 'resource' ? [line.shown] : line.members));
  return {
    memberIds: [...new Set(ids)],
    resources: [...new Set(things.map(({ resource }) => `${resource.type}:${resource.id}`))],
    words: viewWords(held.facts, view),
  };
}

const fingerprintOf = ({ policy }: HeldPolicy) => policy.snapshot.fingerprint;

/** The size of a view and what stands against it. */
export function answerOpen(
  held: HeldPolicy,
  { view }: ParsedInput<'matrix.open'>,
): ChannelOutput<'matrix.open'> {
  const { principals, resources, shown, of, counted } = viewsOf(held).view(view);
  return {
    fingerprint: fingerprintOf(held),
    principals: { lines: principals.length, shown: shown.principals, of: of.principals },
    resources: { lines: resources.length, shown: shown.resources, of: of.resources },
    cells: { ...counted.cells },
    unknowns: unseenIn(held.facts, view),
  };
}

/** Cells of some lines. */
export function answerWindow(
  held: HeldPolicy,
  input: ParsedInput<'matrix.window'>,
): ChannelOutput<'matrix.window'> {
  const all = viewsOf(held);
  return windowOf(all.view(input.view), all.drafted(input.view, input.draft), input);
}

/** The whole as a picture. */
export function answerMap(
  held: HeldPolicy,
  { view, width, height }: ParsedInput<'matrix.map'>,
): ChannelOutput<'matrix.map'> {
  return { fingerprint: fingerprintOf(held), ...viewsOf(held).map(view, width, height) };
}

/** What the lines of an axis are called. */
function namesOf({ principals, resources }: PreparedView, axis: 'principals' | 'resources'): string[] {
  if (axis === 'principals') return principals.map(({ first }) => first.name);
  return resources.map((line) => (line.kind === 'resource' ? line.shown.name : (line.value ?? '')));
}

/** The next line whose name begins so, else the next that contains it. */
export function answerFind(
  held: HeldPolicy,
  { view, axis, text, from }: ParsedInput<'matrix.find'>,
): ChannelOutput<'matrix.find'> {
  const names = namesOf(viewsOf(held).view(view), axis).map(fold);
  const typed = fold(text);
  const next = (fits: (name: string) => boolean) => {
    for (let step = 0; step < names.length; step += 1) {
      const line = (from + step) % names.length;
      if (fits(names[line] ?? '')) return line;
    }
    return null;
  };
  const line = next((name) => name.startsWith(typed)) ?? next((name) => name.includes(typed));
  return { fingerprint: fingerprintOf(held), line };
}

/** Where a member, a group or a resource stands. */
export function answerPlace(
  held: HeldPolicy,
  { view, subject }: ParsedInput<'matrix.place'>,
): ChannelOutput<'matrix.place'> {
  const line = viewsOf(held).view(view).placeOf().get(`${subject.kind} ${subject.id}`) ?? null;
  return { fingerprint: fingerprintOf(held), line };
}

/** Who or what a line stands for. */
export function answerLine(
  held: HeldPolicy,
  { view, axis, line, offset, limit }: ParsedInput<'matrix.line'>,
): ChannelOutput<'matrix.line'> {
  const { principals, resources } = viewsOf(held).view(view);
  const all: Reference[] = [];
  if (axis === 'principals') {
    for (const { kind, id, name } of principals[line]?.alike ?? []) all.push({ subject: { kind, id }, name });
  } else {
    const found = resources[line];
    const shown = found === undefined ? [] : found.kind === 'resource' ? [found.shown] : found.members;
    for (const { resource, name } of shown) {
      all.push({ subject: { kind: 'resource', id: `${resource.type}:${resource.id}` }, name });
    }
  }
  return { fingerprint: fingerprintOf(held), of: all.length, rows: all.slice(offset, offset + limit) };
}
