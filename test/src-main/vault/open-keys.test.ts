import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OpenKeys } from '../../../src-main/vault/open-keys';
import { SealBroken, type SealPlace } from '../../../src-main/vault/seal';

const a = '11111111-1111-4111-8111-111111111111';
const b = '22222222-2222-4222-8222-222222222222';
const of = (workspace: string | null): SealPlace => ({ purpose: 'snapshot', workspace, id: 'x' });

describe('open keys', () => {
  it('seal with a data key that survives as its wrapped form only', () => {
    const master = randomBytes(32);
    const first = new OpenKeys(Buffer.from(master));
    const wrapped = first.createDataKey(a);
    const sealed = first.seal(of(a), Buffer.from('content'));
    const second = new OpenKeys(Buffer.from(master));
    expect(() => second.open(of(a), sealed)).toThrow('not connected any more');
    second.adoptDataKey(a, wrapped);
    expect(second.open(of(a), sealed).toString()).toBe('content');
  });

  it('refuse a data key that was wrapped for another workspace or by another master key', () => {
    const keys = OpenKeys.fresh();
    const wrapped = keys.createDataKey(a);
    expect(() => keys.adoptDataKey(b, wrapped)).toThrow(SealBroken);
    expect(() => OpenKeys.fresh().adoptDataKey(a, wrapped)).toThrow(SealBroken);
  });

  it('open nothing of a workspace whose key is forgotten, and everything of the others', () => {
    const keys = OpenKeys.fresh();
    keys.createDataKey(a);
    keys.createDataKey(b);
    const ofA = keys.seal(of(a), Buffer.from('a'));
    const ofB = keys.seal(of(b), Buffer.from('b'));
    const ofNone = keys.seal(of(null), Buffer.from('none'));
    keys.forgetDataKey(a);
    expect(() => keys.open(of(a), ofA)).toThrow('not connected any more');
    expect(() => keys.seal(of(a), ofA)).toThrow('not connected any more');
    expect(keys.open(of(b), ofB).toString()).toBe('b');
    expect(keys.open(of(null), ofNone).toString()).toBe('none');
    keys.createDataKey(a);
    expect(() => keys.open(of(a), ofA)).toThrow(SealBroken);
  });

  it('overwrite every key with zeros and are of no use any more', () => {
    const made: Buffer[] = [];
    const keys = OpenKeys.fresh((size) => {
      const bytes = randomBytes(size);
      made.push(bytes);
      return bytes;
    });
    const wrapped = keys.createDataKey(a);
    const sealed = keys.seal(of(a), Buffer.from('content'));
    keys.destroy();
    const longLived = made.filter((bytes) => bytes.byteLength === 32);
    expect(longLived).toHaveLength(2);
    for (const key of longLived) expect(key.equals(Buffer.alloc(32))).toBe(true);
    for (const use of [
      () => keys.seal(of(null), sealed),
      () => keys.open(of(a), sealed),
      () => keys.createDataKey(b),
      () => keys.adoptDataKey(a, wrapped),
      () => keys.master,
    ]) {
      expect(use).toThrow('locked');
    }
  });
});
