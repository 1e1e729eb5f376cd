import type { GrantView } from '@contract/inspect';
import type { LabelRef } from '@contract/snapshot';

export const ROLE = { id: 'r-admin', name: 'Source Admin' };
export const ANALYSTS = { kind: 'group' as const, id: 'g1' };

/** A label from `env:prod`. */
export function label(text: string): LabelRef {
  const [key = '', value = ''] = text.split(':');
  return { key, value };
}

/** A grant of Analysts over labels. */
export function labelGrant(...texts: string[]): GrantView {
  return {
    holder: { subject: ANALYSTS, name: 'Analysts' },
    throughGroup: false,
    roleId: ROLE.id,
    roleName: ROLE.name,
    roleKnown: true,
    scope: { kind: 'labels', labels: texts.map(label), of: 'sources' },
  };
}
