import { z } from 'zod';
import type { Report } from '../report';
import type { ReportScope } from '../scope';
import type { ReportSource } from '../source';
import { accessRows } from '../tables/access';

const count = z.number().int().nonnegative();
const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('list'), resources: z.array(z.object({ type: z.string(), id: z.string() })) }),
  z.object({ kind: z.literal('labels'), labels: z.array(z.object({ key: z.string(), value: z.string() })) }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]);

const headShape = {
  report: z.string().describe('Which report this is: access, matrix, people, resources, users or findings.'),
  title: z.string(),
  workspace: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  asOf: z.iso.datetime().describe('When the workspace was read.'),
  fingerprint: z.string().describe('SHA-256 over the content of the snapshot, without times.'),
  exportedAt: z.iso.datetime(),
  exportedBy: z.string().nullable(),
  appVersion: z.string(),
  filters: z.record(z.string(), z.string()),
  counts: z.object({
    members: count,
    invites: count,
    groups: count,
    resources: z.record(z.string(), count),
    shownMembers: count,
    shownResources: count,
    fetched: z.array(z.object({ collection: z.string(), pages: count, entries: count })),
  }),
  unknowns: z.array(z.object({ subject: z.string(), id: z.string().nullable(), reason: z.string() })),
  attestations: z.array(
    z.object({ subject: z.string(), value: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
};

/** A row of the access report. */
export const accessJsonRowSchema = z.object({
  member: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  resource: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  level: z
    .enum(['none', 'read', 'admin', 'unknown'])
    .describe(
      'What is certain; unknown where nobody can tell. Rows with none come only when all are asked for.',
    ),
  atMost: z.enum(['none', 'read', 'admin']).describe('What it may be with all that cannot be seen.'),
  pii: z.union([z.boolean(), z.literal('unknown')]),
  reasons: z.array(
    z.object({
      via: z.enum(['direct', 'group']),
      group: z.object({ id: z.string(), name: z.string() }).optional(),
      role: z.string(),
      scope: scopeSchema,
      doubt: z.string().optional().describe('Why it is not certain that this gives access.'),
    }),
  ),
});

/** The access report as JSON; its JSON Schema is published in docs/report-schema.json. */
export const accessJsonSchema = z.object({ ...headShape, rows: z.array(accessJsonRowSchema) });

/** Any other report as JSON: rows by the heads of their columns. */
export const tableJsonSchema = z.object({
  ...headShape,
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

function headOf({ head: { kind, ...rest } }: Report): object {
  const { title, workspace, asOf, fingerprint, exportedAt, exportedBy, appVersion, filters, counts } = rest;
  const { unknowns, attestations } = rest;
  return {
    report: kind,
    title,
    workspace,
    asOf,
    fingerprint,
    exportedAt,
    exportedBy,
    appVersion,
    filters,
    counts,
    unknowns,
    attestations,
  };
}

function* rowsOf(report: Report, source: ReportSource, scope: ReportScope): Generator<object> {
  if (report.head.kind !== 'access') {
    const heads = report.table.columns.map(({ head }) => head);
    for (const row of report.table.rows())
      yield Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null]));
    return;
  }
  for (const { member, resource, level, atMost, pii, reasons } of accessRows(source, scope)) {
    yield {
      member: { id: member.id, email: member.email, name: member.name },
      resource: { type: resource.type, id: resource.id, name: resource.name },
      level,
      atMost,
      pii,
      reasons,
    };
  }
}

/** The report as JSON, piece by piece: the head first, then a row a line. */
export function* jsonOf(report: Report, source: ReportSource, scope: ReportScope): Generator<string> {
  const head = JSON.stringify(headOf(report), null, 2);
  yield `${head.slice(0, -2)},\n  "rows": [`;
  let begun = false;
  for (const row of rowsOf(report, source, scope)) {
    yield `${begun ? ',' : ''}\n    ${JSON.stringify(row)}`;
    begun = true;
  }
  yield begun ? '\n  ]\n}\n' : ']\n}\n';
}
