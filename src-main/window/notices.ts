/** Things to tell the admin that no call asked for. */
export interface Notices {
  tell(message: string): void;
  /** The window listens from now on: what was said before is said now. */
  release(): void;
}

/** Keeps what is said before the window can hear it. `say` brings one message to the window. */
export function createNotices(say: (message: string) => void): Notices {
  let waiting: string[] | null = [];
  return {
    tell: (message) => {
      if (waiting === null) say(message);
      else waiting.push(message);
    },
    release: () => {
      const messages = waiting ?? [];
      waiting = null;
      for (const message of messages) say(message);
    },
  };
}
