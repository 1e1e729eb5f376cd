import { z } from 'zod';
import { invalid } from './api-error';

const jsonList = z.array(z.string());

/** `a[b]`, `a.b` and `a[]` are one name: `a.b`, `a.b` and `a`. */
function dotted(key: string): string {
  return key.replaceAll('[]', '').replaceAll('[', '.').replaceAll(']', '');
}

/**
 * The query of a request in any of the spellings that clients of the API use:
 * brackets (percent-encoded or not) or dots, arrays by index in either form, as
 * a repeated name, or as a JSON array in one parameter.
 */
export class Query {
  readonly #values = new Map<string, string[]>();

  constructor(search: string) {
    for (const [key, value] of new URLSearchParams(search)) {
      const name = dotted(key);
      const values = this.#values.get(name);
      if (values === undefined) this.#values.set(name, [value]);
      else values.push(value);
    }
  }

  /** The value of a name; undefined when it is missing or empty. */
  text(name: string): string | undefined {
    const value = this.#values.get(name)?.[0];
    return value === '' ? undefined : value;
  }

  /** The values of an array parameter in their order; undefined when there are none. */
  list(name: string): string[] | undefined {
    const plain = this.#values.get(name);
    const [first] = plain ?? [];
    if (plain?.length === 1 && first?.startsWith('[')) return parseJsonList(name, first);
    const indexed: Array<{ index: number; value: string }> = [];
    for (const [key, values] of this.#values) {
      if (!key.startsWith(`${name}.`)) continue;
      const index = key.slice(name.length + 1);
      if (!/^\d{1,6}$/.test(index)) throw invalid(key, 'is not an index of an array');
      for (const value of values) indexed.push({ index: Number(index), value });
    }
    indexed.sort((a, b) => a.index - b.index);
    const all = [...(plain ?? []), ...indexed.map((entry) => entry.value)].filter((value) => value !== '');
    return all.length === 0 ? undefined : all;
  }
}

function parseJsonList(name: string, text: string): string[] {
  try {
    return jsonList.parse(JSON.parse(text));
  } catch {
    throw invalid(name, 'must be an array of strings');
  }
}
