import { sep } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { CONTENT_SECURITY_POLICY, fileOfRequest } = await import('../../../src-main/window/protocol');
const root = `${sep}place${sep}renderer`;

describe('fileOfRequest', () => {
  it('serves the page and its assets', () => {
    expect(fileOfRequest(root, 'GET', 'app://gatehouse/')).toBe(`${root}${sep}index.html`);
    expect(fileOfRequest(root, 'GET', 'app://gatehouse/assets/a.js?x#y')).toBe(
      `${root}${sep}assets${sep}a.js`,
    );
  });

  it.each([
    ['GET', 'app://other/index.html'],
    ['GET', 'app://gatehouse/..%2f..%2fetc%2fpasswd.html'],
    ['GET', 'app://gatehouse/%2e%2e/%2e%2e/secret.js'],
    ['GET', 'app://gatehouse/..%5csecret.js'],
    ['GET', 'app://gatehouse/a%00.js'],
    ['GET', 'app://gatehouse/%E0%A4%A.js'],
    ['GET', 'app://gatehouse/vault.json'],
    ['GET', 'app://gatehouse/assets'],
    ['POST', 'app://gatehouse/index.html'],
    ['GET', 'not a url'],
  ])('refuses %s %s', (method, url) => {
    const file = fileOfRequest(root, method, url);
    expect(file === null || file.startsWith(root + sep)).toBe(true);
    if (!url.includes('%2e%2e')) expect(file).toBeNull();
  });
});

describe('the content security policy', () => {
  it('allows neither inline nor eval nor another origin', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  });
});
