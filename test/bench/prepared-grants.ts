import type { Grant, LabelRef, ResourceType, Snapshot } from '@contract/snapshot';
import { findRole } from '../../src-main/policy/catalogue/catalogue';

/** A grant with its role looked up, for peers. */
export interface PreparedGrant {
  readonly holder: { readonly type: 'Member' | 'Group'; readonly id: string };
  readonly edits: boolean;
  readonly kinds: ReadonlySet<ResourceType>;
  readonly scope: Grant['scope'];
}

/** A resource for peers: a destination has the labels of its source, and follows it in lists. */
export interface PreparedResource {
  readonly key: string;
  readonly type: ResourceType;
  /** `TYPE:id` of what a list must name to reach it. */
  readonly listedAs: string;
  readonly labels: readonly LabelRef[];
}

function prepare(holder: PreparedGrant['holder'], { roleName, scope }: Grant): PreparedGrant {
  const role = findRole(roleName);
  if (role === null) throw new Error(`no role ${roleName}`);
  return { holder, edits: role.level === 'admin', kinds: role.kinds, scope };
}

/** Every grant of each member, own and of groups. Each grant is prepared once and shared. */
export function grantsOfMembers({ members, groups }: Snapshot): Map<string, PreparedGrant[]> {
  const grantsOf = new Map<string, PreparedGrant[]>();
  for (const { id, grants } of members) {
    grantsOf.set(
      id,
      (grants ?? []).map((grant) => prepare({ type: 'Member', id }, grant)),
    );
  }
  for (const { id: group, memberIds, grants } of groups) {
    const prepared = (grants ?? []).map((grant) => prepare({ type: 'Group', id: group }, grant));
    for (const id of memberIds ?? []) grantsOf.get(id)?.push(...prepared);
  }
  return grantsOf;
}

/** Every resource by `TYPE:id`. */
export function preparedResources({ resources }: Snapshot): Map<string, PreparedResource> {
  const ofSource = new Map<string, readonly LabelRef[]>();
  for (const each of resources) if (each.type === 'SOURCE') ofSource.set(each.id, each.labels);
  return new Map(
    resources.map((each) => {
      const key = `${each.type}:${each.id}`;
      const listedAs = each.type === 'DESTINATION' ? `SOURCE:${each.sourceId}` : key;
      const labels =
        each.type === 'SOURCE' || each.type === 'SPACE'
          ? (each.labels ?? [])
          : each.type === 'DESTINATION'
            ? (ofSource.get(each.sourceId) ?? [])
            : [];
      return [key, { key, type: each.type, listedAs, labels }];
    }),
  );
}

/** A label as one text. */
export function labelText({ key, value }: LabelRef): string {
  return `${key}:${value}`;
}
