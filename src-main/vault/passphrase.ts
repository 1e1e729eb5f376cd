import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { KEY_BYTES } from './open-keys';
import { openWith, type RandomSource, SealBroken, sealWith } from './seal';

/**
 * What one try of a passphrase costs. Bounded, so that a changed file cannot
 * make the app ask for all the memory (at the bounds 128 * N * r = 1 GiB).
 */
export const scryptCostSchema = z.object({
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((N) => (N & (N - 1)) === 0),
  r: z.number().int().min(1).max(8),
  p: z.number().int().min(1).max(4),
});
export type ScryptCost = z.infer<typeof scryptCostSchema>;

/** About a second and 128 MiB for each try (the OWASP password storage cheat sheet's first scrypt setting). */
export const DEFAULT_SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

const SALT_BYTES = 32;

/** A key wrapped by a passphrase, as it is kept. */
export interface PassphraseWrapped {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly wrapped: Buffer;
}

function stretch(passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  // The same letters typed on another keyboard or system are the same passphrase.
  const text = passphrase.normalize('NFKC');
  const maxmem = 128 * cost.N * cost.r + 128 * cost.r * cost.p + 32 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_BYTES, { ...cost, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

const placeOf = (cost: ScryptCost) =>
  ({ purpose: 'dataKey', workspace: null, id: `passphrase/${cost.N}/${cost.r}/${cost.p}` }) as const;

/** Wraps a key with a passphrase. The key is asked for after the second that stretching takes: it may be gone by then. */
export async function wrapWithPassphrase(
  passphrase: string,
  key: () => Buffer,
  cost: ScryptCost = DEFAULT_SCRYPT_COST,
  random: RandomSource = randomBytes,
): Promise<PassphraseWrapped> {
  const salt = random(SALT_BYTES);
  const wrapping = await stretch(passphrase, salt, cost);
  try {
    return { cost, salt, wrapped: sealWith(wrapping, placeOf(cost), key(), random) };
  } finally {
    wrapping.fill(0);
  }
}

/** The wrapped key, or `null` when the passphrase is not the right one. */
export async function unwrapWithPassphrase(
  passphrase: string,
  kept: PassphraseWrapped,
): Promise<Buffer | null> {
  const wrapping = await stretch(passphrase, kept.salt, kept.cost);
  try {
    const key = openWith(wrapping, placeOf(kept.cost), kept.wrapped);
    return key.byteLength === KEY_BYTES ? key : null;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  } finally {
    wrapping.fill(0);
  }
}
