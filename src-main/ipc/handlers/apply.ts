import type { ApplyRoom } from '../../apply/apply-room';
import type { Handlers } from '../wire';

/** Plans and applying them. The window names a plan by id and hash; main applies its own copy. */
export function applyHandlers(
  room: ApplyRoom,
): Pick<
  Handlers,
  | 'plan.make'
  | 'apply.start'
  | 'apply.pause'
  | 'apply.resume'
  | 'apply.cancel'
  | 'apply.state'
  | 'apply.dismiss'
> {
  return {
    'plan.make': ({ key }) => room.makePlan(key),
    'apply.start': ({ key, planId, hash }) => room.start(key, { planId, hash }),
    'apply.pause': ({ key }) => room.pause(key),
    'apply.resume': ({ key }) => room.resume(key),
    'apply.cancel': ({ key }) => room.cancel(key),
    'apply.state': ({ key }) => room.state(key),
    'apply.dismiss': async ({ key }) => {
      await room.dismiss(key);
      return undefined;
    },
  };
}
