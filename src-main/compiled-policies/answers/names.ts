import type { Reference } from '@contract/inspect';
import type { Resource, ResourceType, Snapshot } from '@contract/snapshot';
import { memberReference, resourceReference } from '../../inspect/references';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { addressKey, memberName, resourceId } from '../../lists/relations/subject-ids';
import { COLLECTION_OF_TYPE } from '../../lists/relations/unknown-reasons';
import { type Action, actionSchema } from '../../policy/catalogue/role-schema';
import type { Target } from '../../policy/decision/target';
import { Failed } from '../../storage/failed';

export interface ResourceKey {
  readonly type: ResourceType;
  readonly id: string;
}

/** The target of a question as the contract has it. */
export type AskedTarget =
  | { kind: 'workspace' }
  | { kind: 'resource'; resource: ResourceKey }
  | { kind: 'pair'; ends: [ResourceKey, ResourceKey] };

const KIND_WORDS: Readonly<Record<ResourceType, string>> = {
  SOURCE: 'source',
  DESTINATION: 'destination',
  WAREHOUSE: 'warehouse',
  SPACE: 'space',
  TRACKING_PLAN: 'tracking plan',
  FUNCTION: 'function',
};

/** The action of that name. @throws Failed `badInput` */
export function actionNamed(name: string): Action {
  const action = actionSchema.safeParse(name);
  if (action.success) return action.data;
  throw new Failed('badInput', `Gatehouse does not know the action \`${name}\`.`);
}

/**
 * The member, or the invite, to be asked about. While members could not be read, any id stands.
 *
 * @throws Failed `notFound`
 */
export function askedMember(facts: WorkspaceFacts, id: string): Reference {
  if (facts.memberById().has(id)) return memberReference(facts, id);
  const invite = facts.inviteByAddress().get(addressKey(id));
  if (invite !== undefined) return { subject: { kind: 'invite', id: invite.email }, name: invite.email };
  if (facts.unknowns.whole('members') !== null) return memberReference(facts, id);
  throw new Failed(
    'notFound',
    'This team member is not in the workspace any more. Choose another one, or sync the workspace.',
  );
}

/**
 * A resource to be asked about. While its kind could not be read, any id stands.
 *
 * @throws Failed `notFound`
 */
export function askedResource(facts: WorkspaceFacts, { type, id }: ResourceKey): Reference {
  const found = facts.resources().byId.get(resourceId({ type, id }));
  if (found !== undefined) return resourceReference(found);
  if (facts.unknowns.whole(COLLECTION_OF_TYPE[type]) !== null) {
    return { subject: { kind: 'resource', id: resourceId({ type, id }) }, name: id };
  }
  throw new Failed(
    'notFound',
    `This ${KIND_WORDS[type]} is not in the workspace any more. Choose another one, or sync the workspace.`,
  );
}

/** The target as the engine takes it, with what to call its parts. @throws Failed `notFound` */
export function askedTarget(
  facts: WorkspaceFacts,
  target: AskedTarget,
): { target: Target; references: Reference[] } {
  switch (target.kind) {
    case 'workspace':
      return { target: { kind: 'workspace' }, references: [] };
    case 'resource':
      return {
        target: { kind: 'resource', ...target.resource },
        references: [askedResource(facts, target.resource)],
      };
    case 'pair':
      return {
        target: { kind: 'pair', ends: target.ends },
        references: target.ends.map((end) => askedResource(facts, end)),
      };
  }
}

/** What to call the members and resources of a snapshot and of a draft on it. */
export function namesAfter(facts: WorkspaceFacts, after: Snapshot) {
  const added = (resources: readonly Resource[], key: ResourceKey) =>
    resources.find(({ type, id }) => type === key.type && id === key.id);
  return {
    member: (id: string): Reference => {
      if (facts.memberById().has(id)) return memberReference(facts, id);
      const joined = after.members.find((each) => each.id === id);
      return { subject: { kind: 'member', id }, name: joined ? memberName(joined) : id };
    },
    resource: (key: ResourceKey): Reference => {
      const id = resourceId(key);
      const resource = facts.resources().byId.get(id) ?? added(after.resources, key);
      return resource ? resourceReference(resource) : { subject: { kind: 'resource', id }, name: key.id };
    },
  };
}
