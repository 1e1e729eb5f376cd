import type { WorkspaceState } from '../state/workspace-state';
import { addEdgeCases } from './edge-cases';
import { NORTHWIND_TEAMS, northwindOwnGrant } from './northwind-teams';
import { PeopleMaker, SHARED_PEOPLE } from './people';
import { fillResources, type ResourceStyle } from './resource-filler';
import { resourceCounts } from './scale';
import { addTeamMembers, makeTeams } from './teams';
import { WorkspaceBuilder } from './workspace-builder';

/** The domain of Northwind's addresses; `.example` is reserved, so no mail can reach anybody. */
export const NORTHWIND_DOMAIN = 'northwind.example';

/** Northwind before anything is in it. Its role list spells one role as Segment's older pages do. */
export function startNorthwind(): WorkspaceBuilder {
  return new WorkspaceBuilder(
    {
      slug: 'northwind',
      name: 'Northwind Outfitters',
      plan: 'business',
      hipaaEligible: false,
      features: ['groups', 'auditTrail', 'spaces', 'functions', 'trackingPlans'],
    },
    { names: { functionRead: 'Functions Read-only' } },
  );
}

/** The people whom Northwind shares with other workspaces: its three owners among them. */
export function addNorthwindPeople(builder: WorkspaceBuilder): void {
  builder.user(SHARED_PEOPLE.ada, builder.all('owner'));
  builder.user(SHARED_PEOPLE.meiLing, builder.all('owner'));
  builder.user(
    { name: 'Bongani Vasquez', email: `bongani.vasquez@${NORTHWIND_DOMAIN}` },
    builder.all('owner'),
  );
  builder.user(
    SHARED_PEOPLE.jonas,
    builder.all('member'),
    builder.byLabels('sourceAdmin', 'environment:prod'),
  );
  builder.user(SHARED_PEOPLE.priya, builder.all('member'), builder.all('trackingPlanRead'));
  builder.user(
    SHARED_PEOPLE.tomas,
    builder.all('member'),
    builder.all('sourceRead'),
    builder.all('piiAccess'),
  );
}

/** The label `product:wholesale` is on nothing and in no grant. */
const STYLE: ResourceStyle = {
  company: 'Northwind',
  leadKey: 'brand',
  labelsByKey: [
    ['environment:prod', 'environment:dev', 'environment:stage'],
    ['brand:fjord', 'brand:ember', 'brand:juniper'],
    ['region:emea', 'region:amer', 'region:apac'],
    ['product:shop', 'product:loyalty'],
  ],
  never: (texts) => texts.includes('brand:ember') && texts.includes('region:apac'),
  subjects: ['checkout', 'returns', 'gift cards', 'store locator', 'newsletter', 'catalogue', 'payments'],
  audiences: ['customers', 'newsletter readers', 'members', 'households', 'trial shoppers'],
  databases: ['analytics', 'growth', 'finance', 'product', 'archive', 'experiments'],
};

/** Northwind at size S: about 200 members, 20 groups, 300 resources, 12 labels over 4 keys. */
export function buildNorthwind(): WorkspaceState {
  const builder = startNorthwind();
  builder.addLabel('environment', 'stage', 'Staging');
  for (const brand of ['fjord', 'ember', 'juniper']) builder.addLabel('brand', brand);
  for (const region of ['emea', 'amer', 'apac']) builder.addLabel('region', region);
  builder.addLabel('product', 'shop', 'The shop and its checkout');
  builder.addLabel('product', 'loyalty', 'The loyalty programme');
  builder.addLabel('product', 'wholesale', 'Planned, not used yet');

  addNorthwindPeople(builder);
  fillResources(builder, resourceCounts(299), STYLE);
  const groups = makeTeams(builder, NORTHWIND_TEAMS);
  for (const { email } of [SHARED_PEOPLE.jonas, SHARED_PEOPLE.tomas, SHARED_PEOPLE.priya]) {
    const user = builder.state.userByEmail(email);
    if (user !== undefined) groups[1]?.userIds.add(user.id);
  }
  addEdgeCases(builder, NORTHWIND_DOMAIN);
  addInvites(builder);
  addTeamMembers(
    builder,
    new PeopleMaker(builder.state, NORTHWIND_DOMAIN),
    200,
    NORTHWIND_TEAMS,
    groups,
    () => northwindOwnGrant(builder),
  );
  return builder.state;
}

/** Pending invites: some wait in groups already, one is for somebody who has a Segment account elsewhere. */
export function addInvites(builder: WorkspaceBuilder): void {
  const [first, second, third] = builder.state.groups.list();
  const groups = [first, second, third].filter((group) => group !== undefined);
  builder.invite(`harriet.lund@${NORTHWIND_DOMAIN}`, groups.slice(0, 1), builder.all('member'));
  builder.invite(`Kenji.Mori@${NORTHWIND_DOMAIN}`, groups.slice(0, 2), builder.all('minimal'));
  builder.invite(
    'audit@castlerock-partners.example',
    [],
    builder.all('sourceRead'),
    builder.all('trackingPlanRead'),
  );
  builder.invite(
    'leo@bluebird-agency.example',
    groups.slice(2),
    builder.byLabels('sourceRead', 'environment:dev'),
  );
  builder.invite(`rosalind.obi+trial@${NORTHWIND_DOMAIN}`, [], builder.all('minimal'));
  builder.invite('nadia.farouk@maplecrest.example', groups.slice(0, 1), builder.all('engageRead'));
}
