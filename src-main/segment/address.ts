import { SegmentError } from './segment-error';

/** The values for the placeholders of a path template. */
export type PathParameters = Readonly<Record<string, string>>;
/** Query parameters in their order, such as `pagination[count]`. */
export type QueryParameters = Readonly<Record<string, string>>;

/**
 * The URL of a request: the template's placeholders filled in, percent-encoded,
 * and the query.
 *
 * @throws SegmentError `validation` for an id that cannot stand in a path
 */
export function addressOf(
  baseUrl: string,
  path: string,
  parameters: PathParameters = {},
  query: QueryParameters = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? '';
    // Dots alone would lead to another path, however they are encoded (WHATWG URL).
    if (value === '' || /^\.{1,2}$/.test(value)) {
      throw new SegmentError('validation', `The id for \`${path}\` cannot stand in an address.`);
    }
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return `${baseUrl}${filled}${search === '' ? '' : `?${search}`}`;
}
