/**
 * What the scripts tell the person at the keyboard. Everything goes to stderr,
 * so that stdout stays free for answers another program reads.
 */

/**
 * A set-up step that cannot go on, with a message that says what to do. Shown
 * without a stack trace: it describes the machine, not a mistake in the script.
 */
export class SetupError extends Error {
  /** @param {string} message one or more plain lines */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}

/**
 * Prints one plain line on stderr.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function: a SetupError is shown as its message alone, any
 * other error with its stack, and both end the script with exit status 1.
 * @param {() => Promise<number | void>} main returns the exit status, 0 when nothing is returned
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(messageOf(error));
    process.exitCode = 1;
  }
}

/**
 * @param {unknown} error
 * @returns {string} the message of a SetupError, the whole stack of anything else
 */
export function messageOf(error) {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
