import { BLOCK_WORDS, PLANE_WORDS } from '../matrix/blocks';
import type { Layers } from '../matrix/layers';
import type { Matrix } from '../matrix/matrix';
import type { LayerStep, LayerSteps, Parcel } from './parcels';

/** Numbers of a case: its combination before, its block of `more` in each layer, its PII. */
const FIELDS = 5;
const PII = 4;

/** The words of one layer before and after, found for a case by where they begin. */
export interface LayerWords extends LayerStep {
  readonly old: Int32Array;
  readonly added: Int32Array;
  /** Whether it can be other than the first layer. */
  readonly differs: boolean;
}

/**
 * A parcel in one strip. People whose blocks are alike are one case, so that each
 * different one is compared once for all.
 */
export interface Cases {
  readonly layers: Layers;
  readonly words: readonly [LayerWords, LayerWords, LayerWords];
  /** The words of a plane in which anything can change. */
  readonly active: readonly number[];
  readonly size: number;
  readonly people: readonly number[];
  readonly fields: readonly number[];
  /** For each pair of the parcel its case. */
  readonly ofPair: Int32Array;
}

const EMPTY = new Int32Array(BLOCK_WORDS);

function equal(one: Int32Array, other: Int32Array): boolean {
  for (let word = 0; word < BLOCK_WORDS; word += 1) if (one[word] !== other[word]) return false;
  return true;
}

/** The words of a plane that a step can change. */
function activeWords(steps: readonly LayerStep[], all: boolean): number[] {
  const active: number[] = [];
  for (let word = 0; word < PLANE_WORDS; word += 1) {
    const changes = steps.some(({ keep, gain }) =>
      [word, word + PLANE_WORDS].some((at) => keep[at] !== -1 || gain[at] !== 0),
    );
    if (all || changes) active.push(word);
  }
  return active;
}

function wordsOf(layers: Layers, steps: LayerSteps): Cases['words'] {
  const words = (layer: 0 | 1 | 2): LayerWords => {
    const step = steps[layer];
    const strip = layers.strips[layer];
    const [first] = steps;
    const same =
      (strip === layers.strips[0] && step === first) ||
      (strip === layers.strips[0] &&
        equal(step.keep, first.keep) &&
        equal(step.gain, first.gain) &&
        (step.more === first.more ||
          (step.more !== null && first.more !== null && equalStrips(step, first))));
    return { ...step, old: strip.words, added: step.more?.words ?? EMPTY, differs: !same };
  };
  return [words(0), words(1), words(2)];
}

/** Whether two steps add the same to everybody. */
function equalStrips({ more: one }: LayerStep, { more: other }: LayerStep): boolean {
  if (one === null || other === null || one.words.length !== other.words.length) return false;
  return (
    one.words.every((word, at) => word === other.words[at]) &&
    one.ofSeat.every((block, seat) => block === other.ofSeat[seat])
  );
}

/** What a parcel does in the three layers of a strip. */
export function stepsIn(parcel: Parcel, position: number): LayerSteps {
  return parcel.steps(position);
}

/** The people of a parcel in a strip; `null` where nothing can change, found without a look at them. */
export function casesIn(matrix: Matrix, parcel: Parcel, position: number, steps: LayerSteps): Cases | null {
  const active = activeWords(steps, parcel.piiMoves);
  if (active.length === 0) return null;
  const layers = matrix.strips.layers(position);
  const { before, other, pii } = parcel;
  const [more0, more1, more2] = steps.map(({ more }) => more?.ofSeat ?? null);
  const head = new Int32Array(layers.size).fill(-1);
  const next: number[] = [];
  const people: number[] = [];
  const fields: number[] = [];
  const ofPair = new Int32Array(before.length);
  for (let pair = 0; pair < before.length; pair += 1) {
    const combination = layers.ofSeat[before[pair] ?? 0] ?? 0;
    const seat = other[pair] ?? 0;
    const first = more0?.[seat] ?? 0;
    const second = more1?.[seat] ?? 0;
    const third = more2?.[seat] ?? 0;
    const sees = pii[pair] ?? 0;
    // Few share a combination and differ in the rest: a short chain holds them.
    let found = head[combination] ?? -1;
    for (; found !== -1; found = next[found] ?? -1) {
      const at = found * FIELDS;
      if (
        fields[at + 1] === first &&
        fields[at + 2] === second &&
        fields[at + 3] === third &&
        fields[at + PII] === sees
      )
        break;
    }
    if (found === -1) {
      found = people.length;
      next.push(head[combination] ?? -1);
      head[combination] = found;
      people.push(0);
      fields.push(combination, first, second, third, sees);
    }
    people[found] = (people[found] ?? 0) + (parcel.people[pair] ?? 0);
    ofPair[pair] = found;
  }
  return { layers, words: wordsOf(layers, steps), active, size: people.length, people, fields, ofPair };
}

/** PII of a case: bits 1, 2 before; 4, 8 after. */
export function piiOfCase({ fields }: Cases, number: number): number {
  return fields[number * FIELDS + PII] ?? 0;
}

/** Where the words that a case has in a layer begin. */
export function placeBefore({ layers, fields }: Cases, number: number, layer: number): number {
  const combination = fields[number * FIELDS] ?? 0;
  return (layers.blocks[3 * combination + layer] ?? 0) * BLOCK_WORDS;
}

/** Where the words that a case is given in a layer begin. */
export function placeAdded({ fields }: Cases, number: number, layer: number): number {
  return (fields[number * FIELDS + 1 + layer] ?? 0) * BLOCK_WORDS;
}
