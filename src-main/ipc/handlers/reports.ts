import type { Exports } from '../../exports/exports';
import type { Handlers } from '../wire';

/** Exports of reports, one at a time. */
export function reportHandlers(exports: Exports): Pick<Handlers, 'reports.export' | 'reports.cancel'> {
  return {
    'reports.export': (request) => exports.run(request),
    'reports.cancel': () => {
      exports.cancel();
      return undefined;
    },
  };
}
