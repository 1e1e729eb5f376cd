import type { SealedSnapshot } from '@contract/cache';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import type { OpenedSnapshot } from '../../../src-main/cache/open-snapshot';
import type { ConnectedWorkspace } from '../../../src-main/workspaces/connected-workspace';
import { createOpenWorkspaces } from '../../../src-main/workspaces/open-workspaces';
import { buildSnapshot } from '../../fixtures/snapshot';

const KEY = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';
const connected: ConnectedWorkspace = {
  key: KEY,
  id: 'w1',
  slug: 'northwind',
  name: 'Northwind',
  email: 'ada@example.com',
  endpoint: { kind: 'us' },
  extensions: false,
};
const sealed: SealedSnapshot = {
  key: KEY,
  id: '0'.repeat(32),
  completedAt: 1,
  chunks: [new Uint8Array([1])],
};
const at = (completedAt: string): Snapshot => ({ ...buildSnapshot({}), completedAt });

function openWith(outcome: OpenedSnapshot) {
  const list = [connected];
  let changes = 0;
  const workspaces = createOpenWorkspaces(
    () => list,
    () => Promise.resolve(outcome),
    () => {
      changes += 1;
    },
  );
  return { workspaces, list, changes: () => changes };
}

describe('open workspaces', () => {
  it('show a cached copy as cached until a sync confirms it', async () => {
    const { workspaces } = openWith({ kind: 'opened', snapshot: at('2026-01-01T00:00:00.000Z') });
    expect(workspaces.view(KEY).snapshot).toBeNull();
    expect(await workspaces.restore(sealed)).toMatchObject({ opened: true });
    expect(workspaces.view(KEY)).toMatchObject({ cache: { kind: 'loaded' }, snapshot: { fromCache: true } });
    workspaces.accept(KEY, at('2026-01-02T00:00:00.000Z'));
    expect(workspaces.view(KEY).snapshot).toMatchObject({
      fromCache: false,
      completedAt: '2026-01-02T00:00:00.000Z',
    });
  });

  it('never let an older copy replace a newer reading', async () => {
    const { workspaces } = openWith({ kind: 'opened', snapshot: at('2026-01-01T00:00:00.000Z') });
    workspaces.accept(KEY, at('2026-01-02T00:00:00.000Z'));
    await workspaces.restore(sealed);
    expect(workspaces.view(KEY).snapshot).toMatchObject({
      fromCache: false,
      completedAt: '2026-01-02T00:00:00.000Z',
    });
  });

  it('say when the copy is damaged, and answer nothing from it', async () => {
    const { workspaces } = openWith({ kind: 'damaged', reason: 'The copy is damaged.' });
    expect(await workspaces.restore(sealed)).toEqual({
      opened: false,
      kind: 'damaged',
      reason: 'The copy is damaged.',
    });
    expect(workspaces.view(KEY).cache).toEqual({ kind: 'damaged', reason: 'The copy is damaged.' });
    expect(() => workspaces.indexOf(KEY)).toThrow('Nothing of this workspace has been read yet');
  });

  it('drop everything of a workspace that is removed while its copy is being opened', async () => {
    const { workspaces, list } = openWith({ kind: 'opened', snapshot: at('2026-01-01T00:00:00.000Z') });
    const restoring = workspaces.restore(sealed);
    list.pop();
    expect(await restoring).toMatchObject({ opened: false, kind: 'notConnected' });
    expect(workspaces.views()).toEqual([]);
    expect(workspaces.snapshotOf(KEY)).toBeNull();
  });

  it('forget all when the vault locks', () => {
    const { workspaces, changes } = openWith({ kind: 'damaged', reason: '' });
    workspaces.accept(KEY, at('2026-01-01T00:00:00.000Z'));
    workspaces.forget();
    expect(workspaces.snapshotOf(KEY)).toBeNull();
    expect(workspaces.indexes()).toEqual([]);
    expect(changes()).toBe(2);
  });
});
