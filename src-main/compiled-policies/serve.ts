import type { Failure } from '@contract/failure';
import type { Snapshot } from '@contract/snapshot';
import { isTooLarge } from '../reports/write-report';
import { Failed } from '../storage/failed';
import { answerQuestion } from './answers/answers';
import { answerDrops, DraftedPolicies, dropsInputSchema } from './answers/drops';
import { countPolicy } from './counting';
import { type HeldPolicy, holdPolicy } from './held-policy';
import {
  type FromWorker,
  type PolicyCounts,
  type SnapshotHead,
  type SnapshotLists,
  toWorkerSchema,
} from './messages';
import { answerReport, reportQuestionSchema } from './report-question';
import { append, emptyLists } from './slices';

/** The worker's side of the line to main: a `MessagePort`. */
export interface Port {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  postMessage(message: FromWorker, transfer?: readonly ArrayBuffer[]): void;
}

/** A snapshot of which not all has come. */
interface Arriving {
  readonly key: string;
  readonly head: SnapshotHead;
  readonly lists: SnapshotLists;
}

function failureOf(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  return {
    code: 'internal',
    message:
      'The access could not be worked out. Sync the workspace and try again; if it stays, restart Gatehouse.',
  };
}

/** A report that is too large for its format says so in its own words. */
function reportFailure(error: unknown): Failure {
  if (isTooLarge(error)) {
    return { code: 'unsupported', message: error.message };
  }
  return failureOf(error);
}

function buffersOf({ members, groups, resources, people }: PolicyCounts): ArrayBuffer[] {
  return [members, groups, resources, people].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}

/**
 * Keeps the compiled policies and answers questions about them, one message
 * after the other. Main asks only about policies that it was told are ready.
 */
export function serve(port: Port): void {
  const held = new Map<string, HeldPolicy>();
  const arriving = new Map<number, Arriving>();

  const compileFeed = (feed: number) => {
    const arrived = arriving.get(feed);
    if (arrived === undefined) return;
    arriving.delete(feed);
    const snapshot: Snapshot = { ...arrived.head, ...arrived.lists };
    try {
      const policy = holdPolicy(snapshot);
      const counts = countPolicy(policy);
      held.set(arrived.key, policy);
      port.postMessage({ kind: 'ready', feed, counts }, buffersOf(counts));
    } catch (error) {
      // Whoever asks must not get answers about an older snapshot instead.
      held.delete(arrived.key);
      port.postMessage({ kind: 'failed', feed, reason: failureOf(error).message });
    }
  };

  const drafted = new DraftedPolicies();
  /** Reports that are being written, with what stops them. */
  const writing = new Map<number, AbortController>();

  const answer = ({ id, key }: { id: number; key: string }, from: (policy: HeldPolicy) => unknown) => {
    try {
      const policy = held.get(key);
      if (policy === undefined) throw new Failed('notFound', 'This workspace is not open any more.');
      port.postMessage({ kind: 'answered', id, value: from(policy) });
    } catch (error) {
      port.postMessage({ kind: 'refused', id, failure: failureOf(error) });
    }
  };

  const report = async ({ id, key, input }: { id: number; key: string; input: unknown }) => {
    const controller = new AbortController();
    writing.set(id, controller);
    try {
      const policy = held.get(key);
      if (policy === undefined) throw new Failed('notFound', 'This workspace is not open any more.');
      const { signal } = controller;
      const files = await answerReport(policy, reportQuestionSchema.parse(input), { signal });
      const moved = files.flatMap(({ bytes: { buffer, byteLength } }) =>
        // A small file lies in a piece of memory that others have a part of.
        buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
      );
      port.postMessage({ kind: 'answered', id, value: files }, moved);
    } catch (error) {
      port.postMessage({ kind: 'refused', id, failure: reportFailure(error) });
    } finally {
      writing.delete(id);
    }
  };

  const forget = (key: string) => {
    held.delete(key);
    drafted.forget();
    for (const [feed, arrived] of arriving) if (arrived.key === key) arriving.delete(feed);
  };

  port.on('message', (received) => {
    const message = toWorkerSchema.parse(received);
    switch (message.kind) {
      case 'begin': {
        const { key, feed, head } = message;
        for (const [other, arrived] of arriving) if (arrived.key === key) arriving.delete(other);
        arriving.set(feed, { key, head, lists: emptyLists() });
        break;
      }
      case 'slice': {
        const arrived = arriving.get(message.feed);
        if (arrived !== undefined) append(arrived.lists, message.lists);
        break;
      }
      case 'compile':
        compileFeed(message.feed);
        break;
      case 'ask':
        answer(message, (policy) => answerQuestion(policy, message.name, message.input));
        break;
      case 'drops':
        answer(message, (policy) => answerDrops(drafted, policy, dropsInputSchema.parse(message.input)));
        break;
      case 'report':
        void report(message);
        break;
      case 'stopReport':
        writing.get(message.id)?.abort(new Failed('cancelled', 'The export was stopped.'));
        break;
      case 'forget':
        forget(message.key);
        break;
    }
  });
}
