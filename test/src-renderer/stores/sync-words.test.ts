import { describe, expect, it } from 'vitest';
import { progressWords, syncNews } from '../../../src-renderer/stores/sync-words';
import { progress, summary, workspaceView } from '../../fixtures/workspace-view';

const running = workspaceView(1, { sync: { kind: 'running', progress: progress() } });
const failure = { code: 'serverError', message: 'The server broke.' } as const;

describe('progress in words', () => {
  it.each([
    [{}, 'members 120 of 203'],
    [{ total: null }, 'members 120'],
    [{ total: null, done: 0 }, 'members'],
    [{ done: 12_345, total: 20_000 }, 'members 12,345 of 20,000'],
    [{ collection: '', done: 0, total: null }, 'connecting'],
    [{ collection: 'its turn', done: 0, total: null }, 'waiting for its turn'],
  ])('%o', (changes, words) => {
    expect(progressWords(progress(1, changes))).toBe(words);
  });
});

describe('what is read out', () => {
  it('says that a sync began and that it ended', () => {
    expect(syncNews([workspaceView()], [running])).toEqual(['Syncing Northwind 1.']);
    const after = workspaceView(1, { snapshot: summary({ completedAt: '2026-11-23T13:00:00.000Z' }) });
    expect(syncNews([running], [after])).toEqual(['Northwind 1 is up to date.']);
  });

  it('does not call a cancelled sync up to date', () => {
    expect(syncNews([running], [workspaceView()])).toEqual(['The sync of Northwind 1 was cancelled.']);
  });

  it('says what went wrong', () => {
    const at = '2026-11-23T12:00:00.000Z';
    const failed = workspaceView(1, { sync: { kind: 'failed', at, failure } });
    const offline = workspaceView(1, { sync: { kind: 'offline', since: at, failure } });
    expect(syncNews([running], [failed])).toEqual(['The sync of Northwind 1 failed. The server broke.']);
    expect(syncNews([running], [offline])).toEqual(['Northwind 1 could not be reached. The server broke.']);
    expect(syncNews([failed], [workspaceView()])).toEqual([]);
  });

  it('is silent while nothing changes, and about new workspaces', () => {
    expect(syncNews([running], [running])).toEqual([]);
    expect(syncNews([], [running])).toEqual([]);
  });
});
