import { attestationSchema } from '@contract/attestations';
import { exportScopeSchema, reportKindSchema } from '@contract/reports';
import { z } from 'zod';
import { makeReport } from '../reports/make-report';
import { type ReportScope, WHOLE } from '../reports/scope';
import type { ReportSource } from '../reports/source';
import { type Making, type ReportFile, reportFormats, writeReport } from '../reports/write-report';
import type { HeldPolicy } from './held-policy';
import { viewedBy } from './matrix-views/matrix-views';

/** What the worker is asked to write: one report in one format. */
export const reportQuestionSchema = z.object({
  kind: reportKindSchema,
  format: z.enum(reportFormats),
  scope: exportScopeSchema,
  all: z.boolean(),
  stamp: z.object({ exportedAt: z.string(), exportedBy: z.string().nullable(), appVersion: z.string() }),
  attestations: z.array(attestationSchema),
});
export type ReportQuestion = z.infer<typeof reportQuestionSchema>;

/** The files of a report, as the worker hands them over. */
export const reportFilesSchema = z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }));

function scopeOf(held: HeldPolicy, { scope, all }: ReportQuestion): ReportScope {
  const rows: Record<string, string> = all ? { rows: 'also those without access' } : {};
  if (scope.kind !== 'view') return { ...WHOLE, all, words: rows };
  const { memberIds, resources, words } = viewedBy(held, scope.view);
  return { memberIds, resources, types: [], all, words: { ...words, ...rows } };
}

/** Writes a report from a compiled policy. @throws what `writeReport` throws */
export function answerReport(
  held: HeldPolicy,
  question: ReportQuestion,
  making: Making,
): Promise<ReportFile[]> {
  const { policy, facts, findings } = held;
  const source: ReportSource = { policy, facts, findings, attestations: question.attestations };
  const scope = scopeOf(held, question);
  return writeReport(
    makeReport(question.kind, source, scope, question.stamp),
    source,
    scope,
    question.format,
    making,
  );
}
