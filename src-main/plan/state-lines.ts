import type { Grant, Snapshot } from '@contract/snapshot';
import { counted, grantWords, labelWords, memberName } from './change-words';
import type { TargetState } from './plan';

const NOT_READ = 'Could not be read.';

function grantLines(snapshot: Snapshot, grants: readonly Grant[]): string[] {
  return grants.length === 0 ? ['No grant.'] : grants.map((grant) => grantWords(snapshot, grant)).sort();
}

function people(snapshot: Snapshot, members: readonly { id: string; email: string }[]): string[] {
  return members
    .map(({ id, email }) => {
      const name = memberName(snapshot, id);
      return email === '' || email === name ? name : `${name} (${email})`;
    })
    .sort();
}

/**
 * What a target looks like, in lines of text with the names of a snapshot: of the plan, and of
 * what apply finds when it reads the target again.
 */
export function stateLines(snapshot: Snapshot, state: TargetState): string[] {
  switch (state.kind) {
    case 'grants':
      return grantLines(snapshot, state.grants);
    case 'groupMembers': {
      const lines = people(snapshot, state.members);
      const invited = state.invited?.map((email) => `${email} (invited)`).sort() ?? [];
      return lines.length + invited.length === 0 ? ['Nobody.'] : [...lines, ...invited];
    }
    case 'groupName':
      return [`Name: ${state.name}`];
    case 'groupsNamed': {
      const count = state.ids.length + (state.created ? 1 : 0);
      return [
        count === 0
          ? `No group is called ${state.name}.`
          : `${counted(count, 'group')} called ${state.name}.`,
      ];
    }
    case 'group': {
      const { group } = state;
      if (group === null) return ['Not there.'];
      const members = group.memberIds?.map((id) => ({ id, email: '' }));
      return [
        `Name: ${group.name}`,
        `Members: ${members === undefined ? NOT_READ : people(snapshot, members).join(', ') || 'nobody'}`,
        `Invited: ${group.invitedEmails === null ? NOT_READ : group.invitedEmails.join(', ') || 'nobody'}`,
        `Grants: ${group.grants === null ? NOT_READ : grantLines(snapshot, group.grants).join('; ')}`,
      ];
    }
    case 'label': {
      const { label } = state;
      if (label === null) return ['Not there.'];
      const text = labelWords(label);
      return [label.description === undefined ? text : `${text} (${label.description})`];
    }
    case 'labels':
      return state.labels.length === 0 ? ['No label.'] : state.labels.map(labelWords).sort();
    case 'invite':
      return [state.pending ? 'Invited.' : 'Not invited.'];
    case 'member': {
      const { member } = state;
      if (member === null) return ['Not there.'];
      return [
        `${member.name === '' ? member.email : `${member.name} (${member.email})`}`,
        ...(member.grants === null ? [`Grants: ${NOT_READ}`] : grantLines(snapshot, member.grants)),
      ];
    }
  }
}
