import type { Member, Resource, ResourceType } from '@contract/snapshot';
import type { ReportSource } from './source';

/** What a report is narrowed to. `null` is no limit. The words go into the report's filters. */
export interface ReportScope {
  readonly memberIds: readonly string[] | null;
  /** `TYPE:id`. */
  readonly resources: readonly string[] | null;
  readonly types: readonly ResourceType[];
  /** Rows without access, too. */
  readonly all: boolean;
  readonly words: Readonly<Record<string, string>>;
}

/** The whole workspace, with the rows that have access. */
export const WHOLE: ReportScope = { memberIds: null, resources: null, types: [], all: false, words: {} };

/** The members that a report is about, each once, in the order of the snapshot; with a scope in its order. */
export function membersIn({ policy }: ReportSource, { memberIds }: ReportScope): Member[] {
  const { members } = policy.snapshot;
  const { memberIndex } = policy.matrix.world;
  const ids = memberIds ?? [...memberIndex.keys()];
  return ids.flatMap((id) => members[memberIndex.get(id) ?? -1] ?? []);
}

/** The resources that a report is about, in the order of the snapshot; with a scope in its order. */
export function resourcesIn({ policy, facts }: ReportSource, { resources, types }: ReportScope): Resource[] {
  const wanted = new Set(types);
  const { byId } = facts.resources();
  const all =
    resources === null
      ? [...new Map(policy.snapshot.resources.map((each) => [`${each.type}:${each.id}`, each])).values()]
      : resources.flatMap((id) => byId.get(id) ?? []);
  return all.filter(({ type }) => wanted.size === 0 || wanted.has(type));
}
