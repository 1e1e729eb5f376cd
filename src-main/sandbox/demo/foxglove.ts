import type { WorkspaceState } from '../state/workspace-state';
import { eventSource } from './catalog-sources';
import { SHARED_PEOPLE } from './people';
import { WorkspaceBuilder } from './workspace-builder';

const DOMAIN = 'foxglove-studio.example';

const SOURCES = [
  { name: 'Studio website', slug: 'javascript', labels: ['environment:prod'] },
  { name: 'Studio website dev', slug: 'javascript', labels: ['environment:dev'] },
  { name: 'Orchard shop', slug: 'javascript', labels: ['environment:prod', 'client:orchard'] },
  { name: 'Orchard app', slug: 'ios', labels: ['environment:prod', 'client:orchard'] },
  { name: 'Tidewater booking', slug: 'http-api', labels: ['environment:dev', 'client:tidewater'] },
  { name: 'Playground', slug: 'node', labels: [] },
];

/**
 * Foxglove: a Free workspace with six members. It has no user groups, spaces,
 * functions, tracking plans and no audit trail; its role list holds the five
 * roles that Segment calls global.
 */
export function buildFoxglove(): WorkspaceState {
  const builder = new WorkspaceBuilder(
    { slug: 'foxglove-studio', name: 'Foxglove Studio', plan: 'free', hipaaEligible: false, features: [] },
    { only: ['owner', 'member', 'sourceAdmin', 'functionAdmin', 'functionRead'] },
  );
  builder.addLabel('client', 'orchard');
  builder.addLabel('client', 'tidewater');

  const sources = SOURCES.map(({ name, slug, labels }) => builder.source(name, eventSource(slug), labels));
  for (const source of sources.slice(0, 5)) builder.destination(source);
  builder.warehouse('studio', sources.slice(0, 3));

  const orchard = sources.slice(2, 4).map((source) => source.id);
  builder.user(SHARED_PEOPLE.ada, builder.all('owner'));
  builder.user({ name: 'Rowan Achterberg', email: `rowan@${DOMAIN}` }, builder.all('owner'));
  builder.user(SHARED_PEOPLE.meiLing, builder.all('sourceAdmin'));
  builder.user({ name: 'Ifeoma Clarke', email: `ifeoma@${DOMAIN}` }, builder.all('sourceAdmin'));
  builder.user(SHARED_PEOPLE.tomas, builder.list('sourceAdmin', 'SOURCE', orchard));
  builder.user({ name: 'Jun Park', email: `jun@${DOMAIN}` }, builder.all('member'));
  builder.invite(`intern@${DOMAIN}`, [], builder.list('sourceAdmin', 'SOURCE', orchard.slice(0, 1)));
  return builder.state;
}
