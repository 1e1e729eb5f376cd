import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { container, isPackName, MANIFEST, makePack } from '../../../src-main/evidence/pack';
import { keyFingerprint, rawPublicKey } from '../../../src-main/evidence/pack-key';
import type { Signer } from '../../../src-main/evidence/signing-key';
import { openContainer, verifyFiles, verifyPack } from '../../../src-main/evidence/verify-pack';

function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: rawPublicKey(createPublicKey(privateKey)),
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
  };
}

const signer = newSigner();
const about = {
  createdAt: '2026-11-24T09:00:00.000Z',
  appVersion: '0.1.0',
  exportedBy: 'ada@example.com',
  workspaces: [
    {
      id: 'w',
      slug: 'north',
      name: 'North',
      asOf: '2026-11-24T08:00:00.000Z',
      fingerprint: 'ab'.repeat(32),
    },
  ],
};
const files = [
  { name: 'access.csv', bytes: Buffer.from('member,resource\nada,site\n') },
  { name: 'empty.json', bytes: Buffer.alloc(0) },
];
const pack = makePack(about, files, signer);

describe('an evidence pack', () => {
  it('is intact as it was made, and says by which key', () => {
    const found = verifyPack(pack, signer.publicKey);
    expect(found).toMatchObject({
      verdict: 'intact',
      problems: [],
      key: { fingerprint: keyFingerprint(signer.publicKey), ours: true },
    });
    expect(found.manifest?.files.map(({ name }) => name)).toEqual(['access.csv', 'empty.json']);
    expect(verifyPack(pack, newSigner().publicKey)).toMatchObject({
      verdict: 'intact',
      key: { ours: false },
    });
    expect(verifyFiles(openContainer(pack), null)).toMatchObject({ verdict: 'intact', key: { ours: null } });
  });

  it('is the same bytes for the same content', () => {
    expect(Buffer.from(makePack(about, files, signer)).equals(Buffer.from(pack))).toBe(true);
  });

  it('is not intact with one byte flipped, whichever it is and wherever', () => {
    for (let at = 0; at < pack.byteLength; at += 1) {
      for (const mask of [0x01, 0x20, 0xff]) {
        const altered = Uint8Array.from(pack);
        altered[at] = (altered[at] ?? 0) ^ mask;
        const { verdict, problems } = verifyPack(altered, null);
        if (verdict === 'intact' || problems.length === 0)
          expect({ at, mask, verdict }).toEqual('not intact');
      }
    }
  });

  it('is not intact when cut, lengthened, or put in another order', () => {
    expect(verifyPack(pack.subarray(0, pack.byteLength - 1), null).verdict).not.toBe('intact');
    expect(verifyPack(Buffer.concat([pack, Buffer.from([0])]), null).verdict).not.toBe('intact');
    expect(verifyPack(new Uint8Array(), null).verdict).toBe('unreadable');
    expect(verifyPack(zipSync({ a: Buffer.from('x') }), null).verdict).toBe('unreadable');
  });

  it('names the file that was changed, taken away or put in', () => {
    const inside = openContainer(pack);
    const changed = inside.map((file) =>
      file.name === 'access.csv' ? { ...file, bytes: Buffer.from('member,resource\nbob,site\n') } : file,
    );
    expect(verifyPack(container(changed), null)).toMatchObject({
      verdict: 'altered',
      problems: [{ where: 'access.csv', what: 'Its content was changed.' }],
    });
    const without = inside.filter(({ name }) => name !== 'empty.json');
    expect(verifyFiles(without, null).problems).toEqual([{ where: 'empty.json', what: 'It is missing.' }]);
    const more = [...inside, { name: 'notes.txt', bytes: Buffer.from('!') }];
    expect(verifyFiles(more, null).problems).toMatchObject([{ where: 'notes.txt' }]);
  });

  it('cannot be signed again without showing another key', () => {
    const other = newSigner();
    const forged = makePack(about, [{ name: 'access.csv', bytes: Buffer.from('nothing') }], other);
    const found = verifyPack(forged, signer.publicKey);
    expect(found).toMatchObject({ verdict: 'intact', key: { ours: false } });
    expect(found.key?.fingerprint).not.toBe(keyFingerprint(signer.publicKey));
    // With the first key written into it, the signature does not fit.
    const manifest = Buffer.from(
      Buffer.from(openContainer(forged).find(({ name }) => name === MANIFEST)?.bytes ?? [])
        .toString('utf8')
        .replace(other.publicKey, signer.publicKey),
    );
    const mixed = openContainer(forged).map((file) =>
      file.name === MANIFEST ? { ...file, bytes: manifest } : file,
    );
    expect(verifyPack(container(mixed), null).verdict).toBe('altered');
  });

  it('takes only names that unpack to where they should', () => {
    for (const name of ['../x', '/x', 'a/b', 'a\\b', MANIFEST, 'manifest.sig', '', '.x', 'a\n']) {
      expect(isPackName(name)).toBe(false);
    }
    expect(isPackName('North (EU) access-2026.csv')).toBe(true);
    expect(() => makePack(about, [{ name: '../x', bytes: Buffer.alloc(0) }], signer)).toThrow();
    expect(() => makePack(about, [...files, ...files], signer)).toThrow();
  });
});
