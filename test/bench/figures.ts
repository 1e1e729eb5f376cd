import type { Measurement } from './measure';

/** One line of the bench: ours against a peer, and how much better it should be. */
export interface Figure {
  readonly size: string;
  readonly figure: string;
  readonly peer: string;
  /** Milliseconds, or bytes of a matrix where `unit` says so. */
  readonly unit: 'ms' | 'bytes' | 'MB';
  readonly ours: Measurement;
  readonly theirs: Measurement | null;
  /** Theirs / ours for times; ours / theirs for bytes. */
  readonly ratio: number;
  readonly wanted: { readonly atLeast: number } | { readonly atMost: number } | null;
  /** True where theirs is worked out from a sample. */
  readonly extrapolated: boolean;
}

/** The ratios to reach: at L, with casbin and Cedar at M; none is given for other sizes. */
const WANTED: Readonly<Record<string, number>> = {
  'L whole matrix naive': 1_500,
  'L whole matrix CASL': 3_000,
  'L check by ids naive': 3,
  'L check by ids CASL': 8,
  'L check by handle naive': 6,
  'L who can reach naive': 200,
  'L effect of a new grant own rebuild': 50,
  'L effect of a label edit own rebuild': 300,
  'M check by ids casbin': 60,
  'M check by ids Cedar': 700,
};

/** A figure of time: how many times faster than the peer. */
export function timeFigure(
  size: string,
  figure: string,
  peer: string,
  ours: Measurement,
  theirs: Measurement,
  extrapolated = false,
): Figure {
  const wanted = WANTED[`${size} ${figure} ${peer}`];
  return {
    size,
    figure,
    peer,
    unit: 'ms',
    ours,
    theirs,
    ratio: theirs.median / ours.median,
    wanted: wanted === undefined ? null : { atLeast: wanted },
    extrapolated,
  };
}

const exactly = (value: number): Measurement => ({ median: value, least: value, most: value });

/** The bytes of our matrix beside two bits for each cell. */
export function bytesFigure(size: string, ours: number, dense: number): Figure {
  const atMost = size === 'L' ? 0.1 : size === 'L hard' ? 0.15 : null;
  return {
    size,
    figure: 'bytes of the matrix',
    peer: 'dense two-bit matrix',
    unit: 'bytes',
    ours: exactly(ours),
    theirs: exactly(dense),
    ratio: ours / dense,
    wanted: atMost === null ? null : { atMost },
    extrapolated: false,
  };
}

/** Megabytes against a limit. */
export function memoryFigure(size: string, figure: string, megabytes: number, limit: number | null): Figure {
  return {
    size,
    figure,
    peer: limit === null ? '' : `limit ${limit} MB`,
    unit: 'MB',
    ours: exactly(megabytes),
    theirs: null,
    ratio: limit === null ? Number.NaN : megabytes / limit,
    wanted: limit === null ? null : { atMost: 1 },
    extrapolated: false,
  };
}

/** Whether the figure is as wanted; `null` where nothing is wanted. */
export function isMet({ ratio, wanted }: Figure): boolean | null {
  if (wanted === null) return null;
  return 'atLeast' in wanted ? ratio >= wanted.atLeast : ratio <= wanted.atMost;
}
