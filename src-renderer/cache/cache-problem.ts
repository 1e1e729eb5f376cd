/** What can go wrong with the cache. */
export type CacheProblemKind =
  /** The disk, or the space that the system grants, is full. */
  | 'full'
  /** A newer Gatehouse has written it. */
  | 'newer'
  /** Another window holds it open in an older form. */
  | 'blocked'
  /** The database was closed or deleted under us. */
  | 'closed'
  | 'broken';

const WORDS: Record<CacheProblemKind, string> = {
  full: 'There is no room on the disk for the copy for offline reading. Free some space, then sync again.',
  newer:
    'The copies for offline reading were written by a newer version of Gatehouse. They are kept as they are and not used; install the newer version to read them.',
  blocked:
    'Another window of Gatehouse holds the copies for offline reading. Close it, then start Gatehouse again.',
  closed:
    'The copies for offline reading were taken away while Gatehouse was using them. Sync again to keep new ones.',
  broken:
    'The copies for offline reading cannot be used on this disk. Everything works, but only while online.',
};

const KIND_OF_NAME: Record<string, CacheProblemKind> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  NotFoundError: 'closed',
};

/** A failure of the cache; `message` is for the admin. */
export class CacheProblem extends Error {
  override readonly name = 'CacheProblem';
  readonly kind: CacheProblemKind;

  constructor(kind: CacheProblemKind, options?: ErrorOptions) {
    super(WORDS[kind], options);
    this.kind = kind;
  }

  /** Reads what IndexedDB or Dexie threw; Dexie hides the cause of an aborted transaction in `inner`. */
  static from(thrown: unknown): CacheProblem {
    if (thrown instanceof CacheProblem) return thrown;
    for (let at: unknown = thrown, depth = 0; at instanceof Object && depth < 5; depth += 1) {
      const kind = 'name' in at && typeof at.name === 'string' ? KIND_OF_NAME[at.name] : undefined;
      if (kind !== undefined) return new CacheProblem(kind, { cause: thrown });
      at = 'inner' in at ? at.inner : undefined;
    }
    return new CacheProblem('broken', { cause: thrown });
  }
}
