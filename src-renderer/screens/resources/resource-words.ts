import type { ResourceRow } from '@contract/lists';

/**
 * The detail of a resource for reading. What comes from the catalogue is a name
 * already; the types of functions and tracking plans are codes such as
 * `INSERT_DESTINATION`.
 */
export function detailWords({ type, detail }: Pick<ResourceRow, 'type' | 'detail'>): string {
  if (type !== 'FUNCTION' && type !== 'TRACKING_PLAN') return detail;
  const words = detail.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
