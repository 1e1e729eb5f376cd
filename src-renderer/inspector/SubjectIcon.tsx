import type { Subject } from '@contract/inspect';
import {
  ArrowRightLeft,
  Box,
  KeyRound,
  type LucideIcon,
  Mail,
  Shield,
  Tag,
  User,
  UsersRound,
} from 'lucide-react';
import { RESOURCE_KINDS, RESOURCE_TYPES } from '../components/list/resource-kinds';
import type { Chosen } from '../stores/selection';

const ICONS: Record<Subject['kind'], LucideIcon> = {
  member: User,
  invite: Mail,
  group: UsersRound,
  resource: Box,
  label: Tag,
  role: Shield,
  token: KeyRound,
};

/** What kind of thing it is, as an icon. A resource has that of its own kind, the access of somebody to something one of its own. */
export function SubjectIcon({ subject }: { subject: Chosen }) {
  const Icon = iconOf(subject);
  return <Icon aria-hidden />;
}

function iconOf(subject: Chosen): LucideIcon {
  if (subject.kind === 'pair') return ArrowRightLeft;
  const { kind, id } = subject;
  if (kind !== 'resource') return ICONS[kind];
  const type = RESOURCE_TYPES.find((each) => id.startsWith(`${each}:`));
  return type === undefined ? ICONS.resource : RESOURCE_KINDS[type].icon;
}
