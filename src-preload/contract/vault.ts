import { z } from 'zod';

/**
 * How keys are kept, and what the admin can still choose. `keyring` is the
 * system's own; `passphrase` wraps the key with scrypt; `memory` keeps nothing
 * on disk. `undecided` is a first run.
 */
export const vaultStateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('undecided'),
    /** Whether the system has a keyring that really encrypts. */
    keyring: z.boolean(),
    /** The system's own word for its keyring, such as `gnome_libsecret` or `basic_text`. */
    backend: z.string(),
  }),
  z.object({
    kind: z.literal('locked'),
    protection: z.enum(['keyring', 'passphrase']),
    reason: z.string(),
    /** Milliseconds to wait before the next try is accepted (grows after failures). */
    retryAfterMs: z.number().nonnegative(),
  }),
  z.object({
    kind: z.literal('open'),
    protection: z.enum(['keyring', 'passphrase', 'memory']),
    keyring: z.boolean(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;

export const passphraseSchema = z.string().min(8).max(1024);

/** The choice of the first run; also changes it later (what is on disk is then sealed anew or removed). */
export const vaultChoiceSchema = z.discriminatedUnion('protection', [
  z.strictObject({ protection: z.literal('keyring') }),
  z.strictObject({ protection: z.literal('passphrase'), passphrase: passphraseSchema }),
  z.strictObject({ protection: z.literal('memory') }),
]);
export type VaultChoice = z.infer<typeof vaultChoiceSchema>;
