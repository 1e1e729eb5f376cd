import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isOurPage } from '../window/origin';

/** The parts of Electron's event that tell who calls. */
export type Caller = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/**
 * Says whether a call comes from the main frame of our own window, on our own
 * page. A frame that is gone, a subframe, an empty URL and any other window are
 * strangers.
 */
export function isTrusted(caller: Caller, ours: WebContents | null, developmentUrl: string | null): boolean {
  const frame = caller.senderFrame;
  if (ours === null || caller.sender !== ours) return false;
  if (frame === null || frame === undefined || frame.parent !== null) return false;
  return frame.url !== '' && isOurPage(frame.url, developmentUrl);
}
