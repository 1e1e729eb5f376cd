import type { Snapshot } from '@contract/snapshot';
import { findAll } from '../../../src-main/findings/find';
import { readFacts } from '../../../src-main/lists/relations/facts';
import { compile } from '../../../src-main/policy/policy';
import type { ReportSource } from '../../../src-main/reports/source';

/** A snapshot ready for reports. */
export function sourceOf(snapshot: Snapshot): ReportSource {
  const policy = compile(snapshot);
  const facts = readFacts(snapshot);
  return { policy, facts, findings: () => findAll(policy, facts), attestations: [] };
}

export const STAMP = {
  exportedAt: '2026-11-24T09:00:00.000Z',
  exportedBy: 'ada@example.com',
  appVersion: '0.1.0',
};
