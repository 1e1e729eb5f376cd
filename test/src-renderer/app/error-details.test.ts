import { describe, expect, it } from 'vitest';
import { errorDetails, withoutSecrets } from '../../../src-renderer/app/error-details';

const info = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '150',
  platform: 'linux',
  packaged: true,
  evaluationRuntime: false,
};

describe('the details of an error', () => {
  it.each([
    'no member ada.lindqvist@northwind.example in the list',
    'bad token sgp_0123456789abcdefABCDEF0123456789',
    'cannot read "Ada Lindqvist" of undefined',
    'no workspace 3f0e8f5e-93a1-4c7d-9b1d-0a6f0f4f2c11',
  ])('leave out what could be a name or a secret: %s', (message) => {
    const text = errorDetails(new TypeError(message), null, info);
    for (const secret of [
      'ada.lindqvist',
      'northwind.example',
      'sgp_',
      'Ada',
      '0123456789abcdef',
      '3f0e8f5e-93a1',
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('Gatehouse 0.1.0, Electron 45.4.1');
    expect(text).toContain('TypeError');
  });

  it('name the components, without places in files', () => {
    const stack = '\n    at MembersList (app://gatehouse/assets/index-abc.js:1:2)\n    at Frame (app://x)';
    expect(errorDetails(new Error('x'), stack, null)).toBe('Gatehouse\nError: x\nin MembersList < Frame');
  });

  it('keep plain words', () => {
    expect(withoutSecrets('a workspace screen was shown without a workspace')).toBe(
      'a workspace screen was shown without a workspace',
    );
  });
});
