/**
 * Thrown where an apply cannot go on. `paused`: it can later (no connection, a
 * limit, the admin asked); `stopped`: it cannot (the token is refused, the admin
 * cancelled). `reason` is for the admin.
 */
export class Halt extends Error {
  override readonly name = 'Halt';

  constructor(
    readonly kind: 'paused' | 'stopped',
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Thrown where one target cannot be read although Segment answers: that step cannot be done, others can. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(readonly reason: string) {
    super(reason);
  }
}
