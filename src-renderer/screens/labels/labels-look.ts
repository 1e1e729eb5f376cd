import { createLookMemory, type ListLook } from '../../components/list/look-memory';
import type { LabelSort } from './label-columns';

/** How the labels are looked at. */
export const labelsLook = createLookMemory<ListLook<LabelSort>>({ text: '', sort: null });
