import type { Attestation } from '@contract/attestations';
import type { ReadCount, ResourceType, Snapshot } from '@contract/snapshot';

/** The reports that can be made. */
export const reportKinds = ['access', 'matrix', 'people', 'resources', 'users', 'findings'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Said of every report, in every format; nothing of it can be left out. */
export interface ReportHead {
  readonly kind: ReportKind;
  readonly title: string;
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  /** When the workspace was read (ISO 8601). */
  readonly asOf: string;
  readonly fingerprint: string;
  /** When the report was made (ISO 8601): the only thing that differs between two of the same. */
  readonly exportedAt: string;
  readonly exportedBy: string | null;
  readonly appVersion: string;
  /** In words, what the report was narrowed to; empty for the whole workspace. */
  readonly filters: Readonly<Record<string, string>>;
  readonly counts: ReportCounts;
  readonly unknowns: readonly {
    readonly subject: string;
    readonly id: string | null;
    readonly reason: string;
  }[];
  readonly attestations: readonly {
    readonly subject: string;
    readonly value: string;
    readonly by: string;
    readonly at: string;
  }[];
}

/** What was read, what of it is in the report, and how many pages it came in. */
export interface ReportCounts {
  readonly members: number;
  readonly invites: number;
  readonly groups: number;
  readonly resources: Readonly<Record<ResourceType, number>>;
  /** Members and resources that the report is about. */
  readonly shownMembers: number;
  readonly shownResources: number;
  /** Entries and pages of every list, as they were fetched. */
  readonly fetched: readonly ReadCount[];
}

/** A value of a table. Text is text, whatever it looks like. */
export type Value = string | number | boolean | null;

/** One column of a table. `width` is in characters, for those that lay it out. */
export interface ReportColumn {
  readonly head: string;
  readonly width: number;
}

/** A table; its rows are made while they are walked, and can be walked again. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: () => Iterable<readonly Value[]>;
  /** How many rows there are, where that is known without walking them. */
  readonly size: number | null;
}

/** A report: what it is about, and what it says. */
export interface Report {
  readonly head: ReportHead;
  readonly table: ReportTable;
}

/** Who makes the report, when, with what. */
export interface Stamp {
  readonly exportedAt: string;
  readonly exportedBy: string | null;
  readonly appVersion: string;
}

/** The unknowns of a snapshot, as every report lists them. */
export function unknownsOf({ unknowns }: Snapshot): ReportHead['unknowns'] {
  return unknowns.map(({ subject, id, reason }) => ({ subject, id: id ?? null, reason }));
}

function valueWords(statement: Attestation['statement']): string {
  switch (statement.subject) {
    case 'plan':
    case 'tokens':
      return statement.value;
    case 'hipaaEligible':
      return statement.value ? 'yes' : 'no';
    case 'spaceLabels':
      return `${statement.spaceId}: ${statement.value.map(({ key, value }) => `${key}:${value}`).join(', ')}`;
  }
}

/** What the admin stated, as every report lists it. */
export function attestationsOf(attestations: readonly Attestation[]): ReportHead['attestations'] {
  return attestations.map(({ statement, by, at }) => ({
    subject: statement.subject,
    value: valueWords(statement),
    by,
    at,
  }));
}
