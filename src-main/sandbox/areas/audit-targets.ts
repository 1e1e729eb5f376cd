import type { AuditTarget } from '../state/audit-log';
import { type LabelRef, labelText } from '../state/label';
import type { Source, Space, Warehouse } from '../state/resources';
import type { Token } from '../state/token-store';
import type { Group, User } from '../state/workspace-state';

/** How the audit trail names what an event is about; the id is the one that the lists give. */
export function userTarget(user: User): AuditTarget {
  return { resourceType: 'user', resourceId: user.id, resourceName: user.name || user.email };
}

/** A user group. */
export function groupTarget(group: Group): AuditTarget {
  return { resourceType: 'user_group', resourceId: group.id, resourceName: group.name };
}

/** An invite has no id: its address stands for it. */
export function inviteTarget(email: string): AuditTarget {
  return { resourceType: 'invite', resourceId: email, resourceName: email };
}

/** A label has no id: its text stands for it. */
export function labelTarget(label: LabelRef): AuditTarget {
  return { resourceType: 'label', resourceId: labelText(label), resourceName: labelText(label) };
}

/** A source. */
export function sourceTarget(source: Source): AuditTarget {
  return { resourceType: 'source', resourceId: source.id, resourceName: source.name };
}

/** A space. */
export function spaceTarget(space: Space): AuditTarget {
  return { resourceType: 'space', resourceId: space.id, resourceName: space.name };
}

/** A warehouse has no name of its own: its kind stands for it. */
export function warehouseTarget(warehouse: Warehouse): AuditTarget {
  return { resourceType: 'warehouse', resourceId: warehouse.id, resourceName: warehouse.metadata.name };
}

/** A token, by its id; never its secret. */
export function tokenTarget(token: Token): AuditTarget {
  return { resourceType: 'token', resourceId: token.id, resourceName: token.description };
}
