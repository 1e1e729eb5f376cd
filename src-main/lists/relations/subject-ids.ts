import type { LabelRef, Member, ResourceType } from '@contract/snapshot';

/** The id under which a label is selected: `key:value`. */
export function labelId(label: LabelRef): string {
  return `${label.key}:${label.value}`;
}

/** The id under which a resource is selected: `TYPE:id`; ids alone are unique within a type only. */
export function resourceId(resource: { readonly type: ResourceType; readonly id: string }): string {
  return `${resource.type}:${resource.id}`;
}

/** What to call a member: Segment allows an empty name, then the address stands for it. */
export function memberName(member: Pick<Member, 'name' | 'email'>): string {
  return member.name.trim() === '' ? member.email : member.name;
}

/** Addresses are compared without case. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase();
}
