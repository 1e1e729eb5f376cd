import { setTimeout as wait } from 'node:timers/promises';
import type { Sleep } from './request';
import { cancelled } from './segment-error';

/** Waits on the real clock; rejects with `cancelled` as soon as the signal is aborted. */
export const sleep: Sleep = async (ms, signal) => {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    throw cancelled();
  }
};
