// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { LockedScreen } from '../../../../src-renderer/app/locked/LockedScreen';
import { useVaultStore } from '../../../../src-renderer/stores/vault';
import { button, click, mount, one, pageText, settle, type } from '../../components/list/mount';
import { prepareShell } from '../answers';

const locked = {
  kind: 'locked',
  protection: 'passphrase',
  reason: 'Enter your passphrase.',
  retryAfterMs: 0,
} as const;
const submit = async () => {
  await click(button('Unlock'));
  await settle();
};

describe('the locked screen', () => {
  it('unlocks with the passphrase', async () => {
    const bridge = prepareShell().answer({
      'vault.unlock': () => ({ kind: 'open', protection: 'passphrase', keyring: false }),
    });
    await mount(<LockedScreen locked={locked} />);
    await type(one('input'), 'correct horse');
    await submit();
    expect(bridge.inputsOf('vault.unlock')).toEqual([{ passphrase: 'correct horse' }]);
    expect(useVaultStore.getState().vault?.kind).toBe('open');
  });

  it('says when it was wrong, empties the field, and counts down to the next try', async () => {
    prepareShell()
      .refuse('vault.unlock', { code: 'wrongPassphrase', message: 'That is not the right one.' })
      .answer({ 'vault.state': () => ({ ...locked, retryAfterMs: 8000 }) });
    await mount(<LockedScreen locked={locked} />);
    await type(one('input'), 'wrong horse');
    await submit();
    expect(pageText()).toContain('That is not the right one.');
    expect(one<HTMLInputElement>('input').value).toBe('');
    await type(one('input'), 'another');
    expect(button('Next try in 8 s').disabled).toBe(true);
  });

  it('forgets everything only when that was typed', async () => {
    const bridge = prepareShell().answer({
      'vault.reset': () => ({ kind: 'undecided', keyring: true, backend: 'gnome_libsecret' }),
    });
    await mount(<LockedScreen locked={locked} />);
    await click(button('Forget everything on this machine…'));
    expect(pageText()).toContain('the tokens stay valid there');
    expect(button('Forget everything').disabled).toBe(true);
    await type(one('[role="dialog"] input'), 'forget everything');
    await click(button('Forget everything'));
    await settle();
    expect(bridge.inputsOf('vault.reset')).toEqual([{ confirm: 'forget everything' }]);
  });

  it('asks the keyring again when that is what locks', async () => {
    const bridge = prepareShell();
    await mount(
      <LockedScreen locked={{ ...locked, protection: 'keyring', reason: 'The keyring is closed.' }} />,
    );
    expect(pageText()).toContain('The keyring is closed.');
    await click(button('Try the keyring again'));
    expect(bridge.inputsOf('vault.unlock')).toEqual([{ passphrase: '' }]);
  });
});
