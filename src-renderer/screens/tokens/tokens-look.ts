import { createLookMemory, type ListLook } from '../../components/list/look-memory';
import type { TokenSort } from './token-columns';

/** How the tokens are looked at. */
export const tokensLook = createLookMemory<ListLook<TokenSort>>({ text: '', sort: null });
