import { createLookMemory, type ListLook } from '../../components/list/look-memory';
import type { GroupSort } from './group-columns';

/** How the groups are looked at. */
export const groupsLook = createLookMemory<ListLook<GroupSort>>({ text: '', sort: null });
