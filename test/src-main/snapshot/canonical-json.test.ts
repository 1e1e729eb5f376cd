import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../src-main/snapshot/canonical-json';

it('is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('does not depend on the order of keys, and leaves undefined out', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }], e: undefined })).toBe(
    '{"a":[{"c":"x","d":null}],"b":1}',
  );
});
