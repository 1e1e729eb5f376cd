import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { columnIndex } from '../../../src-main/policy/world/world';
import { makeReport } from '../../../src-main/reports/make-report';
import { AccessReasons } from '../../../src-main/reports/reasons';
import { reportKinds } from '../../../src-main/reports/report';
import { type ReportScope, WHOLE } from '../../../src-main/reports/scope';
import type { ReportSource } from '../../../src-main/reports/source';
import { accessRows } from '../../../src-main/reports/tables/access';
import { type ReportFormat, streamReport, writeReport } from '../../../src-main/reports/write-report';
import { accessJsonSchema, tableJsonSchema } from '../../../src-main/reports/writers/json';
import { MOST_CELLS } from '../../../src-main/reports/writers/xlsx';
import { buildSnapshot, grant, group, member, resources, scopes } from '../../fixtures/snapshot';
import { randomWorld } from '../policy/random-world';
import { STAMP, sourceOf } from './sources';

async function file(
  source: ReportSource,
  kind: (typeof reportKinds)[number],
  format: ReportFormat,
  scope: ReportScope = WHOLE,
) {
  const [made] = await writeReport(makeReport(kind, source, scope, STAMP), source, scope, format);
  if (made === undefined) throw new Error('no file');
  return made.bytes;
}
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const csv = async (
  source: ReportSource,
  kind: (typeof reportKinds)[number],
  scope?: ReportScope,
): Promise<string[][]> => parse(text(await file(source, kind, 'csv', scope)));

describe('the reasons of a report', () => {
  it('are those of the engine for viewing, cell by cell', () => {
    let reasons = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const { policy } = sourceOf(randomWorld(seed));
      const { world } = policy.matrix;
      const found = new AccessReasons(world);
      for (const { id } of policy.snapshot.members) {
        for (const resource of policy.snapshot.resources) {
          const column = columnIndex(world, resource) ?? -1;
          const decision = policy.decide(id, 'view', {
            kind: 'resource',
            type: resource.type,
            id: resource.id,
          });
          const expected = decision.reasons.flatMap(({ path }) =>
            path.kind === 'grant'
              ? [
                  `${path.holder.kind} ${path.holder.id} ${path.grant.roleName} ${JSON.stringify(path.grant.scope)}`,
                ]
              : [],
          );
          // The engine leaves the uncertain ones out where a certain one decides.
          const shown = found
            .of(id, column)
            .filter(({ doubt }) => decision.effect !== 'allowed' || doubt === undefined)
            .map(
              ({ via, group: through, role, scope }) =>
                `${via === 'direct' ? 'member' : 'group'} ${via === 'direct' ? id : through?.id} ${role} ${JSON.stringify(scope)}`,
            );
          expect(shown.sort()).toEqual(expected.sort());
          reasons += shown.length;
        }
      }
    }
    expect(reasons).toBeGreaterThan(500);
  });
});

describe('every number of every format', () => {
  it.each([3, 17, 42])('equals the engine’s answer (world %i)', async (seed) => {
    const source = sourceOf(randomWorld(seed));
    const { policy } = source;
    const pairs = policy.snapshot.members.flatMap(({ id }) =>
      policy.snapshot.resources.map((resource) => ({ id, resource, level: policy.level(id, resource) })),
    );
    const reached = pairs.filter(({ level }) => level.atMost !== 'none');

    const rows = await csv(source, 'access');
    expect(rows.slice(1).map((row) => [row[2], row[3], row[5], row[6], row[7]])).toEqual(
      reached.map(({ id, resource, level: { atLeast, atMost } }) => [
        id,
        resource.type,
        resource.id,
        atLeast === 'none' ? 'unknown' : atLeast,
        atMost,
      ]),
    );
    const json = accessJsonSchema.parse(JSON.parse(text(await file(source, 'access', 'json'))));
    expect(json.rows).toHaveLength(reached.length);
    for (const [at, row] of json.rows.entries()) {
      const { id, resource } = reached[at] ?? { id: '', resource: { type: '', id: '' } };
      expect([row.member.id, row.resource.type, row.resource.id]).toEqual([id, resource.type, resource.id]);
    }
    const all = { ...WHOLE, all: true };
    expect((await csv(source, 'access', all)).length - 1).toBe(pairs.length);

    const matrix = await csv(source, 'matrix');
    policy.snapshot.members.forEach(({ id }, down) => {
      policy.snapshot.resources.forEach((resource, across) => {
        const { atLeast, atMost } = policy.level(id, resource);
        const level = atMost === 'none' ? '' : atLeast === 'none' ? 'unknown' : atLeast;
        expect(matrix[down + 1]?.[across + 2]?.split(' ')[0]).toBe(level);
      });
    });

    const counts = policy.counts();
    const byResource = await csv(source, 'resources');
    policy.snapshot.resources.forEach((resource, at) => {
      const expected = counts.resources[columnIndex(policy.matrix.world, resource) ?? -1];
      expect(byResource[at + 1]?.slice(4)).toEqual(
        [expected?.admin, expected?.read, expected?.unknown, expected?.pii].map(String),
      );
    });
    const people = await csv(source, 'people');
    policy.snapshot.members.forEach(({ id }, at) => {
      const numbers = (people[at + 1] ?? []).slice(6).map(Number);
      const sum = (from: number) =>
        numbers.filter((_, place) => place % 4 === from).reduce((a, b) => a + b, 0);
      const expected = counts.members[policy.matrix.world.memberIndex.get(id) ?? -1];
      expect([sum(0), sum(1), sum(2), sum(3)]).toEqual([
        expected?.admin,
        expected?.read,
        expected?.unknown,
        expected?.pii,
      ]);
    });

    for (const kind of reportKinds) {
      const table = await csv(source, kind);
      const book = read(await file(source, kind, 'xlsx'));
      const [cover, sheet = ''] = book.SheetNames;
      expect(cover).toBe('About');
      const cells = utils.sheet_to_json<string[]>(book.Sheets[sheet] ?? {}, {
        header: 1,
        defval: '',
        raw: false,
      });
      expect(cells.map((row) => row.map((cell) => String(cell)))).toEqual(
        table.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, ''))),
      );
      expect(book.Sheets[sheet]?.['!autofilter']).toBeDefined();
      if (kind !== 'access') {
        const rowsOf = tableJsonSchema.parse(JSON.parse(text(await file(source, kind, 'json')))).rows;
        expect(rowsOf).toHaveLength(table.length - 1);
      }
    }
  });
});

const EVIL = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '<script>alert(1)</script>',
  '\u202Egnp.exe',
  'quote " and, comma',
  'two\nlines',
  '\u0000\u0008',
  '\ud800 half',
  'x'.repeat(10_000),
];

describe('hostile names', () => {
  const source = sourceOf(
    buildSnapshot({
      members: EVIL.map((name, at) =>
        member(`m${at}`, { name, grants: [grant('Source Admin', scopes.sources('s'))] }),
      ),
      resources: [{ ...resources.source('s'), name: EVIL[0] ?? '' }],
      groups: [group('g', { name: EVIL[1] ?? '', memberIds: ['m0'], grants: [grant('Source Read-only')] })],
    }),
  );

  it('are plain text in CSV, none begins like a formula, and none is lost', async () => {
    const rows = await csv(source, 'access');
    expect(rows).toHaveLength(EVIL.length + 1);
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    for (const [at, name] of EVIL.entries()) {
      if (name.trim() !== '' && !name.includes('\ud800'))
        expect(rows[at + 1]?.[0]).toContain(name.trim().slice(0, 5));
    }
  });

  it('stay in their cell: no line end in a name begins a row, for any reader', async () => {
    const names = ['a\n=1+1', 'a\r=1+1', 'a\r\n=1+1', 'x,y"\n@z'];
    const named = sourceOf(buildSnapshot({ members: names.map((name, at) => member(`m${at}`, { name })) }));
    const made = text(await file(named, 'users', 'csv'));
    // Told every line end, unlike by default: then csv-parse takes the first one that it meets for the only one.
    const rows: string[][] = parse(made, { record_delimiter: ['\r\n', '\n', '\r'] });
    expect(rows.slice(1).map(([name]) => name)).toEqual(names);
  });

  it('are strings in XLSX and never formulas', async () => {
    const book = read(await file(source, 'access', 'xlsx'), { cellFormula: true });
    for (const sheet of Object.values(book.Sheets)) {
      for (const [at, cell] of Object.entries(sheet)) {
        if (at.startsWith('!')) continue;
        expect(cell).not.toHaveProperty('f');
        expect(['s', 'n', 'b', 'z']).toContain(cell.t);
      }
    }
  });

  it('are text in the page that is printed', async () => {
    const page = text(await file(source, 'access', 'html'));
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });

  it('are themselves in JSON', async () => {
    const json = accessJsonSchema.parse(JSON.parse(text(await file(source, 'access', 'json'))));
    expect(json.rows[0]?.member.name).toBe(EVIL[0]);
    expect(json.rows[0]?.reasons.map(({ via }) => via)).toEqual(['direct', 'group']);
  });
});

describe('every report', () => {
  const source = sourceOf(randomWorld(7));

  it('is the same bytes for the same snapshot and filters', async () => {
    for (const kind of reportKinds) {
      for (const format of ['csv', 'json', 'xlsx', 'html'] as const) {
        const [one, other] = [await file(source, kind, format), await file(source, kind, format)];
        expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
      }
    }
  });

  it('says what it is about, what is unknown and what was stated, in every format', async () => {
    const stated: ReportSource = {
      ...source,
      attestations: [
        {
          key: '11111111-1111-4111-8111-111111111111',
          statement: { subject: 'plan', value: 'business' },
          by: 'ada@example.com',
          at: '2026-11-20T10:00:00.000Z',
        },
      ],
    };
    const scope = { ...WHOLE, types: ['SOURCE' as const], words: { kinds: 'SOURCE' } };
    const report = makeReport('access', stated, scope, STAMP);
    const { fingerprint } = source.policy.snapshot;
    for (const format of ['csv', 'json', 'html'] as const) {
      const files = await writeReport(report, stated, scope, format);
      const whole = files.map(({ bytes }) => text(bytes)).join('\n');
      for (const part of [fingerprint, 'ada@example.com', STAMP.exportedAt, 'business', 'SOURCE', '0.1.0']) {
        expect(whole).toContain(part);
      }
      for (const { reason } of source.policy.snapshot.unknowns) {
        expect(whole.replaceAll('&#39;', "'")).toContain(reason);
      }
    }
  });

  it('can be stopped while it is being made', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    const many = sourceOf(
      buildSnapshot({
        members: Array.from({ length: 400 }, (_, at) =>
          member(`m${at}`, { grants: [grant('Workspace Owner')] }),
        ),
        resources: Array.from({ length: 400 }, (_, at) => resources.source(`s${at}`)),
      }),
    );
    const made = writeReport(makeReport('access', many, WHOLE, STAMP), many, WHOLE, 'csv', {
      signal: controller.signal,
    });
    await expect(made).rejects.toThrow('stopped');
  });

  it('can be stopped as a workbook while its rows are made', async () => {
    const controller = new AbortController();
    const report = makeReport('people', source, WHOLE, STAMP);
    let walked = 0;
    const rows = function* () {
      for (; walked < 30; walked += 1) {
        if (walked === 3) controller.abort(new Error('stopped'));
        const until = performance.now() + 31;
        while (performance.now() < until);
        yield ['slow'];
      }
    };
    const slow = { ...report, table: { ...report.table, rows } };
    const { signal } = controller;
    await expect(writeReport(slow, source, WHOLE, 'xlsx', { signal })).rejects.toThrow('stopped');
    expect(walked).toBeLessThan(10);
  });

  it('comes in pieces that make the same bytes, and is refused as a whole as soon as it is too large', async () => {
    const many = sourceOf(randomWorld(11));
    const large = { ...WHOLE, all: true };
    for (const kind of reportKinds) {
      for (const format of ['csv', 'json'] as const) {
        const report = makeReport(kind, many, large, STAMP);
        const files = await writeReport(report, many, large, format);
        for (const [at, { name, bytes }] of streamReport(report, many, large, format).entries()) {
          const pieces: Uint8Array[] = [];
          for await (const piece of bytes) pieces.push(piece);
          expect(name).toBe(files[at]?.name);
          expect(Buffer.concat(pieces).equals(Buffer.from(files[at]?.bytes ?? []))).toBe(true);
        }
        await expect(writeReport(report, many, large, format, {}, 10)).rejects.toThrow('larger than');
      }
    }
  });

  it('is refused as a workbook that Excel would call damaged, and taken at 5,000 by 200', async () => {
    const wide = sourceOf(
      buildSnapshot({
        members: [member('m')],
        resources: Array.from({ length: 16_384 }, (_, at) => resources.source(`s${at}`)),
      }),
    );
    const report = makeReport('matrix', wide, WHOLE, STAMP);
    await expect(writeReport(report, wide, WHOLE, 'xlsx')).rejects.toThrow('16,386 columns');
    // With the head, and the name and address of each.
    expect(MOST_CELLS).toBeGreaterThanOrEqual((5_000 + 1) * (200 + 2));
  });

  it('counts what is in it as what was fetched', () => {
    for (const row of accessRows(source, { ...WHOLE, types: ['SOURCE'] }))
      expect(row.resource.type).toBe('SOURCE');
    const { counts } = makeReport('access', source, { ...WHOLE, types: ['SOURCE'] }, STAMP).head;
    expect(counts.shownResources).toBe(counts.resources.SOURCE);
    expect(counts.fetched).toBe(source.policy.snapshot.reads);
  });
});
