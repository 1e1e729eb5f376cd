import type { Change, Holder } from '@contract/changes';
import type { Grant, LabelRef, Scope, Snapshot } from '@contract/snapshot';
import { keyText, labelText } from '../world/columns';
import { type EditPlan, edits, impossible, unseen } from './edit-plan';

type GrantChange = Extract<Change, { kind: 'addGrant' | 'removeGrant' | 'setGrants' }>;

function labelsText(labels: readonly LabelRef[]): string {
  return [...new Set(labels.map(labelText))].sort().join();
}

function scopeText(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return 'all';
    case 'list':
      return `list ${[...new Set(scope.resources.map(keyText))].sort().join()}`;
    case 'labels':
      return `labels ${labelsText(scope.labels)}`;
    case 'unknown':
      return `unknown ${scope.reason}`;
  }
}

/** The same text for grants that mean the same: one role id over one scope, in whatever order it is written. */
export function grantText({ roleId, scope }: Grant): string {
  return `${roleId}\n${scopeText(scope)}`;
}

/** The grants of a holder: `null` could not be read, `undefined` there is no such holder. */
export function grantsOfHolder(snapshot: Snapshot, { kind, id }: Holder): Grant[] | null | undefined {
  const holder = (kind === 'member' ? snapshot.members : snapshot.groups).find((each) => each.id === id);
  return holder?.grants;
}

function withGrants(snapshot: Snapshot, holder: Holder, grants: Grant[]): EditPlan {
  switch (holder.kind) {
    case 'member': {
      const at = snapshot.members.findIndex(({ id }) => id === holder.id);
      const before = snapshot.members[at];
      if (before === undefined) return impossible(`there is no member \`${holder.id}\``);
      return edits({ collection: 'members', at, before, after: { ...before, grants } });
    }
    case 'group': {
      const at = snapshot.groups.findIndex(({ id }) => id === holder.id);
      const before = snapshot.groups[at];
      if (before === undefined) return impossible(`there is no group \`${holder.id}\``);
      return edits({ collection: 'groups', at, before, after: { ...before, grants } });
    }
  }
}

/** Adding, taking away and replacing grants. */
export function grantEdits(snapshot: Snapshot, change: GrantChange): EditPlan {
  const { holder } = change;
  const grants = grantsOfHolder(snapshot, holder);
  if (grants === undefined) return impossible(`there is no ${holder.kind} \`${holder.id}\``);
  if (grants === null) return unseen(`the grants of \`${holder.id}\` could not be read`);
  switch (change.kind) {
    case 'addGrant':
      return withGrants(snapshot, holder, [...grants, change.grant]);
    case 'removeGrant': {
      const text = grantText(change.grant);
      const position = grants.findIndex((each) => grantText(each) === text);
      if (position < 0) return impossible(`\`${holder.id}\` has no such grant of ${change.grant.roleName}`);
      return withGrants(snapshot, holder, grants.toSpliced(position, 1));
    }
    case 'setGrants':
      return withGrants(snapshot, holder, change.grants);
  }
}
