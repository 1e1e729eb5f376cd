import type { Reference } from '@contract/inspect';
import type { OverviewMark } from '@contract/overview';
import type { Scope } from '@contract/snapshot';
import { groupReference, memberReference, resourceReference } from '../inspect/references';
import { compareNames } from '../lists/collation';
import type { WorkspaceFacts } from '../lists/relations/facts';
import { labelId } from '../lists/relations/subject-ids';
import { theWorkspace } from '../policy/decision/target';
import type { Policy } from '../policy/policy';
import { isOfSize } from './group-sizes';

/** One of the things that a mark counts. */
export interface Behind {
  readonly reference: Reference;
  readonly detail: string;
}

const many = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

function scopeWords(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return 'all current and future';
    case 'list':
      return many(scope.resources.length, 'resource');
    case 'labels':
      return scope.labels.map(labelId).join(' AND ');
    case 'unknown':
      return scope.reason;
  }
}

const byName = (one: Behind, other: Behind) => compareNames(one.reference.name, other.reference.name);

/** Everything that the number of a mark counts, in the order in which it is shown. */
export function behindMark(policy: Policy, facts: WorkspaceFacts, mark: OverviewMark): Behind[] {
  const { snapshot } = facts;
  switch (mark.kind) {
    case 'owners': {
      const { allowed, unknown } = policy.whoCanReach(theWorkspace, 'manageAccess');
      const named = (id: string, detail: string) => ({ reference: memberReference(facts, id), detail });
      return [
        ...allowed.map((id) => named(id, facts.memberById().get(id)?.email ?? '')).sort(byName),
        ...unknown.map((id) => named(id, 'nobody can tell')).sort(byName),
      ];
    }
    case 'withoutReach': {
      const counts = policy.counts().members;
      return snapshot.members
        .flatMap(({ id, email }, place): Behind[] => {
          const { read = 0, admin = 0, unknown = 0 } = counts[place] ?? {};
          if (read + admin > 0) return [];
          const detail = unknown > 0 ? `${email}, perhaps ${many(unknown, 'resource')}` : email;
          return [{ reference: memberReference(facts, id), detail }];
        })
        .sort(byName);
    }
    case 'resources': {
      const counts = policy.counts().resources;
      const { byId } = policy.matrix.world.columns;
      return snapshot.resources
        .filter(({ type }) => type === mark.type)
        .map((resource) => {
          const {
            read = 0,
            admin = 0,
            unknown = 0,
          } = counts[byId[resource.type].get(resource.id) ?? -1] ?? {};
          const detail = `${admin.toLocaleString('en')} admin, ${read.toLocaleString('en')} read${unknown === 0 ? '' : `, ${unknown.toLocaleString('en')} unknown`}`;
          return { reference: resourceReference(resource), detail, people: admin + read };
        })
        .sort((one, other) => other.people - one.people || byName(one, other))
        .map(({ reference, detail }) => ({ reference, detail }));
    }
    case 'labelKey':
      return snapshot.resources
        .flatMap((resource): Behind[] => {
          if (resource.type !== mark.type || (resource.type !== 'SOURCE' && resource.type !== 'SPACE'))
            return [];
          const { labels } = resource;
          if (labels === null)
            return mark.carried
              ? []
              : [{ reference: resourceReference(resource), detail: 'labels cannot be seen' }];
          if (labels.some(({ key }) => key === mark.key) !== mark.carried) return [];
          return [{ reference: resourceReference(resource), detail: labels.map(labelId).join(', ') }];
        })
        .sort(byName);
    case 'grants':
      return facts
        .grants()
        .all.filter(({ holder, grant }) => holder.kind === mark.holder && grant.scope.kind === mark.scope)
        .map(({ holder, grant }) => ({
          reference: { subject: { kind: holder.kind, id: holder.id }, name: holder.name },
          detail: `${grant.roleName}: ${scopeWords(grant.scope)}`,
        }));
    case 'groups':
      return snapshot.groups
        .flatMap((group) => {
          const size = group.memberIds?.length;
          if (size === undefined || !isOfSize(size, mark)) return [];
          return [{ reference: groupReference(group), detail: many(size, 'member'), size }];
        })
        .sort((one, other) => other.size - one.size || byName(one, other))
        .map(({ reference, detail }) => ({ reference, detail }));
  }
}
