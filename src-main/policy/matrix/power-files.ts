import type { World } from '../world/world';
import { STRIP, STRIP_SHIFT } from './blocks';
import type { Seats } from './seats';
import { type PowerTraits, type Traits, typeBit } from './traits';

/** A list of numbers for each of some files, in one array: counted first, then filled. */
class Files {
  readonly start: Int32Array;
  readonly entries: Int32Array;

  /** `each` must give the same pairs both times that it is called. */
  constructor(files: number, each: (put: (file: number, entry: number) => void) => void) {
    // Counted two places on: filling moves each beginning to where it belongs.
    const start = new Int32Array(files + 2);
    each((file) => {
      start[file + 2] = (start[file + 2] ?? 0) + 1;
    });
    for (let file = 2; file < start.length; file += 1) {
      start[file] = (start[file] ?? 0) + (start[file - 1] ?? 0);
    }
    this.entries = new Int32Array(start[files + 1] ?? 0);
    each((file, entry) => {
      const place = start[file + 1] ?? 0;
      this.entries[place] = entry;
      start[file + 1] = place + 1;
    });
    this.start = start;
  }
}

/**
 * The powers of some seats, filed by what they ask for: most name a few columns
 * elsewhere, or a label that no column of a strip carries, and are then not
 * looked at there. Whatever is needed of them lies in flat arrays, by their
 * numbers in the seats: objects spread over the heap would cost a cache miss each.
 * For the first layer only: doubtful powers give nothing there. Must agree with
 * `StripFacts.reached`.
 */
export class PowerFiles {
  /** Those that reach whatever is of their types. */
  readonly everywhere: readonly number[];
  /** By first label. */
  readonly byLabel: Files;
  /** By strip, a number for each named column: the power times `STRIP`, and the column's place. */
  readonly byStrip: Files;
  readonly types: Uint8Array;
  readonly codes: Uint8Array;
  /** Where each power's labels begin in `labels`. */
  readonly labelStart: Int32Array;
  readonly labels: Int32Array;
  readonly labelCount: number;

  constructor(seats: Seats, traits: PowerTraits, { columns, reader }: World) {
    const powers = Array.from(seats.powers, (power) => traits.of(power));
    const counts = ({ code, doubtful }: Traits) => code !== 0 && !doubtful;
    this.labelCount = reader.labels.size;
    this.types = Uint8Array.from(powers, ({ types }) => types);
    this.codes = Uint8Array.from(powers, ({ code }) => code);
    this.everywhere = [...powers.keys()].filter((at) => {
      const power = powers[at];
      return power !== undefined && counts(power) && reachesItsTypes(power);
    });
    const labels: number[] = [];
    const labelStart = new Int32Array(powers.length + 1);
    powers.forEach((power, at) => {
      for (const label of power.labels) labels.push(label);
      labelStart[at + 1] = labels.length;
    });
    this.labelStart = labelStart;
    this.labels = Int32Array.from(labels);
    this.byLabel = new Files(this.labelCount, (put) => {
      powers.forEach((power, at) => {
        const [first] = power.labels;
        if (power.kind === 'labels' && first !== undefined && counts(power)) put(first, at);
      });
    });
    const typeOf = Uint8Array.from(columns.list, ({ type }) => typeBit[type]);
    this.byStrip = new Files(Math.ceil(typeOf.length / STRIP), (put) => {
      powers.forEach((power, at) => {
        if (power.kind !== 'list' || power.everywhere || !counts(power)) return;
        for (const column of power.columns) {
          if (((typeOf[column] ?? 0) & power.types) === 0) continue;
          put(column >>> STRIP_SHIFT, at * STRIP + (column & (STRIP - 1)));
        }
      });
    });
  }
}

function reachesItsTypes({ kind, everywhere, labels }: Traits): boolean {
  return kind === 'all' || (kind === 'list' && everywhere) || (kind === 'labels' && labels.length === 0);
}
