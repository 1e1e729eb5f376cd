import type { Holder } from '@contract/changes';
import type { Grant } from '@contract/snapshot';
import { grantText } from '../policy/changes/grant-edits';
import { counted } from './change-words';
import { isOwnerGrant } from './owner-role';
import { permissionInput, unwritable } from './permission-input';
import { pathOf } from './requests';
import { type Drafting, itemsWhere, type Sketch, type Sketched } from './sketch';

const TEMPLATES = {
  member: '/users/{id}/permissions',
  group: '/groups/{id}/permissions',
} as const;

/** Those of `grants` that are not in `others`, an equal second one counted on its own. */
function beyond(grants: readonly Grant[], others: readonly Grant[]): Grant[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(grantText(other), (left.get(grantText(other)) ?? 0) + 1);
  return grants.filter((grant) => {
    const count = left.get(grantText(grant)) ?? 0;
    left.set(grantText(grant), count - 1);
    return count <= 0;
  });
}

/** What differs in the grants of one holder; `name` is what the admin types and reads. */
interface GrantsOfOne {
  readonly holder: Holder;
  readonly name: string;
  /** What has to be typed where owners are made or unmade: an address for a member. */
  readonly phrase: string;
  readonly before: readonly Grant[];
  readonly after: readonly Grant[];
}

function ofOne(drafting: Drafting, { holder, name, phrase, before, after }: GrantsOfOne): Sketched {
  const { base, drafted } = drafting;
  const items = itemsWhere(
    drafting,
    (change) =>
      (change.kind === 'addGrant' || change.kind === 'removeGrant' || change.kind === 'setGrants') &&
      change.holder.kind === holder.kind &&
      change.holder.id === holder.id,
  );
  const added = beyond(after, before);
  const taken = beyond(before, after);
  if (added.length + taken.length === 0) return { sketches: [], leftOut: [] };
  const whole = taken.length > 0;
  const written = whole ? after : added;
  const problem = written.map(unwritable).find((reason) => reason !== null);
  if (problem !== undefined && problem !== null) {
    return {
      sketches: [],
      leftOut: [
        {
          items,
          reason: whole
            ? `Taking access away writes the whole list of grants of ${name}, and one that stays cannot be written back: ${problem}`
            : `It cannot be written: ${problem}`,
        },
      ],
    };
  }
  const who = holder.kind === 'group' ? `the group ${name}` : name;
  const gains = added.some((grant) => isOwnerGrant(drafted, grant));
  const loses = taken.some((grant) => isOwnerGrant(base, grant));
  const owned = before.some((grant) => isOwnerGrant(base, grant));
  const owns = after.some((grant) => isOwnerGrant(drafted, grant));
  const confirm =
    gains || loses
      ? {
          why: gains
            ? `This makes ${who} an owner of the workspace.`
            : `This takes ownership of the workspace from ${who}.`,
          phrase,
        }
      : null;
  const sketch: Sketch = {
    phase: whole ? 'replaceGrants' : 'addGrants',
    target: { kind: holder.kind === 'member' ? 'memberGrants' : 'groupGrants', id: holder.id, name },
    words: whole
      ? `Write the whole list of ${counted(after.length, 'grant')} of ${who}: ${added.length} new, ${taken.length} taken away`
      : `Add ${counted(added.length, 'grant')} to ${who}`,
    items,
    method: whole ? 'PUT' : 'POST',
    path: pathOf(TEMPLATES[holder.kind], holder.id),
    template: TEMPLATES[holder.kind],
    limited: true,
    body: { permissions: written.map((grant) => permissionInput(grant, base.workspace.id)) },
    before: { kind: 'grants', grants: [...before] },
    after: { kind: 'grants', grants: [...after] },
    confirm,
    owners: owned === owns ? null : owns ? 'gains' : 'loses',
  };
  return { sketches: [sketch], leftOut: [] };
}

/**
 * One write for each member or group whose grants change: adding alone goes by the additive
 * POST, anything that takes away by a PUT of the whole list. A list is never written when a
 * grant that stays in it could not be read: nobody loses access silently.
 */
export function grantSteps(drafting: Drafting): Sketched {
  const { base, drafted, removedMembers } = drafting;
  const membersBefore = new Map(base.members.map((member) => [member.id, member]));
  const groupsBefore = new Map(base.groups.map((group) => [group.id, group]));
  const changed: GrantsOfOne[] = [];
  for (const { id, name, email, grants: after } of drafted.members) {
    const before = membersBefore.get(id)?.grants;
    if (removedMembers.has(id) || before === after || after === null) continue;
    if (before === null || before === undefined) continue;
    changed.push({
      holder: { kind: 'member', id },
      name: name === '' ? email : name,
      phrase: email,
      before,
      after,
    });
  }
  for (const { id, name, grants: after } of drafted.groups) {
    const group = groupsBefore.get(id);
    const before = group === undefined ? [] : group.grants;
    if (before === after || after === null || before === null) continue;
    // A renamed group has its old name until its own step.
    const present = group?.name ?? name;
    changed.push({ holder: { kind: 'group', id }, name: present, phrase: present, before, after });
  }
  const all = changed.map((one) => ofOne(drafting, one));
  return {
    sketches: all.flatMap(({ sketches }) => sketches),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  };
}
