import { createHash } from 'node:crypto';
import { z } from 'zod';
import { scryptCostSchema } from './passphrase';

/** The version of `vault.json`; a newer one is left alone. */
const FORMAT = 1;

const bytes = z.base64().transform((text): Buffer => Buffer.from(text, 'base64'));

/**
 * How the master key is kept. `check` is sealed with it and tells whether the
 * keyring gave the right one. `removing` is what a vault becomes the moment its
 * key is destroyed: the sealed files beside it are still to be removed.
 */
const protectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keyring'), wrapped: bytes, check: bytes }),
  z.object({ kind: z.literal('passphrase'), cost: scryptCostSchema, salt: bytes, wrapped: bytes }),
  z.object({ kind: z.literal('removing') }),
]);
export type KeptProtection = z.infer<typeof protectionSchema>;

/** Wrong passphrases in a row, and when the last one was (epoch ms). */
const wrongTriesSchema = z.object({
  count: z.number().int().nonnegative().max(1_000_000),
  lastAt: z.number().nonnegative(),
});
export type WrongTries = z.infer<typeof wrongTriesSchema>;

const contentSchema = z.object({ protection: protectionSchema, wrongTries: wrongTriesSchema });

/** What `vault.json` holds. */
export type VaultFileContent = z.infer<typeof contentSchema>;

/** A vault file as it was found. A damaged or newer one is never overwritten. */
export type FoundVaultFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'good'; readonly content: VaultFileContent }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' };

const outerSchema = z.object({ format: z.number(), content: z.unknown(), sum: z.string() });
const formatSchema = z.object({ format: z.number().min(FORMAT + 1) });

const sumOf = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest('hex');

function written(protection: KeptProtection): Record<string, unknown> {
  switch (protection.kind) {
    case 'keyring':
      return {
        kind: protection.kind,
        wrapped: protection.wrapped.toString('base64'),
        check: protection.check.toString('base64'),
      };
    case 'passphrase':
      return {
        kind: protection.kind,
        cost: protection.cost,
        salt: protection.salt.toString('base64'),
        wrapped: protection.wrapped.toString('base64'),
      };
    case 'removing':
      return { kind: protection.kind };
    default:
      return protection satisfies never;
  }
}

/**
 * The text of `vault.json`. Its sum tells a damaged file from a wrong
 * passphrase; it protects against accidents, not against a forger.
 */
export function printVaultFile(content: VaultFileContent): Buffer {
  const plain = { protection: written(content.protection), wrongTries: content.wrongTries };
  return Buffer.from(`${JSON.stringify({ format: FORMAT, content: plain, sum: sumOf(plain) }, null, 2)}\n`);
}

/** Reads the text of `vault.json`; `null` stands for no file. */
export function parseVaultFile(text: Buffer | null): FoundVaultFile {
  if (text === null) return { kind: 'none' };
  let json: unknown;
  try {
    json = JSON.parse(text.toString('utf8'));
  } catch {
    return { kind: 'damaged' };
  }
  if (formatSchema.safeParse(json).success) return { kind: 'newer' };
  const outer = outerSchema.safeParse(json);
  if (!outer.success || outer.data.format !== FORMAT || outer.data.sum !== sumOf(outer.data.content)) {
    return { kind: 'damaged' };
  }
  const content = contentSchema.safeParse(outer.data.content);
  return content.success ? { kind: 'good', content: content.data } : { kind: 'damaged' };
}
