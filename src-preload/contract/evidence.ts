import { z } from 'zod';

/**
 * The evidence pack: reports with a manifest of their hashes, signed with a key of
 * this installation, in one ZIP file.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The manifest, as it stands in `manifest.json` of a pack. */
export const manifestSchema = z.object({
  format: z.literal('gatehouse-evidence'),
  version: z.literal(1),
  /** When the pack was made (ISO 8601, UTC). */
  createdAt: z.iso.datetime(),
  appVersion: z.string().max(100),
  /** The email of who exported; `null` where that is not known. */
  exportedBy: z.string().max(320).nullable(),
  workspaces: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      asOf: z.iso.datetime(),
      fingerprint: sha256,
    }),
  ),
  files: z.array(
    z.object({ name: z.string().min(1).max(255), bytes: z.number().int().nonnegative(), sha256 }),
  ),
  /** The Ed25519 key that signed it, the 32 bytes in base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The signing key of this installation: what an auditor compares. */
export const signingKeySchema = z.object({
  publicKey: z.string(),
  /** SHA-256 of the key, hex in groups of four. */
  fingerprint: z.string(),
  createdAt: z.iso.datetime(),
  /** False while nothing is kept on disk: the key is gone when the app ends. */
  kept: z.boolean(),
});
export type SigningKey = z.infer<typeof signingKeySchema>;

/** One thing that is wrong with a pack, and where. */
export const packProblemSchema = z.object({ where: z.string(), what: z.string() });
export type PackProblem = z.infer<typeof packProblemSchema>;

/** Whether a pack is as it was signed. `key` is by whom, where that could be read. */
export const verificationSchema = z.object({
  verdict: z.enum(['intact', 'altered', 'unreadable']),
  problems: z.array(packProblemSchema),
  manifest: manifestSchema.nullable(),
  /** The fingerprint of the key that signed it, and whether it is the one of this installation. */
  key: z.object({ fingerprint: z.string(), ours: z.boolean().nullable() }).nullable(),
});
export type Verification = z.infer<typeof verificationSchema>;

export const evidenceSchemas = {
  /** Makes the key at the first call. */
  'evidence.key': { input: z.undefined(), output: signingKeySchema },
  /** Lets the admin choose a pack in the system's dialog and verifies it; `null`: nothing was chosen. */
  'evidence.verify': {
    input: z.undefined(),
    output: verificationSchema.extend({ name: z.string() }).nullable(),
  },
} as const;
