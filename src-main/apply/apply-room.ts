import type { ApplyView, PlanView } from '@contract/apply';
import type { TargetState } from '../plan/plan';
import type { Sleep } from '../segment/request';
import { Failed } from '../storage/failed';
import type { ApplyJournal } from './apply-journal';
import { type Confirmation, confirmationsOf } from './confirmations';
import { type MadePlan, plannedCopy } from './planned-copy';
import {
  type AppliedPlan,
  type ApplyRecord,
  applyViewOf,
  isOpen,
  itemsDone,
  planViewOf,
  stagedRecord,
} from './record';
import type { Remote } from './remote';
import { type Asked, createRun } from './run';
import { runApply } from './run-apply';

/** What applying needs of the other rooms. */
export interface ApplyRoomOptions {
  readonly journal: ApplyJournal;
  /** The workspace over the network; `signal` is aborted when Gatehouse locks or closes. @throws Failed, SegmentError */
  readonly remoteOf: (key: string, signal: AbortSignal) => Remote;
  /** Plans the present draft on the present snapshot. @throws Failed */
  readonly makePlan: (key: string) => MadePlan;
  /** The revision that the draft has now. */
  readonly draftRevision: (key: string) => number;
  /** A target in words, with the names of the present snapshot. */
  readonly words: (key: string, state: TargetState) => readonly string[];
  /** Has the admin type every phrase, outside the window. False: the admin did not. */
  readonly confirm: (confirmations: readonly Confirmation[]) => Promise<boolean>;
  /** Tells the draft which of its items are all applied, and the ids of groups that were created. Repeats itself. */
  readonly carried: (
    key: string,
    done: { readonly items: readonly string[]; readonly created: Readonly<Record<string, string>> },
  ) => Promise<void>;
  /** Something may have been written: reads the workspace again. */
  readonly sync: (key: string) => void;
  readonly onChange: (view: ApplyView) => void;
  /** Says something to the admin that no call asked for. */
  readonly tell: (message: string) => void;
  readonly now: () => number;
  readonly sleep: Sleep;
}

/** Applies plans: one at a time for each workspace, each from main's own copy. Every call may throw Failed. */
export interface ApplyRoom {
  makePlan(key: string): PlanView;
  /** Resolves when the admin has confirmed and it is under way. @throws Failed `conflict`, `cancelled` */
  start(key: string, which: { readonly planId: string; readonly hash: string }): Promise<ApplyView>;
  pause(key: string): ApplyView;
  resume(key: string): ApplyView;
  cancel(key: string): ApplyView;
  state(key: string): ApplyView | null;
  dismiss(key: string): Promise<void>;
  /** After a start: finds out, by reading only, what became of writes that were under way when Gatehouse ended. */
  settleInterrupted(): void;
  /** Ends everything at once, as a lock does: what was under way is found out later. Resolves when it has ended. */
  halt(): Promise<void>;
  /** The workspace is disconnected. */
  forget(key: string): void;
}

interface Active {
  asked: Asked;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

const PAUSED: Asked = { kind: 'pause', reason: 'You paused it.' };
const CANCELLED: Asked = { kind: 'cancel', reason: 'You cancelled it.' };
const INTERRUPTED = {
  kind: 'pause',
  reason: 'Gatehouse ended while this was being applied. Look at what was done, then resume or cancel.',
} as const;
const GO: Asked = { kind: 'go' };

/** Makes the room. Nothing runs by itself. */
export function createApplyRoom(options: ApplyRoomOptions): ApplyRoom {
  const { journal } = options;
  const plans = new Map<string, AppliedPlan>();
  const active = new Map<string, Active>();
  const confirming = new Set<string>();

  /** The record as it is to be shown: what runs no more is paused. */
  const recordOf = (key: string): ApplyRecord | null => {
    const record = journal.get(key);
    if (record === null || active.has(key) || confirming.has(key)) return record;
    // Nothing was sent before the admin had confirmed.
    if (record.kind === 'staged') return null;
    return record.kind === 'running' ? { ...record, kind: 'paused', reason: INTERRUPTED.reason } : record;
  };

  const present = (key: string): ApplyRecord => {
    const record = recordOf(key);
    if (record === null) throw new Failed('notFound', 'Nothing is being applied to this workspace.');
    return record;
  };

  const begin = (key: string, record: ApplyRecord, asked: Asked): void => {
    const controller = new AbortController();
    const { signal } = controller;
    const run = createRun(
      {
        remote: options.remoteOf(key, signal),
        save: async (next) => {
          if (signal.aborted) throw new Failed('cancelled', 'Gatehouse was locked or closed.');
          await journal.save(key, next);
          await options.carried(key, { items: itemsDone(next), created: next.created });
        },
        now: options.now,
        sleep: (ms) => options.sleep(ms, signal),
        asked: () => own.asked,
        words: (state) => options.words(key, state),
        onChange: (next) => options.onChange(applyViewOf(next)),
      },
      record,
    );
    const own = {
      asked,
      controller,
      done: Promise.resolve()
        .then(() => runApply(run))
        .catch((error: unknown) => {
          if (signal.aborted) return;
          const why =
            error instanceof Failed ? error.failure.message : 'Something inside Gatehouse went wrong.';
          options.tell(`Applying has stopped where it was. ${why} Resume it when that is mended.`);
        })
        .finally(() => {
          if (active.get(key) === own) active.delete(key);
          if (signal.aborted) return;
          const ended = recordOf(key);
          if (ended === null) return;
          options.onChange(applyViewOf(ended));
          if (ended.steps.some(({ sends }) => sends > 0)) options.sync(key);
        }),
    };
    active.set(key, own);
  };

  const goOn = (key: string, asked: Asked): ApplyView => {
    const running = active.get(key);
    if (running !== undefined) {
      running.asked = asked;
      return applyViewOf(present(key));
    }
    const record = present(key);
    if (record.kind !== 'paused') throw new Failed('conflict', 'It has ended already.');
    begin(key, record, asked);
    return applyViewOf({ ...record, kind: 'running', reason: null });
  };

  return {
    makePlan: (key) => {
      const made = plannedCopy(key, options.makePlan(key));
      plans.set(key, made);
      return planViewOf(made);
    },
    start: async (key, { planId, hash }) => {
      const before = recordOf(key);
      if (confirming.has(key) || active.has(key) || before?.kind === 'paused') {
        throw new Failed(
          'conflict',
          'A plan is being applied to this workspace. Finish or cancel that first.',
        );
      }
      const plan = plans.get(key);
      if (plan === undefined || plan.id !== planId || plan.hash !== hash) {
        throw new Failed('conflict', 'This is not the latest plan. Plan again and look at what it does.');
      }
      if (options.draftRevision(key) !== plan.draftRevision) {
        throw new Failed('conflict', 'The draft has changed since it was planned. Plan again.');
      }
      if (plan.steps.length === 0) throw new Failed('badInput', 'The plan has no steps.');
      confirming.add(key);
      let record = stagedRecord(plan, new Date(options.now()).toISOString());
      try {
        await journal.save(key, record);
        const questions = confirmationsOf(plan);
        if (questions.length > 0 && !(await options.confirm(questions))) {
          await journal.save(key, null);
          throw new Failed('cancelled', 'You did not confirm it. Nothing was changed.');
        }
        if (options.draftRevision(key) !== plan.draftRevision) {
          await journal.save(key, null);
          throw new Failed('conflict', 'The draft was changed meanwhile. Plan again.');
        }
        record = { ...record, kind: 'running' };
        begin(key, record, GO);
        plans.delete(key);
      } finally {
        confirming.delete(key);
      }
      return applyViewOf(record);
    },
    pause: (key) => {
      const running = active.get(key);
      if (running !== undefined && running.asked.kind === 'go') running.asked = PAUSED;
      return applyViewOf(present(key));
    },
    resume: (key) => goOn(key, GO),
    cancel: (key) => goOn(key, CANCELLED),
    state: (key) => {
      const record = recordOf(key);
      return record === null ? null : applyViewOf(record);
    },
    dismiss: async (key) => {
      const record = recordOf(key);
      if (record === null) return;
      if (
        active.has(key) ||
        confirming.has(key) ||
        (record.kind !== 'finished' && record.kind !== 'stopped')
      ) {
        throw new Failed('conflict', 'It has not ended yet. Cancel it first.');
      }
      await journal.save(key, null);
    },
    settleInterrupted: () => {
      for (const key of journal.keys()) {
        const record = recordOf(key);
        if (record === null || active.has(key) || record.kind !== 'paused') continue;
        if (!record.steps.some(({ state }) => isOpen(state))) continue;
        try {
          begin(key, record, INTERRUPTED);
        } catch {
          // The workspace cannot be reached yet: resuming finds out what became of the write.
        }
      }
    },
    halt: async () => {
      const running = [...active.values()];
      active.clear();
      plans.clear();
      for (const { controller } of running) controller.abort();
      await Promise.all(running.map(({ done }) => done));
    },
    forget: (key) => {
      active.get(key)?.controller.abort();
      active.delete(key);
      plans.delete(key);
    },
  };
}
