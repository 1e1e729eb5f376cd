import type { Grant, ListType } from '../state/grant';
import type { RoleKind } from '../state/role';
import type { TeamSpec } from './teams';
import type { WorkspaceBuilder } from './workspace-builder';

/** A list of a few resources of a kind, the same at each start. */
function listOfSome(builder: WorkspaceBuilder, kind: RoleKind, type: ListType, count: number): Grant {
  const { state, random } = builder;
  const tables = {
    SOURCE: state.sources,
    SPACE: state.spaces,
    WAREHOUSE: state.warehouses,
    FUNCTION: state.functions,
  };
  const ids = random.sample<{ readonly id: string }>(tables[type].list(), count).map((row) => row.id);
  return builder.list(kind, type, ids);
}

/** The seventeen groups of Northwind that people join; three more come with the edge cases. */
export const NORTHWIND_TEAMS: readonly TeamSpec[] = [
  {
    name: 'Everyone at Northwind',
    weight: 30,
    grants: (b) => [b.all('minimal'), b.byLabels('sourceRead', 'environment:dev')],
  },
  {
    name: 'Analytics',
    weight: 22,
    grants: (b) => [
      b.byLabels('sourceRead', 'environment:prod'),
      b.all('trackingPlanRead'),
      b.all('warehouseRead'),
    ],
  },
  {
    name: 'Data science',
    weight: 10,
    grants: (b) => [b.all('sourceRead'), b.all('warehouseRead'), b.all('entitiesRead')],
  },
  {
    name: 'Fjord engineering',
    weight: 18,
    grants: (b) => [
      b.byLabels('sourceAdmin', 'brand:fjord', 'environment:dev'),
      b.byLabels('sourceAdmin', 'brand:fjord', 'environment:stage'),
      b.byLabels('sourceRead', 'brand:fjord'),
    ],
  },
  {
    name: 'Ember engineering',
    weight: 14,
    grants: (b) => [
      b.byLabels('sourceAdmin', 'brand:ember', 'environment:dev'),
      b.byLabels('sourceRead', 'brand:ember', 'environment:prod'),
    ],
  },
  { name: 'Juniper engineering', weight: 9, grants: (b) => [b.byLabels('sourceAdmin', 'brand:juniper')] },
  { name: 'Mobile guild', weight: 8, grants: (b) => [listOfSome(b, 'sourceAdmin', 'SOURCE', 14)] },
  {
    name: 'Platform',
    weight: 7,
    grants: (b) => [
      b.all('sourceAdmin'),
      b.all('functionAdmin'),
      b.all('warehouseAdmin'),
      b.all('trackingPlanAdmin'),
    ],
  },
  {
    name: 'Growth EMEA',
    weight: 12,
    grants: (b) => [b.byLabels('engageAdmin', 'region:emea'), b.byLabels('sourceRead', 'region:emea')],
  },
  {
    name: 'Growth Americas',
    weight: 9,
    grants: (b) => [
      b.byLabels('engageAdmin', 'region:amer'),
      b.byLabels('sourceRead', 'region:amer', 'environment:prod'),
    ],
  },
  {
    name: 'Growth APAC',
    weight: 6,
    grants: (b) => [b.byLabels('engageUser', 'region:apac', 'environment:prod')],
  },
  {
    name: 'CRM and lifecycle',
    weight: 11,
    grants: (b) => [b.all('engageUser'), listOfSome(b, 'sourceRead', 'SOURCE', 6)],
  },
  {
    name: 'Data governance',
    weight: 5,
    grants: (b) => [
      b.all('trackingPlanAdmin'),
      b.all('entitiesAdmin'),
      b.all('sourceRead'),
      b.all('piiAccess'),
    ],
  },
  {
    name: 'Privacy office',
    weight: 3,
    grants: (b) => [b.all('privacyAdmin'), b.all('identityAdmin'), b.all('piiAccess'), b.all('engageRead')],
  },
  {
    name: 'Support desk',
    weight: 10,
    grants: (b) => [listOfSome(b, 'sourceRead', 'SOURCE', 3), b.all('piiAccess')],
  },
  { name: 'Finance reporting', weight: 4, grants: (b) => [listOfSome(b, 'warehouseRead', 'WAREHOUSE', 2)] },
  {
    name: 'Bluebird (agency)',
    weight: 5,
    grants: (b) => [
      b.byLabels('sourceRead', 'brand:ember', 'environment:dev'),
      listOfSome(b, 'engageRead', 'SPACE', 2),
      listOfSome(b, 'functionRead', 'FUNCTION', 2),
    ],
  },
];

/** A grant as people get them one by one. */
export function northwindOwnGrant(builder: WorkspaceBuilder): Grant {
  const { random } = builder;
  const choices: ReadonlyArray<() => Grant> = [
    () => listOfSome(builder, 'sourceAdmin', 'SOURCE', random.between(1, 5)),
    () => listOfSome(builder, 'sourceRead', 'SOURCE', random.between(1, 12)),
    () => builder.byLabels('sourceRead', random.pick(['brand:fjord', 'brand:ember', 'product:shop'])),
    () => builder.byLabels('sourceAdmin', 'product:loyalty', 'environment:stage'),
    () => builder.all('functionRead'),
    () => listOfSome(builder, 'functionAdmin', 'FUNCTION', 2),
    () => builder.all('trackingPlanRead'),
    () => builder.all('piiAccess'),
    () => builder.byLabels('engageRead', 'brand:juniper'),
    () => listOfSome(builder, 'warehouseRead', 'WAREHOUSE', 1),
  ];
  return random.pickEarly(choices, 1.5)();
}
