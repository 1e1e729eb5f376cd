import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

/** Licences that ask for no more than to be named. Another one needs a decision, not a line here. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause']);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** Everything that ships, by the lock file; what the packages say of themselves. */
function shipped() {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => packageSchema.parse(JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

it('everything that ships is in docs/licences.md, under a licence that is allowed', () => {
  const all = shipped();
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(({ license }) => !ALLOWED.has(license))).toEqual([]);
  const written = readFileSync(join(root, 'docs/licences.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| [^-]/.test(line))
    .slice(1);
  expect(written).toEqual(all.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`));
});
