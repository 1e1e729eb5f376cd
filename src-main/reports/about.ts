import type { ReportHead } from './report';

/** The head as lines of a name and a value, for formats that have no structure of their own. */
export function aboutLines(head: ReportHead): [string, string][] {
  const { workspace, counts } = head;
  const kinds = Object.entries(counts.resources).map(([type, count]) => `${type} ${count}`);
  return [
    ['Report', head.title],
    ['Workspace', `${workspace.name} (${workspace.slug}, ${workspace.id})`],
    ['Read at', head.asOf],
    ['Fingerprint', head.fingerprint],
    ['Exported at', head.exportedAt],
    ['Exported by', head.exportedBy ?? 'not known'],
    ['Gatehouse', head.appVersion],
    ...(Object.keys(head.filters).length === 0
      ? [['Filters', 'none: the whole workspace'] as [string, string]]
      : Object.entries(head.filters).map(([name, value]): [string, string] => [`Filter: ${name}`, value])),
    ['Members', String(counts.members)],
    ['Invites', String(counts.invites)],
    ['Groups', String(counts.groups)],
    ['Resources', kinds.join(', ')],
    ['In this report', `${counts.shownMembers} members, ${counts.shownResources} resources`],
    ...counts.fetched.map(({ collection, entries, pages }): [string, string] => [
      `Fetched: ${collection}`,
      `${entries} entries in ${pages} pages`,
    ]),
    ...(head.unknowns.length === 0
      ? [['Unknown', 'nothing'] as [string, string]]
      : head.unknowns.map(({ subject, id, reason }): [string, string] => [
          `Unknown: ${subject}${id === null ? '' : ` ${id}`}`,
          reason,
        ])),
    ...(head.attestations.length === 0
      ? [['Stated by the admin', 'nothing'] as [string, string]]
      : head.attestations.map(({ subject, value, by, at }): [string, string] => [
          `Stated: ${subject}`,
          `${value} (by ${by}, ${at})`,
        ])),
  ];
}
