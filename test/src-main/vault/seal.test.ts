import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWith, SealBroken, type SealPlace, sealWith } from '../../../src-main/vault/seal';

const key = randomBytes(32);
const place: SealPlace = { purpose: 'snapshot', workspace: 'w1', id: 'a/1' };

const bytesOf = fc.uint8Array({ maxLength: 400 });

function broken(task: () => unknown): SealBroken['how'] | 'opened' {
  try {
    task();
    return 'opened';
  } catch (error) {
    if (error instanceof SealBroken) return error.how;
    throw error;
  }
}

describe('sealing', () => {
  it('gives back what was sealed', () => {
    fc.assert(
      fc.property(bytesOf, (bytes) => {
        expect(openWith(key, place, sealWith(key, place, bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('never gives the same bytes twice, and none of the content', () => {
    const content = Buffer.from('anna@example.com anna@example.com');
    const seals = Array.from({ length: 50 }, () => sealWith(key, place, content));
    expect(new Set(seals.map((seal) => seal.toString('hex'))).size).toBe(50);
    expect(new Set(seals.map((seal) => seal.subarray(4, 16).toString('hex'))).size).toBe(50);
    expect(seals.some((seal) => seal.includes('anna'))).toBe(false);
  });

  it('opens nothing after any bit was flipped', () => {
    const sealed = sealWith(key, place, Buffer.from('content'));
    for (let bit = 0; bit < sealed.byteLength * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      // The version byte is the fourth; a higher one is told apart.
      const newer = bit >> 3 === 3 && changed.readUInt8(3) > 1;
      expect(broken(() => openWith(key, place, changed))).toBe(newer ? 'newer' : 'damaged');
    }
  });

  it('opens nothing that was cut or made longer', () => {
    const sealed = sealWith(key, place, Buffer.from('content'));
    for (let length = 0; length < sealed.byteLength; length += 1) {
      expect(broken(() => openWith(key, place, sealed.subarray(0, length)))).toBe('damaged');
      expect(broken(() => openWith(key, place, sealed.subarray(sealed.byteLength - length)))).toBe('damaged');
    }
    expect(broken(() => openWith(key, place, Buffer.concat([sealed, Buffer.alloc(1)])))).toBe('damaged');
  });

  it('opens nothing at another place or with another key', () => {
    const text = fc.string({ maxLength: 12 });
    const places = fc.record({
      purpose: fc.constantFrom<SealPlace['purpose']>('snapshot', 'workspaces', 'attestations', 'dataKey'),
      workspace: fc.option(text),
      id: text,
    });
    fc.assert(
      fc.property(places, places, (here, there) => {
        const same =
          here.purpose === there.purpose && here.workspace === there.workspace && here.id === there.id;
        const sealed = sealWith(key, here, Buffer.from('content'));
        expect(broken(() => openWith(key, there, sealed))).toBe(same ? 'opened' : 'damaged');
      }),
    );
    expect(broken(() => openWith(randomBytes(32), place, sealWith(key, place, Buffer.from('x'))))).toBe(
      'damaged',
    );
  });

  it('keeps the parts of a place apart', () => {
    const one: SealPlace = { purpose: 'snapshot', workspace: 'a', id: 'b","c' };
    const other: SealPlace = { purpose: 'snapshot', workspace: 'a","b', id: 'c' };
    expect(broken(() => openWith(key, other, sealWith(key, one, Buffer.from('x'))))).toBe('damaged');
  });

  it('tells any noise from a seal', () => {
    fc.assert(
      fc.property(bytesOf, (bytes) => {
        expect(broken(() => openWith(key, place, bytes))).toBe('damaged');
      }),
    );
  });
});
