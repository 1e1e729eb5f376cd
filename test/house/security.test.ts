import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The rows of the table of threats, each as its cells. */
function threats(): string[][] {
  const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

it('SECURITY.md has threats to check', () => {
  expect(threats().length).toBeGreaterThan(20);
});

it.each(threats().map((cells) => [cells[1] ?? '', cells] as const))(
  '%s: the test that is named exists',
  (_, cells) => {
    expect(cells).toHaveLength(4);
    expect(cells.every((cell) => cell !== '')).toBe(true);
    const named = /^`(test\/[^`]+)`: (.+)$/.exec(cells[3] ?? '');
    const [, file = '', title = ''] = named ?? [];
    expect(file, `names no test: ${cells[3]}`).not.toBe('');
    expect(existsSync(join(root, file)), `${file} does not exist`).toBe(true);
    expect(readFileSync(join(root, file), 'utf8')).toContain(title);
  },
);
