import type { Grant, ResourceType, Snapshot } from '@contract/snapshot';
import { resourceTypeSchema } from '@contract/snapshot';
import { FOOTINGS, type Footing, type Held, type Reach, reachOf, reachOfAll, uidText } from './reach';
import { type RoleData, roleOf, scopeRule } from './roles';

/** The workspace as a Cedar entity. */
export const WORKSPACE = { type: 'Workspace', id: 'workspace' } as const;
/** The type of the entity that stands for the sources behind a space (R20). */
export const BEHIND_SPACE = 'SourcesBehindSpace';
/** Actions that only Cedar has: parts of a question, not questions. */
export const PARTS = {
  viewToDownload: 'part: view, in order to download',
  unmaskToView: 'part: unmask in order to view',
  unmaskToDownload: 'part: unmask in order to download',
  joinUndescribed: 'part: one end of a connection that nothing describes',
} as const;

/** The Cedar group of all actions that SPEC knows: what `every` in the catalogue stands for. */
export const EVERY = 'every';

type Permit = RoleData['permits'][number];

/** Who holds a grant, in Cedar's words; `doubtful` where nobody can tell who is in the group (R31). */
interface Holder {
  readonly principal: string;
  readonly doubtful: boolean;
}

/** R20: the sources named after a space. */
export function sourcesBehind(space: { name: string }, { resources }: Snapshot) {
  return resources.filter(({ type, name }) => type === 'SOURCE' && name === `Engage (${space.name})`);
}

function lists({ actions }: Permit, action: string): boolean {
  return actions === 'every' || actions.some((each) => each === action);
}

function weaker(one: Footing, other: Footing): Footing {
  return FOOTINGS.indexOf(one) > FOOTINGS.indexOf(other) ? one : other;
}

const ON_ALL: Reach = { certain: 'true', contested: 'false', possible: 'false' };

/** Writes the policies of one workspace. Ids begin with the footing. */
class Translator {
  readonly policies = new Map<string, string>();

  constructor(readonly workspace: Snapshot) {}

  #add(footing: Footing, scope: string, condition: string): void {
    if (condition === 'false') return;
    this.policies.set(`${footing} ${this.policies.size}`, `permit(${scope}) when { ${condition} };`);
  }

  /** A right over a reach: each part of the reach with what is left of its footing. */
  #permit(holder: Holder, actions: string, resource: string, reach: Reach, atMost: Footing): void {
    const limit = holder.doubtful ? 'possible' : atMost;
    for (const footing of FOOTINGS) {
      this.#add(weaker(footing, limit), `${holder.principal}, ${actions}, ${resource}`, reach[footing]);
    }
  }

  /** R30, R32: whoever cannot be read may do anything. */
  anything(principal: string): void {
    this.#add('possible', `${principal}, action, resource`, 'true');
  }

  grants(holder: Holder, grants: readonly Grant[] | null): void {
    if (grants === null) {
      this.anything(holder.principal);
      return;
    }
    if (grants.length > 0) this.#behindNothing(holder);
    const withRoles = grants.map((grant) => ({ grant, role: roleOf(grant, this.workspace) }));
    for (const { grant, role } of withRoles) {
      const labelSets = withRoles.flatMap((other) =>
        other.role === role && other.grant.scope.kind === 'labels' ? [other.grant.scope.labels] : [],
      );
      const held = { grant, role, labelSets };
      if (role === undefined) this.#unknownRole(holder, held);
      else for (const permit of role.permits) this.#ofPermit(holder, held, role, permit);
      if (role?.pii === 'always') this.#unmask(holder, [PARTS.unmaskToView, PARTS.unmaskToDownload]);
      if (role?.owner === true && grant.scope.kind === 'all') this.#owner(holder);
    }
  }

  /** R19, and R20 where no source is named after the space. */
  #owner(holder: Holder): void {
    this.#permit(holder, `action == ${action(PARTS.joinUndescribed)}`, 'resource', ON_ALL, 'certain');
    const connect = `action == ${action('connectEngageDestination')}`;
    this.#permit(holder, connect, `resource is ${BEHIND_SPACE}`, ON_ALL, 'certain');
  }

  /** R27 */
  #unknownRole(holder: Holder, held: Held): void {
    for (const type of resourceTypeSchema.options) {
      const reach = reachOf(held, type, 'resource', this.workspace);
      this.#permit(holder, 'action', `resource is ${type}`, reach, 'possible');
    }
    this.#behindSpaces(holder, held, 'possible');
    // Unmasking is among them: it is asked of the workspace.
    this.#permit(holder, 'action', `resource == ${uidText(WORKSPACE)}`, ON_ALL, 'possible');
  }

  #unmask(holder: Holder, parts: readonly string[]): void {
    const actions = `action in [${parts.map(action).join(', ')}]`;
    this.#permit(holder, actions, `resource == ${uidText(WORKSPACE)}`, ON_ALL, 'certain');
  }

  #ofPermit(holder: Holder, held: Held, role: RoleData, permit: Permit): void {
    const footing: Footing = permit.contested === undefined ? 'certain' : 'contested';
    switch (permit.on) {
      case 'WORKSPACE':
        this.#inWorkspace(holder, held, role, permit, footing);
        return;
      case 'REACHED':
        if (lists(permit, 'viewPii')) this.#unmask(holder, [PARTS.unmaskToView]);
        if (lists(permit, 'downloadPii')) this.#unmask(holder, [PARTS.unmaskToDownload]);
        return;
      default:
        this.#onResources(holder, held, role, permit, permit.on, footing);
    }
  }

  /** R12, R17, R19, R20 */
  #onResources(
    holder: Holder,
    held: Held,
    role: RoleData,
    permit: Permit,
    type: ResourceType,
    footing: Footing,
  ): void {
    const reach = reachOf(held, type, 'resource', this.workspace);
    const on = `resource is ${type}`;
    this.#permit(holder, actionsOf(permit), on, reach, footing);
    if (lists(permit, 'view')) {
      const barred = type === 'SPACE' && role.barsPiiDownload === true;
      const toDownload = weaker(footing, barred ? 'contested' : 'certain');
      this.#permit(holder, `action == ${action(PARTS.viewToDownload)}`, on, reach, toDownload);
    }
    if (lists(permit, 'edit')) {
      this.#permit(holder, `action == ${action(PARTS.joinUndescribed)}`, on, reach, 'possible');
    }
    if (type === 'SOURCE' && lists(permit, 'connectEngageDestination')) {
      this.#behindSpaces(holder, held, footing);
    }
  }

  /** R20: where no source is named after a space, any holding may be enough. */
  #behindNothing(holder: Holder): void {
    for (const space of this.workspace.resources) {
      if (space.type !== 'SPACE' || sourcesBehind(space, this.workspace).length > 0) continue;
      const resource = `resource == ${uidText({ type: BEHIND_SPACE, id: space.id })}`;
      this.#permit(holder, `action == ${action('connectEngageDestination')}`, resource, ON_ALL, 'possible');
    }
  }

  /** R20: for each space one policy over the sources that are named after it. */
  #behindSpaces(holder: Holder, held: Held, footing: Footing): void {
    const actions = `action == ${action('connectEngageDestination')}`;
    for (const space of this.workspace.resources) {
      if (space.type !== 'SPACE') continue;
      const sources = sourcesBehind(space, this.workspace);
      if (sources.length === 0) continue;
      const reaches = sources.map((source) => reachOf(held, 'SOURCE', uidText(source), this.workspace));
      const resource = `resource == ${uidText({ type: BEHIND_SPACE, id: space.id })}`;
      this.#permit(holder, actions, resource, reachOfAll(reaches), footing);
    }
  }

  /** R13, R28, R37 */
  #inWorkspace(holder: Holder, { grant }: Held, role: RoleData, permit: Permit, footing: Footing): void {
    const resource = `resource == ${uidText(WORKSPACE)}`;
    if (scopeRule(role, grant.scope) === undefined) {
      this.#permit(holder, actionsOf(permit), resource, ON_ALL, 'possible');
      return;
    }
    if (permit.when === 'scopeAll' && grant.scope.kind !== 'all') return;
    if (permit.when === 'scopeList' && grant.scope.kind !== 'list') return;
    this.#permit(holder, actionsOf(permit), resource, ON_ALL, footing);
  }
}

function action(name: string): string {
  return uidText({ type: 'Action', id: name });
}

/** The actions of a permit; `every` leaves out the parts that only Cedar has. */
function actionsOf({ actions }: Permit): string {
  if (actions !== 'every') return `action in [${actions.map(action).join(', ')}]`;
  return `action in ${action(EVERY)}`;
}

/** The workspace's grants as Cedar policies by id; an id begins with the footing. */
export function policiesOf(workspace: Snapshot): ReadonlyMap<string, string> {
  const translator = new Translator(workspace);
  for (const { id, grants } of workspace.members) {
    const principal = `principal == ${uidText({ type: 'Member', id })}`;
    translator.grants({ principal, doubtful: false }, grants);
  }
  for (const { id, grants, memberIds, memberCount } of workspace.groups) {
    if (memberIds !== null) {
      translator.grants(
        { principal: `principal in ${uidText({ type: 'Group', id })}`, doubtful: false },
        grants,
      );
    } else if (memberCount > 0)
      translator.grants({ principal: 'principal is Member', doubtful: true }, grants);
  }
  const unread = workspace.unknowns.some(({ subject, id }) => subject === 'groups' && id === undefined);
  if (unread) translator.anything('principal is Member');
  return translator.policies;
}
