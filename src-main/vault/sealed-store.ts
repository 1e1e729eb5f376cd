import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Failed } from '../storage/failed';
import { createOneAtATime } from '../storage/one-at-a-time';
import { SealBroken, type SealPlace } from './seal';
import type { StoreVault, VaultStore } from './vault-store';

/** One sealed JSON file with what it holds. */
export interface SealedStoreOptions<Content> {
  readonly vault: StoreVault;
  /** The file's name without its ending. It is readable by anybody: nothing of a workspace may be in it. */
  readonly name: string;
  readonly place: SealPlace;
  /** The version of `schema`; a file of a newer one is left alone and keeps the vault locked. */
  readonly format: number;
  readonly schema: z.ZodType<Content>;
  /** What is there before anything was kept. */
  readonly empty: Content;
  /** Said when the file cannot be opened and is set aside: what is lost and what to do. */
  readonly whenDamaged: string;
}

/** Content in memory that is on disk, sealed, before anybody sees a change of it. */
export interface SealedStore<Content> extends Omit<VaultStore, 'load'> {
  /** Reads the file, if there is one, and answers what is now in memory. @throws Failed; keeps nothing then */
  load(): Promise<Content>;
  /** @throws Failed `locked` */
  get(): Content;
  /**
   * Changes the content: `next` makes the new one from the present one, which
   * must not be modified; the same one means no change. It is visible when it is
   * written. Changes happen one after the other.
   *
   * @throws Failed `locked`, `disk` (then nothing has changed), whatever `next` throws
   */
  change(next: (now: Content) => Content): Promise<void>;
  /** Removes the file, also where it was set aside, and starts empty. @throws Failed `disk` */
  remove(): Promise<void>;
}

const outerSchema = z.object({ format: z.number().int(), content: z.unknown() });

/** Makes the store; it is the caller's to register it with the vault, or to pass the vault's calls on. */
export function createSealedStore<Content>(options: SealedStoreOptions<Content>): SealedStore<Content> {
  const { vault, place, format, schema, empty } = options;
  const file = `${options.name}.sealed`;
  const queue = createOneAtATime();
  let content = empty;
  /** Grows whenever memory is emptied: a change that began before must not bring the old content back. */
  let age = 0;

  const write = (next: Content) =>
    vault.folder.write(file, vault.seal(place, Buffer.from(JSON.stringify({ format, content: next }))));

  const parse = (opened: Buffer): Content => {
    const outer = outerSchema.safeParse(JSON.parse(opened.toString('utf8')));
    if (!outer.success) throw new SealBroken('damaged');
    if (outer.data.format > format) throw new SealBroken('newer');
    const parsed = schema.safeParse(outer.data.content);
    if (!parsed.success) throw new SealBroken('damaged');
    return parsed.data;
  };

  const emptyMemory = () => {
    age += 1;
    content = empty;
  };

  return {
    get: () => {
      vault.assertUsable();
      return content;
    },
    change: (next) =>
      queue.run(async () => {
        vault.assertUsable();
        const changed = next(content);
        if (changed === content) return;
        const before = age;
        if (vault.keepsOnDisk()) await write(changed);
        if (age !== before)
          throw new Failed('locked', 'Gatehouse was locked meanwhile. Unlock it and look again.');
        content = changed;
      }),
    remove: () =>
      queue.run(async () => {
        await vault.folder.remove(file);
        for (const name of await vault.folder.sealedNames()) {
          if (name.startsWith(`${file}.damaged-`)) await vault.folder.remove(name);
        }
        emptyMemory();
      }),
    load: () =>
      queue.run(async () => {
        emptyMemory();
        const sealed = await vault.folder.read(file);
        if (sealed === null) return content;
        try {
          content = parse(vault.open(place, sealed));
        } catch (error) {
          if (error instanceof SealBroken && error.how === 'newer') {
            throw new Failed(
              'unsupported',
              'What is kept here was written by a newer version of Gatehouse. Use that version; nothing has been changed.',
              error,
            );
          }
          if (!(error instanceof SealBroken || error instanceof SyntaxError)) throw error;
          await vault.folder.setAside(file, randomBytes(4).toString('hex'));
          vault.tell(options.whenDamaged);
        }
        return content;
      }),
    writeAll: () => queue.run(() => write(content)),
    settled: queue.settled,
    forget: emptyMemory,
  };
}
