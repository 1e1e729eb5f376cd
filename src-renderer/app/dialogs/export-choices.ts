import type { ExportFormat, ReportKindName } from '@contract/reports';

/** The reports, as they are offered. */
export const EXPORT_KINDS: readonly { kind: ReportKindName; title: string; text: string }[] = [
  {
    kind: 'access',
    title: 'Access',
    text: 'One row for each member and resource, with level, PII and the reasons.',
  },
  { kind: 'matrix', title: 'Access matrix', text: 'Members down, resources across.' },
  { kind: 'people', title: 'By person', text: 'What each person reaches, kind by kind.' },
  { kind: 'resources', title: 'By resource', text: 'How many people reach each resource.' },
  { kind: 'users', title: 'User list', text: 'Name, address, roles and groups, invites too.' },
  { kind: 'findings', title: 'Findings', text: 'What the overview found, with evidence.' },
];

/** The formats, as they are offered. */
export const EXPORT_FORMATS: readonly { format: ExportFormat; title: string; text: string }[] = [
  { format: 'xlsx', title: 'Excel', text: 'up to a million cells' },
  { format: 'csv', title: 'CSV', text: 'any size' },
  { format: 'pdf', title: 'PDF', text: 'up to 20,000 rows' },
  { format: 'json', title: 'JSON', text: 'any size' },
];

/** The choices with one put in or taken out, in the order in which they are offered. */
export function toggled<Choice>(
  chosen: readonly Choice[],
  choice: Choice,
  order: readonly Choice[],
): Choice[] {
  const after = new Set(chosen);
  if (!after.delete(choice)) after.add(choice);
  return order.filter((each) => after.has(each));
}
