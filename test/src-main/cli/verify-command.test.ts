import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCommand } from '../../../src-main/cli/verify-command';
import { makePack } from '../../../src-main/evidence/pack';
import { keyFingerprint, rawPublicKey } from '../../../src-main/evidence/pack-key';
import { openContainer } from '../../../src-main/evidence/verify-pack';

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = rawPublicKey(createPublicKey(privateKey));
const pack = makePack(
  { createdAt: '2026-11-24T09:00:00.000Z', appVersion: '0.1.0', exportedBy: null, workspaces: [] },
  [{ name: 'access.csv', bytes: Buffer.from('a,b\n') }],
  { publicKey, sign: (bytes) => sign(null, bytes, privateKey).toString('base64') },
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('gatehouse verify', () => {
  it('says that a pack is intact, and by whom it is signed', async () => {
    const found = await verifyCommand(await file('good.zip', pack), null, false);
    expect(found.status).toBe(0);
    expect(found.stdout).toContain('intact good.zip');
    expect(found.stdout).toContain(keyFingerprint(publicKey));
  });

  it('takes the folder that a pack was unpacked into', async () => {
    const path = join(folder, 'unpacked');
    await mkdir(path);
    for (const { name, bytes } of openContainer(pack)) await writeFile(join(path, name), bytes);
    expect((await verifyCommand(path, null, false)).status).toBe(0);
    await writeFile(join(path, 'access.csv'), 'a,c\n');
    const altered = await verifyCommand(path, null, false);
    expect(altered).toMatchObject({ status: 1 });
    expect(altered.stdout).toContain('access.csv: Its content was changed.');
  });

  it('refuses another key than the one that it is told', async () => {
    const path = await file('keyed.zip', pack);
    const spaced = keyFingerprint(publicKey).toUpperCase();
    expect((await verifyCommand(path, spaced, false)).status).toBe(0);
    const other = await verifyCommand(path, 'ab'.repeat(32), true);
    expect(other.status).toBe(1);
    expect(JSON.parse(other.stdout)).toMatchObject({ verdict: 'altered', problems: [{ where: 'the key' }] });
  });

  it('says so where there is nothing to verify', async () => {
    expect(await verifyCommand(join(folder, 'none.zip'), null, false)).toMatchObject({
      status: 2,
      stdout: '',
    });
    expect((await verifyCommand(await file('text.zip', Buffer.from('hello')), null, false)).status).toBe(2);
  });
});
