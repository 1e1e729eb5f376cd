import type { Grant } from '../state/grant';
import type { WorkspaceState } from '../state/workspace-state';
import { PeopleMaker, SHARED_PEOPLE } from './people';
import { fillResources, type ResourceStyle } from './resource-filler';
import { resourceCounts } from './scale';
import { addTeamMembers, makeTeams, type TeamSpec } from './teams';
import { WorkspaceBuilder } from './workspace-builder';

const DOMAIN = 'maplecrest.example';

const TEAMS: readonly TeamSpec[] = [
  { name: 'All staff', weight: 20, grants: (b) => [b.all('minimal')] },
  {
    name: 'Clinical analytics',
    weight: 14,
    grants: (b) => [b.byLabels('sourceRead', 'data:deidentified'), b.all('warehouseRead')],
  },
  {
    name: 'Patient apps',
    weight: 12,
    grants: (b) => [
      b.byLabels('sourceAdmin', 'environment:dev'),
      b.byLabels('sourceRead', 'environment:prod', 'data:deidentified'),
      b.all('functionRead'),
    ],
  },
  {
    name: 'Harbor site',
    weight: 6,
    grants: (b) => [b.byLabels('sourceRead', 'site:harbor', 'data:deidentified')],
  },
  {
    name: 'Hillside site',
    weight: 6,
    grants: (b) => [b.byLabels('sourceRead', 'site:hillside', 'data:deidentified')],
  },
  { name: 'Outreach', weight: 8, grants: (b) => [b.byLabels('engageUser', 'data:deidentified')] },
  {
    name: 'Privacy and compliance',
    weight: 3,
    grants: (b) => [
      b.all('privacyAdmin'),
      b.all('piiAccess'),
      b.all('sourceRead'),
      b.all('trackingPlanRead'),
    ],
  },
  {
    name: 'Protected data custodians',
    weight: 2,
    grants: (b) => [b.byLabels('sourceAdmin', 'data:phi'), b.all('piiAccess'), b.all('warehouseAdmin')],
  },
];

const STYLE: ResourceStyle = {
  company: 'Maplecrest',
  leadKey: 'site',
  labelsByKey: [
    ['environment:prod', 'environment:dev'],
    ['data:deidentified', 'data:phi'],
    ['site:harbor', 'site:hillside', 'site:lakeside'],
  ],
  never: () => false,
  subjects: ['appointments', 'patient portal', 'intake forms', 'telehealth', 'billing', 'lab results'],
  audiences: ['patients', 'caregivers', 'newsletter readers'],
  databases: ['clinical', 'operations', 'research'],
};

function ownGrant(builder: WorkspaceBuilder): Grant {
  const { random, state } = builder;
  const ids = random.sample(state.sources.list(), random.between(1, 3)).map((source) => source.id);
  return random.pick([
    builder.list('sourceRead', 'SOURCE', ids),
    builder.byLabels('sourceRead', 'environment:dev'),
    builder.all('trackingPlanRead'),
  ]);
}

/**
 * Maplecrest: a HIPAA eligible Business workspace with about 60 members. Its
 * roles carry the names that Segment's older pages give them.
 */
export function buildMaplecrest(): WorkspaceState {
  const builder = new WorkspaceBuilder(
    {
      slug: 'maplecrest-clinics',
      name: 'Maplecrest Clinics',
      plan: 'business',
      hipaaEligible: true,
      features: ['groups', 'auditTrail', 'spaces', 'functions', 'trackingPlans'],
    },
    {
      names: {
        warehouseAdmin: 'Warehouse Admin',
        warehouseRead: 'Warehouse Read-only',
        engageUser: 'Engage User',
      },
    },
  );
  builder.addLabel('data', 'phi', 'Protected health information');
  builder.addLabel('data', 'deidentified');
  for (const site of ['harbor', 'hillside', 'lakeside']) builder.addLabel('site', site);

  builder.user(SHARED_PEOPLE.priya, builder.all('owner'));
  builder.user(SHARED_PEOPLE.adaAlias, builder.all('owner'));
  builder.user(
    SHARED_PEOPLE.jonas,
    builder.all('member'),
    builder.byLabels('sourceRead', 'data:deidentified'),
  );
  builder.user(SHARED_PEOPLE.tomas, builder.all('minimal'));
  fillResources(builder, resourceCounts(90), STYLE);
  const groups = makeTeams(builder, TEAMS);
  builder.invite(`samira.boateng@${DOMAIN}`, groups.slice(0, 1), builder.all('minimal'));
  builder.invite('records@hillside-lab.example', [], builder.byLabels('sourceRead', 'site:hillside'));
  addTeamMembers(builder, new PeopleMaker(builder.state, DOMAIN), 60, TEAMS, groups, () => ownGrant(builder));
  return builder.state;
}
