import type { ListQuery } from '@contract/lists';
import { createLookMemory, type ListLook } from '../../components/list/look-memory';
import type { MemberSort } from './member-columns';

/** How the members are looked at. */
export interface MembersLook extends ListLook<MemberSort> {
  show: ListQuery<'members'>['show'];
}

export const membersLook = createLookMemory<MembersLook>({ text: '', sort: null, show: 'all' });
