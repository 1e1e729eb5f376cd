// @vitest-environment happy-dom
import type { Settings } from '@contract/settings';
import { beforeEach, describe, expect, it } from 'vitest';
import { useNoticesStore } from '../../../src-renderer/stores/notices';
import { changeSettings, receiveSettings, useSettingsStore } from '../../../src-renderer/stores/settings';
import { installFakeBridge } from '../../fixtures/fake-bridge';
import { resetStores } from '../../fixtures/reset-stores';

const before: Settings = {
  theme: 'system',
  density: 'compact',
  sandboxStopped: false,
  screen: 'members',
  inspectorWidth: 340,
  shortSession: 'idle',
};
const now = () => useSettingsStore.getState().settings;

beforeEach(() => {
  resetStores();
  receiveSettings(before);
});

describe('changing settings', () => {
  it('shows at once and then takes what main says', async () => {
    installFakeBridge().answer({
      'settings.set': () => ({ ...before, theme: 'dark', inspectorWidth: 400, shortSession: 'idle' }),
    });
    const change = changeSettings({ theme: 'dark' });
    expect(now()).toEqual({ ...before, theme: 'dark' });
    await change;
    expect(now().inspectorWidth).toBe(400);
  });

  it('is undone and said when main refuses', async () => {
    installFakeBridge().refuse('settings.set', { code: 'disk', message: 'The disk refused.' });
    await changeSettings({ theme: 'dark' });
    expect(now()).toEqual(before);
    expect(useNoticesStore.getState().notices[0]).toMatchObject({
      level: 'error',
      message: 'The disk refused.',
    });
  });
});
