import type { WorkspaceView } from '@contract/workspaces';
import { describe, expect, it } from 'vitest';
import { createSyncNews, progressWords, readingWords } from '../../../src-renderer/stores/sync-words';
import { progress, summary, workspaceView } from '../../fixtures/workspace-view';

/** The news of two lists, one after the other. */
const newsBetween = (before: WorkspaceView[], after: WorkspaceView[]) => createSyncNews(before)(after);

const running = workspaceView(1, { sync: { kind: 'running', progress: progress() } });
const failure = { code: 'serverError', message: 'The server broke.' } as const;

describe('progress in words', () => {
  it.each([
    [{}, 'members 120 of 203'],
    [{ total: null }, 'members 120'],
    [{ total: null, done: 0 }, 'members'],
    [{ done: 12_345, total: 20_000 }, 'members 12,345 of 20,000'],
    [{ collection: '', done: 0, total: null }, 'connecting'],
    [{ collection: 'waiting for its turn', done: 0, total: null }, 'waiting for its turn'],
  ])('%o', (changes, words) => {
    expect(progressWords(progress(1, changes))).toBe(words);
  });
});

describe('reading in words', () => {
  it('says what is read, or what comes before', () => {
    expect(readingWords(progress())).toBe('Reading members 120 of 203');
    expect(readingWords(progress(1, { collection: 'waiting for its turn', done: 0, total: null }))).toBe(
      'Waiting for its turn',
    );
    expect(readingWords(progress(1, { collection: '', done: 0, total: null }))).toBe('Connecting');
  });
});

describe('what is read out', () => {
  it('says that a sync began and that it ended', () => {
    expect(newsBetween([workspaceView()], [running])).toEqual(['Syncing Northwind 1.']);
    const after = workspaceView(1, { snapshot: summary({ completedAt: '2026-11-23T13:00:00.000Z' }) });
    expect(newsBetween([running], [after])).toEqual(['Northwind 1 is up to date.']);
  });

  it('says that it ended well although its snapshot came before its end', () => {
    const news = createSyncNews([workspaceView()]);
    expect(news([running])).toEqual(['Syncing Northwind 1.']);
    const fresh = { snapshot: summary({ completedAt: '2026-11-23T13:00:00.000Z' }) };
    expect(news([workspaceView(1, { ...fresh, sync: running.sync })])).toEqual([]);
    expect(news([workspaceView(1, fresh)])).toEqual(['Northwind 1 is up to date.']);
  });

  it('does not call a cancelled sync up to date', () => {
    expect(newsBetween([running], [workspaceView()])).toEqual(['The sync of Northwind 1 was cancelled.']);
  });

  it('says what went wrong', () => {
    const at = '2026-11-23T12:00:00.000Z';
    const failed = workspaceView(1, { sync: { kind: 'failed', at, failure } });
    const offline = workspaceView(1, { sync: { kind: 'offline', since: at, failure } });
    expect(newsBetween([running], [failed])).toEqual(['The sync of Northwind 1 failed. The server broke.']);
    expect(newsBetween([running], [offline])).toEqual([
      'Northwind 1 could not be reached. The server broke.',
    ]);
    expect(newsBetween([failed], [workspaceView()])).toEqual([]);
  });

  it('is silent while nothing changes, and about new workspaces', () => {
    expect(newsBetween([running], [running])).toEqual([]);
    expect(newsBetween([], [running])).toEqual([]);
  });
});
