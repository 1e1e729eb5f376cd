/**
 * Rows as text that a spreadsheet takes as cells when it is pasted. A cell that
 * a spreadsheet would run as a formula gets a leading apostrophe, which
 * spreadsheets read as "this is text".
 */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(cellText).join('\t')).join('\n');
}

function cellText(text: string): string {
  const plain = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
