import { z } from 'zod';

/**
 * What can go wrong, as the window gets to know it. `message` says what
 * happened and what to do next, for the admin, and never holds a token.
 */
export const failureSchema = z.object({
  code: z.enum([
    /** The call itself was malformed or came from a stranger: a defect, not the admin's fault. */
    'refused',
    'badInput',
    'notFound',
    /** The vault is locked or not set up. */
    'locked',
    'wrongPassphrase',
    /** The network or the server could not be reached. */
    'offline',
    /** 401 or 403: bad or insufficient token. */
    'unauthorized',
    'rateLimited',
    /** The server answered something that is not the Public API. */
    'badAnswer',
    'serverError',
    'conflict',
    'cancelled',
    /** The workspace does not offer this. */
    'unsupported',
    /** The disk refused. */
    'disk',
    'internal',
  ]),
  message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

/** What every call over the bridge comes back as: never a thrown error, whose text Electron would rewrite. */
export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure };
