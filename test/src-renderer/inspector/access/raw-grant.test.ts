import { describe, expect, it } from 'vitest';
import { rawGrant } from '../../../../src-renderer/inspector/access/raw-grant';

describe('a grant that is shown', () => {
  it('is turned back into the one of the snapshot, whatever its scope', () => {
    expect(rawGrant('r', 'Role', { kind: 'all', of: 'sources' })?.scope).toEqual({ kind: 'all' });
    const labels = [{ key: 'env', value: 'prod' }];
    expect(rawGrant('r', 'Role', { kind: 'labels', labels, of: 'sources' })?.scope).toEqual({
      kind: 'labels',
      labels,
    });
    const listed = { type: 'SOURCE' as const, id: 's', name: null, exists: false };
    expect(rawGrant('r', 'Role', { kind: 'list', resources: [listed] })?.scope).toEqual({
      kind: 'list',
      resources: [{ type: 'SOURCE', id: 's' }],
    });
  });
  it('is not made up where the scope is unknown or names what no grant can name', () => {
    expect(rawGrant('r', 'Role', { kind: 'unknown', reason: 'unclear' })).toBeNull();
    const odd = { type: 'DESTINATION' as const, id: 'd', name: null, exists: null };
    expect(rawGrant('r', 'Role', { kind: 'list', resources: [odd] })).toBeNull();
  });
});
