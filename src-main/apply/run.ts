import type { StepState } from '@contract/apply';
import type { TargetState } from '../plan/plan';
import type { Sleep } from '../segment/request';
import { Halt } from './halt';
import { readingFailure } from './outcome';
import { type ApplyRecord, type StepInRecord, type StepRecord, stepAt } from './record';
import type { Remote, Seen } from './remote';

/** What the admin has asked of a running apply; it is looked at between steps. */
export type Asked = { readonly kind: 'go' } | { readonly kind: 'pause' | 'cancel'; readonly reason: string };

/** What one apply works with. */
export interface RunOptions {
  readonly remote: Remote;
  /** Writes the record to disk; resolves when it is there. What is on disk is always at least what was done. */
  readonly save: (record: ApplyRecord) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; rejects when Gatehouse locks or closes. */
  readonly sleep: Sleep;
  readonly asked: () => Asked;
  /** A target in words, as the plan puts it. */
  readonly words: (state: TargetState) => readonly string[];
  /** Hears each record that is on disk. */
  readonly onChange: (record: ApplyRecord) => void;
}

/** One apply under way: its record, and how it is changed. */
export interface Run extends RunOptions {
  record(): ApplyRecord;
  /** Changes the record: on disk first, then here. */
  update(next: (record: ApplyRecord) => ApplyRecord): Promise<void>;
  at(index: number): StepInRecord;
  /** Changes what is recorded of one step. */
  note(index: number, change: Partial<StepRecord>): Promise<void>;
  /** A target in words, also one that is gone. */
  lines(state: TargetState | null): string[];
  /** Reads a step's target. @throws Halt, Unreadable */
  look(index: number): Promise<Seen>;
}

/** A run from a record on. */
export function createRun(options: RunOptions, start: ApplyRecord): Run {
  let record = start;
  const update: Run['update'] = async (next) => {
    const changed = next(record);
    await options.save(changed);
    record = changed;
    options.onChange(record);
  };
  return {
    ...options,
    sleep: async (ms) => {
      try {
        await options.sleep(ms);
      } catch {
        throw new Halt('paused', 'Gatehouse was locked or closed.');
      }
    },
    lines: (state) => (state === null ? ['It is not there any more'] : [...options.words(state)]),
    record: () => record,
    update,
    at: (index) => stepAt(record, index),
    note: (index, change) =>
      update((now) => ({
        ...now,
        steps: now.steps.map((each, place) => (place === index ? { ...each, ...change } : each)),
      })),
    look: async (index) => {
      try {
        return await options.remote.read(stepAt(record, index).step, new Map(Object.entries(record.created)));
      } catch (error) {
        throw readingFailure(error);
      }
    },
  };
}

/** The state of a step that was done. */
export function applied(run: Run): StepState {
  return { kind: 'applied', at: new Date(run.now()).toISOString() };
}
