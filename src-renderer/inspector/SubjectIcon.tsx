import type { Subject } from '@contract/inspect';
import { Box, KeyRound, type LucideIcon, Mail, Shield, Tag, User, UsersRound } from 'lucide-react';
import { RESOURCE_KINDS, RESOURCE_TYPES } from '../components/list/resource-kinds';

const ICONS: Record<Subject['kind'], LucideIcon> = {
  member: User,
  invite: Mail,
  group: UsersRound,
  resource: Box,
  label: Tag,
  role: Shield,
  token: KeyRound,
};

/** What kind of thing it is, as an icon. A resource has that of its own kind. */
export function SubjectIcon({ subject }: { subject: Subject }) {
  const Icon = iconOf(subject);
  return <Icon aria-hidden />;
}

function iconOf({ kind, id }: Subject): LucideIcon {
  if (kind !== 'resource') return ICONS[kind];
  const type = RESOURCE_TYPES.find((each) => id.startsWith(`${each}:`));
  return type === undefined ? ICONS.resource : RESOURCE_KINDS[type].icon;
}
