import type { Inspection, Subject } from '@contract/inspect';
import type { ExplanationView } from '@contract/policy';
import { RESOURCE_KINDS } from '../components/list/resource-kinds';
import type { Chosen, ChosenPair } from '../stores/selection';

/** The top of the inspector. `id` is what can be copied; `null` where the title already is the id. */
export interface Heading {
  kind: string;
  title: string;
  id: string | null;
  subject: Chosen;
}

const KINDS: Record<Subject['kind'], string> = {
  member: 'Team member',
  invite: 'Pending invite',
  group: 'User group',
  resource: 'Resource',
  label: 'Label',
  role: 'Role',
  token: 'Public API token',
};

/** How the inspector calls what it shows. */
export function headingOf(subject: Subject, inspection: Inspection): Heading {
  const kind = KINDS[subject.kind];
  switch (inspection.kind) {
    case 'member': {
      const { name, email, id, owner } = inspection.row;
      return {
        kind: owner === true ? 'Workspace owner' : kind,
        title: name === '' ? email : name,
        id,
        subject,
      };
    }
    case 'invite':
      return { kind, title: inspection.row.email, id: null, subject };
    case 'group':
    case 'role':
      return { kind, title: inspection.row.name, id: inspection.row.id, subject };
    case 'resource': {
      const { type, name, id } = inspection.row;
      return { kind: RESOURCE_KINDS[type].one, title: name === '' ? id : name, id, subject };
    }
    case 'label':
      return { kind, title: `${inspection.row.key}:${inspection.row.value}`, id: null, subject };
    case 'token':
      return { kind, title: inspection.row.description, id: inspection.row.id, subject };
    case 'gone':
      return { kind: `${kind} that is gone`, title: subject.id, id: null, subject };
  }
}

/** How the inspector calls the access of a member to a resource. */
export function pairHeading(pair: ChosenPair, { member, targets }: ExplanationView): Heading {
  const resource = targets[0];
  const who = member.name === '' ? member.subject.id : member.name;
  const what = resource === undefined || resource.name === '' ? pair.resource.id : resource.name;
  return { kind: 'Access', title: `${who} → ${what}`, id: null, subject: pair };
}
