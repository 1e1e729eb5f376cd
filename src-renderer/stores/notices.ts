import type { EventPayload } from '@contract/channels';
import { create } from 'zustand';

type Level = EventPayload<'notice'>['level'];

/** Something told to the admin in a corner of the window. */
export interface NoticeEntry {
  id: number;
  level: Level;
  message: string;
}

/** More than this many at once nobody reads: the oldest goes. */
const MOST = 4;

export const useNoticesStore = create<{ notices: NoticeEntry[] }>()(() => ({ notices: [] }));

let lastId = 0;

/** Tells the admin something. Said again while it still stands, it is not repeated. */
export function notify(level: Level, message: string): void {
  useNoticesStore.setState(({ notices }) => {
    if (notices.some((each) => each.message === message && each.level === level)) return { notices };
    lastId += 1;
    return { notices: [...notices, { id: lastId, level, message }].slice(-MOST) };
  });
}

export function dismissNotice(id: number): void {
  useNoticesStore.setState(({ notices }) => ({ notices: notices.filter((each) => each.id !== id) }));
}

export function useNotices(): NoticeEntry[] {
  return useNoticesStore(({ notices }) => notices);
}
