// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../../../src-renderer/app/App';
import { connect } from '../../../../src-renderer/app/connect';
import { useNavigationStore } from '../../../../src-renderer/stores/navigation';
import { type FakeBridge, Refusal } from '../../../fixtures/fake-bridge';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, mount, one, pageText, settle, type } from '../../components/list/mount';
import { prepareShell } from '../answers';

let disconnect: () => void = () => undefined;
afterEach(() => disconnect());

/** A first run on a system with or without a keyring that encrypts. */
async function firstRun(keyring: boolean): Promise<FakeBridge> {
  const bridge = prepareShell().answer({
    'vault.state': () => ({
      kind: 'undecided',
      keyring,
      backend: keyring ? 'gnome_libsecret' : 'basic_text',
    }),
    'vault.choose': ({ protection }) => ({ kind: 'open', protection, keyring }),
    'sandbox.open': () => [workspaceView(1), workspaceView(2)],
  });
  disconnect = connect();
  await mount(<App />);
  await settle();
  return bridge;
}

const radio = (words: string) => {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(words));
  return one<HTMLButtonElement>(`[id="${label?.htmlFor}"]`);
};
const field = (words: string) => {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent === words);
  return one<HTMLInputElement>(`[id="${label?.htmlFor}"]`);
};
const chosen = () => document.querySelector('[role="radio"][aria-checked="true"]')?.id;

describe('the first run', () => {
  it('proposes the keyring where it encrypts', async () => {
    await firstRun(true);
    expect(chosen()).toBe(radio('System keyring').id);
  });

  it('says plainly that there is no keyring, with its word, and proposes to keep nothing', async () => {
    await firstRun(false);
    expect(pageText()).toContain('This system has no keyring that encrypts (basic_text)');
    expect(radio('System keyring').disabled).toBe(true);
    expect(chosen()).toBe(radio('Keep nothing on disk').id);
  });

  it('applies the choice and opens the sandbox', async () => {
    const bridge = await firstRun(true);
    expect(bridge.inputsOf('vault.choose')).toEqual([]);
    await click(button('Open the sandbox'));
    await settle();
    expect(bridge.inputsOf('vault.choose')).toEqual([{ protection: 'keyring' }]);
    expect(bridge.inputsOf('sandbox.open')).toHaveLength(1);
    expect(useNavigationStore.getState()).toMatchObject({ screen: 'members', key: workspaceKey(1) });
  });

  it('applies the choice and asks for a workspace', async () => {
    const bridge = await firstRun(false);
    await click(button('Add a workspace'));
    await settle();
    expect(bridge.inputsOf('vault.choose')).toEqual([{ protection: 'memory' }]);
    expect(one('[role="dialog"]').textContent).toContain('Add a workspace');
  });

  it('does not go on with a passphrase that is too short or not the same', async () => {
    const bridge = await firstRun(false);
    await click(radio('Passphrase'));
    await click(button('Open the sandbox'));
    expect(pageText()).toContain('Use 8 characters or more.');
    await type(field('Passphrase'), 'correct horse');
    expect(pageText()).toContain('The two are not the same.');
    expect(bridge.inputsOf('vault.choose')).toEqual([]);
    await type(field('Once more'), 'correct horse');
    await click(button('Open the sandbox'));
    await settle();
    expect(bridge.inputsOf('vault.choose')).toEqual([
      { protection: 'passphrase', passphrase: 'correct horse' },
    ]);
  });

  it('says when the choice could not be applied, and stays', async () => {
    const bridge = await firstRun(true);
    bridge.refuse('vault.choose', { code: 'disk', message: 'The keyring refused.' });
    await click(button('Open the sandbox'));
    await settle();
    expect(one('[role="alert"] *').textContent).toContain('The keyring refused.');
    expect(bridge.inputsOf('sandbox.open')).toEqual([]);
  });

  it('still says when the sandbox did not open after the choice was applied', async () => {
    const bridge = await firstRun(true);
    bridge.answer({
      'sandbox.open': () => {
        throw new Refusal({ code: 'internal', message: 'The sandbox did not start.' });
      },
    });
    await click(button('Open the sandbox'));
    await settle();
    await settle();
    expect(pageText()).toContain('The sandbox did not start.');
    expect(pageText()).not.toContain('Where to keep tokens');
    await act(async () => undefined);
    expect(button('Open the sandbox').disabled).toBe(false);
  });
});
