/** What the command line asks of the app beyond opening its window. */
export interface CommandLine {
  /** Absolute path of the picture to write, `null` in normal use. */
  screenshot: string | null;
}

/** Reads `--screenshot=FILE`; everything else belongs to Chromium or nobody. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const prefix = '--screenshot=';
  const found = argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  return { screenshot: found === undefined || found === '' ? null : found };
}
