import { describe, expect, it } from 'vitest';
import { STALE_AFTER_MS, standingOf } from '../../../src-renderer/stores/workspace-state';
import { progress, summary, workspaceView } from '../../fixtures/workspace-view';

const read = Date.parse('2026-11-23T12:00:00.000Z');
const soon = read + 60_000;
const failure = { code: 'offline', message: 'Gone.' } as const;

describe('the standing of a workspace', () => {
  it('is fresh after a sync, and old after a day', () => {
    expect(standingOf(workspaceView(), soon)).toBe('fresh');
    expect(standingOf(workspaceView(), read + STALE_AFTER_MS + 1)).toBe('stale');
  });

  it('is old while the copy comes from the cache, whatever its age', () => {
    expect(standingOf(workspaceView(1, { snapshot: summary({ fromCache: true }) }), soon)).toBe('stale');
  });

  it('is empty when nothing was read', () => {
    expect(standingOf(workspaceView(1, { snapshot: null }), soon)).toBe('empty');
  });

  it('tells what it is doing before how old it is', () => {
    const since = '2026-11-23T12:00:00.000Z';
    const late = read + 9 * STALE_AFTER_MS;
    expect(standingOf(workspaceView(1, { sync: { kind: 'running', progress: progress() } }), late)).toBe(
      'syncing',
    );
    expect(standingOf(workspaceView(1, { sync: { kind: 'offline', since, failure } }), late)).toBe('offline');
    expect(standingOf(workspaceView(1, { sync: { kind: 'failed', at: since, failure } }), late)).toBe(
      'failed',
    );
  });
});
