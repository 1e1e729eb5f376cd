import { createLookMemory, type ListLook } from '../../components/list/look-memory';
import type { RoleSort } from './role-columns';

/** How the roles are looked at. */
export const rolesLook = createLookMemory<ListLook<RoleSort>>({ text: '', sort: null });
