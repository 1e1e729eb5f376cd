import type { ChannelInput, ChannelOutput, EventPayload } from './channels';
import type { Reply } from './failure';
import type { ChannelName, EventName } from './names';

/** The one object that the preload puts into the window (`window.gatehouse`). */
export interface Bridge {
  /** Asks main; the reply says whether it worked and never throws for a failure. */
  call<Name extends ChannelName>(
    name: Name,
    ...input: undefined extends ChannelInput<Name> ? [] : [ChannelInput<Name>]
  ): Promise<Reply<ChannelOutput<Name>>>;
  /** Listens to an event of main; the answer stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
}
