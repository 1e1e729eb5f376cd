import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ChannelOutput, channels, type ParsedInput } from '@contract/channels';
import { draftSchemas } from '@contract/drafts';
import type { Failure } from '@contract/failure';
import type { PolicyState } from '@contract/policy';
import type { Snapshot } from '@contract/snapshot';
import type { z } from 'zod';
import { Failed } from '../storage/failed';
import type { DropsInput } from './answers/drops';
import { fromWorkerSchema, type PolicyCounts, type QuestionName, type ToWorker } from './messages';
import { type ReportQuestion, reportFilesSchema } from './report-question';
import { headOf, slicesOf } from './slices';

/** A running worker, as this side of the line sees it. */
export interface PolicyWorker {
  post(message: ToWorker): void;
  onMessage(listen: (message: unknown) => void): void;
  /** Hears once, in words, why the worker ended; also after `stop`. */
  onEnd(listen: (why: string) => void): void;
  stop(): void;
}

/** What is told of the policies. */
export interface PolicyListener {
  onState(state: PolicyState): void;
  /** The counts of a policy that is ready, by the places of the snapshot with this fingerprint. */
  onCounts(key: string, fingerprint: string, counts: PolicyCounts): void;
}

/** One compiled policy for each open workspace, in a worker. */
export interface CompiledPolicies {
  states(): PolicyState[];
  stateOf(key: string): PolicyState;
  /** Compiles the snapshot in place of the one before. One of the same fingerprint is not compiled again. */
  take(key: string, snapshot: Snapshot): void;
  /**
   * Asks the newest policy; waits while it is being compiled. An answer that names a
   * fingerprint took it from the policy that answered.
   *
   * @throws Failed in words: `notFound` when the workspace is not open, `internal` when its policy failed
   */
  ask<Name extends QuestionName>(name: Name, input: ParsedInput<Name>): Promise<ChannelOutput<Name>>;
  /**
   * What dropping labels on targets would mean. `input` is called when the newest policy is
   * ready, so that its draft is about the same snapshot. @throws Failed as `ask`
   */
  drops(key: string, input: () => DropsInput): Promise<ChannelOutput<'drafts.dropVerdicts'>>;
  /**
   * Writes a report; the worker goes on answering meanwhile.
   *
   * @throws Failed as `ask`; `unsupported` for one too large for its format, `cancelled` after the signal
   */
  report(key: string, input: ReportQuestion, signal: AbortSignal): Promise<z.infer<typeof reportFilesSchema>>;
  /** Drops a workspace, or all with the worker that held them. */
  forget(key?: string): void;
}

/** How often a worker is started again after it ended by itself, until the next snapshot comes. */
const RESTARTS = 1;

interface Entry {
  readonly key: string;
  snapshot: Snapshot;
  feed: number;
  state: 'compiling' | 'ready' | 'failed';
  reason: string | null;
  counts: PolicyCounts | null;
  /** Called when it is no longer being compiled, or no longer the newest. */
  waiting: (() => void)[];
}

interface Asked {
  readonly key: string;
  readonly settle: (value: unknown) => void;
  readonly refuse: (failure: Failure) => void;
}

/** The answers of each question, with the types that TypeScript can follow from the name. */
const outputs: { [Name in QuestionName]: { output: z.ZodType<ChannelOutput<Name>> } } = channels;

const gone = () => new Failed('notFound', 'This workspace is not open any more.');

/** `startWorker` starts a worker that serves; it is started when the first snapshot comes. */
export function createCompiledPolicies(
  startWorker: () => PolicyWorker,
  listener: PolicyListener,
): CompiledPolicies {
  const entries = new Map<string, Entry>();
  const asked = new Map<number, Asked>();
  let worker: PolicyWorker | null = null;
  let ends = 0;
  let feeds = 0;
  let questions = 0;

  const viewOf = ({ key, snapshot, state, reason }: Entry): PolicyState => ({
    key,
    kind: state,
    fingerprint: snapshot.fingerprint,
    reason,
  });

  const wake = (entry: Entry) => {
    for (const go of entry.waiting.splice(0)) go();
  };

  const settle = (entry: Entry, state: 'ready' | 'failed', reason: string | null) => {
    entry.state = state;
    entry.reason = reason;
    wake(entry);
    listener.onState(viewOf(entry));
  };

  const refuseAll = (failure: Failure, key?: string) => {
    for (const [id, question] of asked) {
      if (key !== undefined && question.key !== key) continue;
      asked.delete(id);
      question.refuse(failure);
    }
  };

  const hear = (received: unknown) => {
    const message = fromWorkerSchema.parse(received);
    if (message.kind === 'answered' || message.kind === 'refused') {
      const question = asked.get(message.id);
      asked.delete(message.id);
      if (message.kind === 'answered') question?.settle(message.value);
      else question?.refuse(message.failure);
      return;
    }
    const entry = [...entries.values()].find(({ feed }) => feed === message.feed);
    if (entry === undefined) return;
    if (message.kind === 'failed') return settle(entry, 'failed', message.reason);
    entry.counts = message.counts;
    listener.onCounts(entry.key, entry.snapshot.fingerprint, message.counts);
    settle(entry, 'ready', null);
  };

  const running = (): PolicyWorker => {
    if (worker !== null) return worker;
    const started = startWorker();
    worker = started;
    started.onMessage((message) => {
      if (worker === started) hear(message);
    });
    started.onEnd((why) => {
      if (worker === started) ended(why);
    });
    return started;
  };

  const feed = async (entry: Entry) => {
    feeds += 1;
    const number = feeds;
    entry.feed = number;
    entry.state = 'compiling';
    listener.onState(viewOf(entry));
    const to = running();
    const isCurrent = () => worker === to && entry.feed === number && entries.get(entry.key) === entry;
    to.post({ kind: 'begin', key: entry.key, feed: number, head: headOf(entry.snapshot) });
    for (const lists of slicesOf(entry.snapshot)) {
      await nextTurn();
      if (!isCurrent()) return;
      to.post({ kind: 'slice', feed: number, lists });
    }
    to.post({ kind: 'compile', feed: number });
  };

  const start = (entry: Entry) => {
    feed(entry).catch(() =>
      settle(entry, 'failed', 'The access could not be worked out. Restart Gatehouse.'),
    );
  };

  /** The worker ended by itself: once it is started again, with everything that it held. */
  const ended = (why: string) => {
    worker = null;
    ends += 1;
    refuseAll({
      code: 'internal',
      message: 'The question could not be answered: working it out was interrupted. Try again.',
    });
    for (const entry of entries.values()) {
      if (entry.state === 'failed') continue;
      if (ends <= RESTARTS) start(entry);
      else {
        settle(
          entry,
          'failed',
          `The access could not be worked out: working on it stopped twice (${why}). Sync the workspace to try again.`,
        );
      }
    }
  };

  const stop = () => {
    const stopped = worker;
    worker = null;
    stopped?.stop();
  };

  /** Whether the policy can be asked now. @throws Failed where it never can */
  const isReady = (key: string): boolean => {
    const entry = entries.get(key);
    if (entry === undefined) throw gone();
    if (entry.state === 'failed') throw new Failed('internal', entry.reason ?? '');
    return entry.state === 'ready';
  };

  /** Asks once the policy is ready, and parses the answer. `messageOf` is called when the question goes out. */
  const question = async <Answer>(
    key: string,
    output: z.ZodType<Answer>,
    messageOf: (id: number) => ToWorker,
  ): Promise<Answer> => {
    // Nothing may come between the last look and the question: the policy could be forgotten there.
    while (!isReady(key)) {
      await new Promise<void>((resolve) => {
        entries.get(key)?.waiting.push(resolve);
      });
    }
    return new Promise((resolve, reject) => {
      questions += 1;
      const id = questions;
      const message = messageOf(id);
      asked.set(id, {
        key,
        settle: (value) => {
          const parsed = output.safeParse(value);
          if (parsed.success) resolve(parsed.data);
          else {
            reject(
              new Failed('internal', 'The answer about access was not of the right form.', parsed.error),
            );
          }
        },
        refuse: (failure) => reject(new Failed(failure.code, failure.message)),
      });
      running().post(message);
    });
  };

  return {
    states: () => [...entries.values()].map(viewOf),
    stateOf: (key) => {
      const entry = entries.get(key);
      return entry === undefined ? { key, kind: 'none', fingerprint: null, reason: null } : viewOf(entry);
    },
    take: (key, snapshot) => {
      const before = entries.get(key);
      const { fingerprint } = snapshot;
      if (before !== undefined && before.state !== 'failed' && before.snapshot.fingerprint === fingerprint) {
        // The same content in the same order: what was counted still holds.
        before.snapshot = snapshot;
        if (before.counts !== null) listener.onCounts(key, fingerprint, before.counts);
        return;
      }
      ends = 0;
      const entry: Entry = {
        key,
        snapshot,
        feed: 0,
        state: 'compiling',
        reason: null,
        counts: null,
        waiting: [],
      };
      entries.set(key, entry);
      if (before !== undefined) wake(before);
      start(entry);
    },
    ask: (name, input) =>
      question(input.key, outputs[name].output, (id) => ({
        kind: 'ask',
        id,
        key: input.key,
        name,
        input,
      })),
    drops: (key, input) =>
      question(key, draftSchemas['drafts.dropVerdicts'].output, (id) => ({
        kind: 'drops',
        id,
        key,
        input: input(),
      })),
    report: async (key, input, signal) => {
      let asked: number | null = null;
      const stop = () => {
        if (asked !== null) worker?.post({ kind: 'stopReport', id: asked });
      };
      signal.addEventListener('abort', stop);
      try {
        const files = await question(key, reportFilesSchema, (id) => {
          asked = id;
          return { kind: 'report', id, key, input };
        });
        if (signal.aborted) throw new Failed('cancelled', 'The export was stopped.');
        return files;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    forget: (key) => {
      const dropped = [...entries.values()].filter((entry) => key === undefined || entry.key === key);
      for (const entry of dropped) entries.delete(entry.key);
      for (const entry of dropped) wake(entry);
      refuseAll(gone().failure, key);
      // A stopped worker leaves nothing behind, so it goes with the last policy.
      if (entries.size === 0) stop();
      else if (key !== undefined) worker?.post({ kind: 'forget', key });
    },
  };
}
