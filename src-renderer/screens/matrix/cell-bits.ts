import type { PolicyLevel } from '@contract/policy';

/** What one cell says, taken out of its bits (see the contract of `matrix.window`). */
export type CellState =
  | {
      kind: 'one';
      atLeast: PolicyLevel;
      atMost: PolicyLevel;
      pii: 'yes' | 'perhaps' | 'no';
      ownerOnly: boolean;
      gain: boolean;
      loss: boolean;
    }
  | {
      kind: 'fold';
      /** What all of them have for certain, and the highest that any has. */
      all: PolicyLevel;
      any: PolicyLevel;
      /** Of one of them nobody can tell. */
      unknown: boolean;
      pii: boolean;
      ownerOnly: boolean;
      gain: boolean;
      loss: boolean;
    };

const LEVELS: readonly PolicyLevel[] = ['none', 'read', 'admin', 'admin'];

function levelOf(bits: number): PolicyLevel {
  return LEVELS[bits & 3] ?? 'none';
}

function bit(word: number, place: number): boolean {
  return ((word >> place) & 1) === 1;
}

/** Takes a cell of `matrix.window` apart. */
export function cellState(word: number): CellState {
  const shared = { ownerOnly: bit(word, 8), gain: bit(word, 9), loss: bit(word, 10) };
  if (bit(word, 15)) {
    return {
      kind: 'fold',
      all: levelOf(word),
      any: levelOf(word >> 2),
      unknown: bit(word, 4),
      pii: bit(word, 6),
      ...shared,
    };
  }
  const pii = bit(word, 6) ? 'yes' : bit(word, 7) ? 'perhaps' : 'no';
  return { kind: 'one', atLeast: levelOf(word), atMost: levelOf(word >> 2), pii, ...shared };
}

const LEVEL_WORDS: Record<PolicyLevel, string> = { none: 'no access', read: 'read', admin: 'admin' };

/** A cell in words, as it is read out and copied: `admin, sees PII`. */
export function cellWords(word: number): string {
  const state = cellState(word);
  return [
    state.kind === 'fold' ? foldWords(state) : levelWords(state),
    ...piiWords(state),
    ...(state.ownerOnly ? ['only through an owner role'] : []),
    ...(state.gain ? ['the draft widens it'] : []),
    ...(state.loss ? ['the draft narrows it'] : []),
  ].join(', ');
}

function levelWords({ atLeast, atMost }: Extract<CellState, { kind: 'one' }>): string {
  if (atLeast === atMost) return LEVEL_WORDS[atLeast];
  return `${atLeast === 'none' ? 'unknown' : LEVEL_WORDS[atLeast]}, at most ${LEVEL_WORDS[atMost]}`;
}

function foldWords({ all, any, unknown }: Extract<CellState, { kind: 'fold' }>): string {
  const sure =
    all === any
      ? all === 'none'
        ? 'none'
        : `all ${LEVEL_WORDS[all]}`
      : [...(all === 'none' ? [] : [`all ${LEVEL_WORDS[all]}`]), `some ${LEVEL_WORDS[any]}`].join(', ');
  return unknown ? `${sure}, some unknown` : sure;
}

function piiWords(state: CellState): string[] {
  if (state.kind === 'fold') return state.pii ? ['PII on some'] : [];
  if (state.pii === 'yes') return ['sees PII'];
  return state.pii === 'perhaps' ? ['PII unknown'] : [];
}
