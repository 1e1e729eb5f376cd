/** What a spreadsheet takes for the beginning of a formula, with the wide forms that some take for it too. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that no spreadsheet runs: one that begins like a formula gets an
 * apostrophe in front, as OWASP's page on CSV injection advises.
 */
export function neutral(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}
