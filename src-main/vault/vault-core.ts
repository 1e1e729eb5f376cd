import type { VaultState } from '@contract/vault';
import { Failed } from '../storage/failed';
import type { KeyringFacts } from './keyring';
import { OpenKeys } from './open-keys';
import type { RandomSource } from './seal';
import { LOCKED, type Situation, stateOf } from './situation';
import type { VaultListener, VaultStore } from './vault-store';

/** The situation of a vault, who hears of it, and the lock. Transitions are made by others. */
export interface VaultCore {
  readonly stores: VaultStore[];
  situation(): Situation;
  state(): VaultState;
  /** Changes the situation without a word; `announce` says it. */
  set(next: Situation): void;
  announce(): VaultState;
  become(next: Situation): VaultState;
  /** Keys that nothing was sealed with yet. */
  freshKeys(): OpenKeys;
  /** @throws Failed `locked` */
  keys(): OpenKeys;
  /** Destroys the keys and makes every store forget. */
  forgetAll(): void;
  /** Resolves when no store is writing any more. */
  settled(): Promise<void>;
  lock(): void;
  /** How often a lock was asked for: tells a long task that it is no longer wanted. */
  locks(): number;
  /** Runs a task during which files and situation disagree; a lock waits until it is over. */
  whileMoving<T>(task: () => Promise<T>): Promise<T>;
  onChange(listener: VaultListener): () => void;
}

/** Starts locked. */
export function createVaultCore(
  facts: () => KeyringFacts,
  retryAfterMs: () => number,
  random: RandomSource,
): VaultCore {
  const stores: VaultStore[] = [];
  const listeners = new Set<VaultListener>();
  let situation: Situation = { kind: 'locked', protection: 'keyring', reason: LOCKED };
  let locks = 0;
  let moving = false;
  let lockAsked = false;

  const state = () => stateOf(situation, facts(), retryAfterMs());
  const announce = () => {
    const told = state();
    for (const listener of [...listeners]) listener(told);
    return told;
  };
  const become = (next: Situation) => {
    situation = next;
    return announce();
  };
  const forgetAll = () => {
    if (situation.kind !== 'locked') situation.keys.destroy();
    for (const store of stores) store.forget();
  };
  const lockNow = () => {
    const before = situation;
    if (before.kind === 'locked') return;
    forgetAll();
    if (before.kind === 'disk' || before.kind === 'opening') {
      become({ kind: 'locked', protection: before.protection, reason: LOCKED });
    } else {
      become({ kind: 'undecided', keys: OpenKeys.fresh(random) });
    }
  };

  return {
    stores,
    situation: () => situation,
    state,
    set: (next) => {
      situation = next;
    },
    announce,
    become,
    freshKeys: () => OpenKeys.fresh(random),
    keys: () => {
      if (situation.kind === 'locked') throw new Failed('locked', `${LOCKED} Unlock it first.`);
      return situation.keys;
    },
    forgetAll,
    settled: async () => {
      for (const store of stores) await store.settled();
    },
    lock: () => {
      locks += 1;
      if (moving) lockAsked = true;
      else lockNow();
    },
    locks: () => locks,
    whileMoving: async (task) => {
      moving = true;
      try {
        return await task();
      } finally {
        moving = false;
        if (lockAsked) {
          lockAsked = false;
          lockNow();
        }
      }
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
