import {
  attestationsOf,
  type Report,
  type ReportHead,
  type ReportKind,
  type Stamp,
  unknownsOf,
} from './report';
import { membersIn, type ReportScope, resourcesIn } from './scope';
import type { ReportSource } from './source';
import { accessTable } from './tables/access';
import { findingsTable, peopleTable, resourcesTable, usersTable } from './tables/lists';
import { matrixTable } from './tables/matrix';

/** What each report is called. */
export const REPORT_TITLES: Readonly<Record<ReportKind, string>> = {
  access: 'Access, member by resource',
  matrix: 'Access matrix',
  people: 'Access by person',
  resources: 'Access by resource',
  users: 'User list',
  findings: 'Findings',
};

const TABLES = {
  access: accessTable,
  matrix: matrixTable,
  people: peopleTable,
  resources: resourcesTable,
  users: usersTable,
  findings: findingsTable,
} as const;

/** Makes a report. Pure: the same source, scope and stamp give the same rows in the same order. */
export function makeReport(kind: ReportKind, source: ReportSource, scope: ReportScope, stamp: Stamp): Report {
  const { snapshot } = source.policy;
  const resources: Record<keyof ReportHead['counts']['resources'], number> = {
    SOURCE: 0,
    DESTINATION: 0,
    WAREHOUSE: 0,
    SPACE: 0,
    TRACKING_PLAN: 0,
    FUNCTION: 0,
  };
  for (const { type } of snapshot.resources) resources[type] += 1;
  return {
    head: {
      kind,
      title: REPORT_TITLES[kind],
      workspace: { ...snapshot.workspace },
      asOf: snapshot.completedAt,
      fingerprint: snapshot.fingerprint,
      ...stamp,
      filters: { ...scope.words },
      counts: {
        members: snapshot.members.length,
        invites: snapshot.invites.length,
        groups: snapshot.groups.length,
        resources,
        shownMembers: membersIn(source, scope).length,
        shownResources: resourcesIn(source, scope).length,
        fetched: snapshot.reads,
      },
      unknowns: unknownsOf(snapshot),
      attestations: attestationsOf(source.attestations),
    },
    table: TABLES[kind](source, scope),
  };
}
