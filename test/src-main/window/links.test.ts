import { describe, expect, it } from 'vitest';
import { addressOf, mayOpen } from '../../../src-main/window/links';

describe('links', () => {
  it('names Segment’s own pages', () => {
    expect(addressOf({ to: 'tokens', slug: 'north wind/../x' })).toBe(
      'https://app.segment.com/north%20wind%2F..%2Fx/settings/access-management/tokens',
    );
    for (const link of [
      { to: 'accessManagement', slug: 'a' },
      { to: 'tokens', slug: 'a' },
      { to: 'spaces', slug: 'a' },
      { to: 'publicApiDocs' },
      { to: 'rolesDocs' },
      { to: 'labelsDocs' },
    ] as const) {
      expect(mayOpen(addressOf(link))).toBe(true);
    }
  });

  it.each([
    'http://app.segment.com/',
    'https://app.segment.com.evil.example/',
    'https://user:pw@app.segment.com/',
    'https://app.segment.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])('refuses %s', (address) => {
    expect(mayOpen(address)).toBe(false);
  });
});
