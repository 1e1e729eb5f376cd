import { eventSource } from './catalog-sources';
import type { WorkspaceBuilder } from './workspace-builder';

/** The id of a source that was deleted while a grant still listed it. */
export const DELETED_SOURCE_ID = 'gOne2Src9WasDe1etedHere';

const LONG_PERSON = 'Wilhelmina Annegret von Hohenstein-Ravensburg de la Fuente y Montalbán-Castellanos III';
const LONG_GROUP =
  'Cross-functional measurement working group for the loyalty relaunch (EMEA and APAC, with external partners)';
const LONG_SOURCE =
  'Northwind in-store kiosk and endless-aisle pilot, phase two, flagship shops only, to be merged with the main shop';

/**
 * What every real workspace has somewhere and few programs expect: a member
 * without a name, one with nothing but Minimal Workspace Access, one with no
 * permission at all, two people of one name, long names, a group without
 * members, a grant that lists a deleted source, one whose labels match nothing,
 * and a role that Segment's documentation does not name.
 */
export function addEdgeCases(builder: WorkspaceBuilder, domain: string): void {
  const { random } = builder;
  const steward = builder.addRole({
    id: random.id(27),
    kind: 'custom',
    name: 'Northwind Data Steward',
    description: 'Made for this workspace.',
    listType: null,
    labels: false,
  });
  const sources = builder.state.sources.list();
  const someSources = random.sample(sources, 2).map((source) => source.id);

  builder.user({ name: '', email: `new.starter@${domain}` }, builder.all('member'));
  builder.user({ name: 'Yuki Tanaka-Osei', email: `yuki.tanaka-osei@${domain}` }, builder.all('minimal'));
  builder.user({ name: 'Olu Between-Teams', email: `olu.between-teams@${domain}` });
  builder.user({ name: 'Maria Silva', email: `maria.silva.lisbon@${domain}` }, builder.all('sourceRead'));
  builder.user({ name: 'Maria Silva', email: `maria.silva.porto@${domain}` }, builder.all('member'));
  builder.user(
    { name: LONG_PERSON, email: `wilhelmina.annegret.von.hohenstein-ravensburg.de.la.fuente@${domain}` },
    builder.byLabels('sourceRead', 'environment:prod'),
    builder.all('piiAccess'),
  );
  builder.user({ name: 'Sanne Steward', email: `sanne.steward@${domain}` }, builder.all('member'), {
    policyId: `pol_${random.id()}`,
    roleId: steward.id,
    scope: { kind: 'all' },
  });
  builder.user(
    { name: 'Dario Halcyon', email: `dario.halcyon@${domain}` },
    builder.list('sourceAdmin', 'SOURCE', [...someSources, DELETED_SOURCE_ID]),
  );

  builder.group('Halcyon (retired project)', builder.list('sourceAdmin', 'SOURCE', [DELETED_SOURCE_ID]));
  const matchless = builder.group(
    'Ember APAC launch team',
    builder.byLabels('sourceAdmin', 'brand:ember', 'region:apac'),
  );
  const long = builder.group(LONG_GROUP, builder.byLabels('sourceRead', 'environment:prod', 'region:emea'));
  for (const user of random.sample(builder.state.users.list(), 4)) matchless.userIds.add(user.id);
  for (const user of random.sample(builder.state.users.list(), 9)) long.userIds.add(user.id);

  builder.source(LONG_SOURCE, eventSource('javascript'), ['environment:stage', 'region:emea']);
}
