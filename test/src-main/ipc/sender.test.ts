import { describe, expect, it } from 'vitest';
import { type Caller, isTrusted } from '../../../src-main/ipc/sender';

/** The check reads three properties of Electron's objects; anything with them is a caller. */
function caller(sender: object, frame: { url: string; parent: object | null } | null): Caller {
  const made: Record<string, unknown> = { sender, senderFrame: frame };
  return made as never;
}
const ours: object = { name: 'our window' };
const trusted = (frame: { url: string; parent: object | null } | null, sender: object = ours) =>
  isTrusted(caller(sender, frame), ours as never, null);

describe('isTrusted', () => {
  it('lets our main frame through', () => {
    expect(trusted({ url: 'app://gatehouse/index.html', parent: null })).toBe(true);
  });

  it('refuses strangers', () => {
    expect(trusted(null)).toBe(false);
    expect(trusted({ url: '', parent: null })).toBe(false);
    expect(trusted({ url: 'app://gatehouse/index.html', parent: {} })).toBe(false);
    expect(trusted({ url: 'app://gatehouse/index.html', parent: null }, { name: 'another' })).toBe(false);
    for (const url of [
      'app://gatehouse.evil/',
      'app://evil/',
      'app://u:p@gatehouse/',
      'https://gatehouse/',
      'file:///app/index.html',
      'about:blank',
      'data:text/html,x',
      'http://localhost:5173/',
    ]) {
      expect(trusted({ url, parent: null })).toBe(false);
    }
    expect(isTrusted(caller(ours, { url: 'app://gatehouse/', parent: null }), null, null)).toBe(false);
  });

  it('lets the dev server through in development only, and no other port', () => {
    const at = (url: string, development: string | null) =>
      isTrusted(caller(ours, { url, parent: null }), ours as never, development);
    expect(at('http://localhost:5173/index.html', 'http://localhost:5173')).toBe(true);
    expect(at('http://localhost:5174/index.html', 'http://localhost:5173')).toBe(false);
  });
});
