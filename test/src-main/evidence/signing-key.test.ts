import { verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicKeyOf } from '../../../src-main/evidence/pack-key';
import { createSigningKeyStore } from '../../../src-main/evidence/signing-key';
import { createMachine, type Machine } from '../vault/machine';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

async function run() {
  await machine.endLastRun();
  const { vault } = machine.boot();
  const keys = createSigningKeyStore(vault, () => machine.clock.wall);
  await vault.start();
  return { vault, keys };
}

describe('the signing key', () => {
  it('is made once, sealed, and the same after a restart', async () => {
    const { vault, keys } = await run();
    await vault.choose({ protection: 'keyring' });
    const [one, other] = await Promise.all([keys.describe(), keys.describe()]);
    expect(one).toEqual(other);
    expect(one.kept).toBe(true);
    const signer = await keys.signer();
    const message = Buffer.from('something');
    const signature = Buffer.from(signer.sign(message), 'base64');
    expect(verify(null, message, publicKeyOf(one.publicKey), signature)).toBe(true);
    const next = await run();
    expect(await next.keys.describe()).toEqual(one);
  });

  it('lives as long as the app where nothing is kept on disk, and says so', async () => {
    const { vault, keys } = await run();
    await vault.choose({ protection: 'memory' });
    expect((await keys.describe()).kept).toBe(false);
  });

  it('is not to be had while the vault is locked', async () => {
    const { vault, keys } = await run();
    await vault.choose({ protection: 'keyring' });
    await keys.describe();
    vault.lock();
    await expect(keys.signer()).rejects.toMatchObject({ failure: { code: 'locked' } });
  });
});
