import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ScryptCost } from '../../../src-main/vault/passphrase';
import { createSealedStore, type SealedStore } from '../../../src-main/vault/sealed-store';
import { createVault, type Vault } from '../../../src-main/vault/vault';
import { createTroubledFiles, type TroubledFiles } from '../storage/troubled-files';
import { createFakeKeyring, type FakeKeyring } from './fake-keyring';

/** Cheap enough to try many passphrases in a test; the real cost has a test of its own. */
export const TEST_COST: ScryptCost = { N: 16, r: 1, p: 1 };

/** A vault with one store of words, as after a start of the app. */
export interface Run {
  readonly vault: Vault;
  readonly words: SealedStore<readonly string[]>;
  readonly told: string[];
}

/** A machine that keeps its disk, its keyring and its clocks over several runs of the app. */
export interface Machine {
  readonly dir: string;
  readonly files: TroubledFiles;
  readonly keyring: FakeKeyring;
  readonly clock: { wall: number; monotonic: number };
  platform: NodeJS.Platform;
  /** In a test all runs are one process: what a crashed one left must not look like the next one's. */
  endLastRun(): Promise<void>;
  /** Makes the vault of a new run without starting it. */
  boot(): Run;
  /** A new run of the app, started. */
  run(): Promise<Run>;
  /** The names in the vault's folder; none while it is not there. */
  names(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function createMachine(): Promise<Machine> {
  const root = await mkdtemp(join(tmpdir(), 'vault-'));
  const dir = join(root, 'sealed');
  const files = createTroubledFiles();
  const keyring = createFakeKeyring();
  const clock = { wall: Date.UTC(2026, 10, 23), monotonic: 1000 };
  const boot = (): Run => {
    const told: string[] = [];
    const vault = createVault({
      dir,
      safeStorage: keyring,
      platform: machine.platform,
      now: () => clock.wall,
      monotonicNow: () => clock.monotonic,
      files,
      scryptCost: TEST_COST,
      tell: (message) => told.push(message),
    });
    const words = createSealedStore<readonly string[]>({
      vault,
      name: 'words',
      place: { purpose: 'workspaces', workspace: null, id: 'words' },
      format: 1,
      schema: z.array(z.string()).readonly(),
      empty: [],
      whenDamaged: 'the words are damaged',
    });
    vault.register({
      ...words,
      load: async () => {
        await words.load();
      },
    });
    return { vault, words, told };
  };
  const machine: Machine = {
    dir,
    files,
    keyring,
    clock,
    platform: 'linux',
    boot,
    endLastRun: async () => {
      for (const name of await machine.names()) {
        const older = name.replace(/[0-9a-f]{8}(?=-[0-9a-f]{16}\.tmp$)/, '0badc0de');
        if (older !== name) await rename(join(dir, name), join(dir, older));
      }
    },
    run: async () => {
      await machine.endLastRun();
      const run = boot();
      await run.vault.start();
      return run;
    },
    names: async () => {
      try {
        return (await readdir(dir)).sort();
      } catch {
        return [];
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
  return machine;
}
