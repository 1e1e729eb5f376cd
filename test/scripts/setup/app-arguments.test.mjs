import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { appArguments } from '../../../scripts/setup/app-arguments.mjs';

const folder = resolve('/some/where');

test("a screenshot's file is taken relative to where the person typed it", () => {
  const expected = [`--screenshot=${join(folder, 'a.png')}`];
  expect(appArguments(['--screenshot', 'a.png'], folder)).toEqual(expected);
  expect(appArguments(['--screenshot=a.png'], folder)).toEqual(expected);
  const absolute = resolve('/elsewhere/b.png');
  expect(appArguments(['--screenshot', absolute], folder)).toEqual([`--screenshot=${absolute}`]);
});

test('everything else goes to the app as it is', () => {
  const typed = ['--lang=de', 'x', '--user-data-dir=p'];
  expect(appArguments(typed, folder)).toEqual(typed);
  expect(appArguments(['-a', '--screenshot', 'f', '-b'], folder)).toEqual([
    '-a',
    `--screenshot=${join(folder, 'f')}`,
    '-b',
  ]);
});

test.each([[['--screenshot']], [['--screenshot=']], [['--screenshot', '--lang=de']]])(
  'a screenshot without a file is refused: %s',
  (typed) => {
    expect(() => appArguments(typed, folder)).toThrow(/needs a file name/);
  },
);
