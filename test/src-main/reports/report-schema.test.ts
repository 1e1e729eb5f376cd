import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { accessJsonSchema } from '../../../src-main/reports/writers/json';

it('docs/report-schema.json is the schema of what is written', async () => {
  const published = JSON.parse(
    await readFile(join(import.meta.dirname, '../../../docs/report-schema.json'), 'utf8'),
  );
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(accessJsonSchema))));
});
