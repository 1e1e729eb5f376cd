import type { ChannelInput } from '@contract/channels';
import { createLookMemory, type ListLook } from '../../components/list/look-memory';

/** What people can be sorted by. */
export type PersonSort = NonNullable<ChannelInput<'persons.list'>['sort']>['column'];

/** How the people are looked at. */
export interface PeopleLook extends ListLook<PersonSort> {
  show: ChannelInput<'persons.list'>['show'];
}

/** There is one look for all workspaces together: it stands under this key. */
export const EVERYWHERE = 'everywhere';

export const peopleLook = createLookMemory<PeopleLook>({ text: '', sort: null, show: 'all' });
