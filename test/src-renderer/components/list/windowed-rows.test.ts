import { beforeEach, describe, expect, it } from 'vitest';
import type { ListWindow, RowPage } from '../../../../src-renderer/components/list/row-page';
import { WindowedRows } from '../../../../src-renderer/components/list/windowed-rows';

interface NamePage extends RowPage {
  rows: string[];
}

interface Pending {
  question: string;
  window: ListWindow;
  answer: (page: NamePage) => void;
  fail: (error: Error) => void;
}

let pending: Pending[];
let rows: WindowedRows<NamePage>;

beforeEach(() => {
  pending = [];
  rows = new WindowedRows((error) => ({ code: 'offline', message: String(error) }));
});

function question(id: string, epoch = 'f1', realm = 'w1') {
  const fetch = (window: ListWindow) =>
    new Promise<NamePage>((answer, fail) => {
      pending.push({ question: id, window, answer, fail });
    });
  return { realm, id, epoch, fetch };
}

function page(offset: number, of: { matched: number; name: string; fingerprint?: string }): NamePage {
  const length = Math.max(0, Math.min(100, of.matched - offset));
  return {
    fingerprint: of.fingerprint ?? 'f1',
    total: 20_000,
    matched: of.matched,
    offset,
    rows: Array.from({ length }, (_, index) => `${of.name} ${offset + index}`),
    unknown: null,
  };
}

/** Takes the oldest open question off the list. */
function next(): Pending {
  const first = pending.shift();
  if (first === undefined) throw new Error('nothing was asked');
  return first;
}

async function settle() {
  await Promise.resolve();
  await Promise.resolve();
}

async function answerNext(of: { matched: number; name: string; fingerprint?: string }) {
  const ask = next();
  ask.answer(page(ask.window.offset, of));
  await settle();
}

function shown() {
  const view = rows.view();
  if (view.kind !== 'shown') throw new Error(`the list is ${view.kind}`);
  return view;
}

describe('a first question', () => {
  it('is loading until the first page is there', async () => {
    rows.ask(question('all'));
    expect(rows.view().kind).toBe('loading');
    await answerNext({ matched: 250, name: 'A' });
    expect(shown().head.matched).toBe(250);
    expect(shown().rowAt(0)).toBe('A 0');
    expect(shown().rowAt(99)).toBe('A 99');
    expect(shown().rowAt(100)).toBeUndefined();
  });

  it('fetches the next page ahead, and only once', async () => {
    rows.ask(question('all'));
    await answerNext({ matched: 250, name: 'A' });
    expect(pending.map(({ window }) => window.offset)).toEqual([100]);
    await answerNext({ matched: 250, name: 'A' });
    rows.see(0, 30);
    rows.see(0, 31);
    expect(pending).toEqual([]);
  });

  it('begins where the list was scrolled to before', async () => {
    rows.see(1210, 1240);
    rows.ask(question('all'));
    expect(pending.map(({ window }) => window.offset)).toEqual([1200]);
  });
});

describe('a new question', () => {
  it('keeps the old rows until the new ones are there', async () => {
    rows.ask(question('a'));
    await answerNext({ matched: 50, name: 'A' });
    rows.ask(question('b'));
    expect(shown().rowAt(0)).toBe('A 0');
    expect(shown().renewing).toBe(true);
    expect(shown().questionId).toBe('a');
    await answerNext({ matched: 3, name: 'B' });
    expect(shown().rowAt(0)).toBe('B 0');
    expect(shown().renewing).toBe(false);
    expect(shown().head.matched).toBe(3);
  });

  it('wins over an earlier one that is answered later', async () => {
    rows.ask(question('a'));
    const slow = next();
    rows.ask(question('ab'));
    await answerNext({ matched: 3, name: 'AB' });
    slow.answer(page(0, { matched: 900, name: 'A' }));
    await settle();
    expect(shown().head.matched).toBe(3);
    expect(shown().rowAt(0)).toBe('AB 0');
  });

  it('does not take the answer to an earlier one for its own', async () => {
    rows.ask(question('all'));
    await answerNext({ matched: 50, name: 'all' });
    rows.ask(question('a'));
    const slow = next();
    rows.ask(question('ab'));
    slow.answer(page(0, { matched: 900, name: 'A' }));
    await settle();
    expect(shown().rowAt(0)).toBe('all 0');
    expect(shown().renewing).toBe(true);
    expect(pending.map((ask) => ask.question)).toEqual(['ab']);
    await answerNext({ matched: 3, name: 'AB' });
    expect(shown().rowAt(0)).toBe('AB 0');
  });

  it('asks nothing more of an earlier one', async () => {
    rows.ask(question('a'));
    const slow = next();
    rows.ask(question('ab'));
    await answerNext({ matched: 3, name: 'AB' });
    slow.answer(page(0, { matched: 900, name: 'A' }));
    await settle();
    expect(pending).toEqual([]);
  });

  it('wins over the failure of an earlier one', async () => {
    rows.ask(question('a'));
    const slow = next();
    rows.ask(question('ab'));
    slow.fail(new Error('too late'));
    await settle();
    expect(rows.view().kind).toBe('loading');
    await answerNext({ matched: 3, name: 'AB' });
    expect(shown().failure).toBeNull();
  });

  it('never leaves rows of another workspace on screen', async () => {
    rows.ask(question('all', 'f1', 'w1'));
    await answerNext({ matched: 50, name: 'A' });
    rows.ask(question('all', 'f9', 'w2'));
    expect(rows.view().kind).toBe('loading');
  });

  it('that fails shows the failure, not the rows of the old one', async () => {
    rows.ask(question('a'));
    await answerNext({ matched: 50, name: 'A' });
    rows.ask(question('b'));
    next().fail(new Error('gone'));
    await settle();
    const view = rows.view();
    expect(view.kind).toBe('failed');
    expect(view.kind === 'failed' && view.failure.message).toContain('gone');
    rows.retry();
    await answerNext({ matched: 1, name: 'B' });
    expect(shown().rowAt(0)).toBe('B 0');
  });
});

describe('new data under the same question', () => {
  it('is renewed where the list is scrolled to', async () => {
    rows.ask(question('all', 'f1'));
    await answerNext({ matched: 1000, name: 'old' });
    await answerNext({ matched: 1000, name: 'old' });
    rows.see(390, 420);
    await answerNext({ matched: 1000, name: 'old' });
    await answerNext({ matched: 1000, name: 'old' });
    await answerNext({ matched: 1000, name: 'old' });
    expect(pending).toEqual([]);
    rows.ask(question('all', 'f2'));
    expect(pending.map(({ window }) => window.offset)).toEqual([300, 400]);
    await answerNext({ matched: 1000, name: 'new', fingerprint: 'f2' });
    expect(shown().rowAt(390)).toBe('old 390');
    await answerNext({ matched: 1000, name: 'new', fingerprint: 'f2' });
    expect(shown().rowAt(390)).toBe('new 390');
    expect(shown().rowAt(420)).toBe('new 420');
  });

  it('that became shorter is renewed at its new end', async () => {
    rows.see(790, 820);
    rows.ask(question('all', 'f1'));
    await answerNext({ matched: 1000, name: 'old' });
    await answerNext({ matched: 1000, name: 'old' });
    pending = [];
    rows.ask(question('all', 'f2'));
    await answerNext({ matched: 120, name: 'new', fingerprint: 'f2' });
    await answerNext({ matched: 120, name: 'new', fingerprint: 'f2' });
    expect(pending.map(({ window }) => window.offset)).toContain(100);
    for (const ask of pending.splice(0)) {
      ask.answer(page(ask.window.offset, { matched: 120, name: 'new', fingerprint: 'f2' }));
    }
    await settle();
    expect(shown().head.matched).toBe(120);
    expect(shown().rowAt(119)).toBe('new 119');
  });

  it('never mixes rows of two fingerprints', async () => {
    rows.ask(question('all', 'f1'));
    await answerNext({ matched: 250, name: 'old', fingerprint: 'f1' });
    await answerNext({ matched: 250, name: 'new', fingerprint: 'f2' });
    expect(shown().rowAt(0)).toBe('old 0');
    expect(shown().rowAt(100)).toBeUndefined();
    await answerNext({ matched: 250, name: 'new', fingerprint: 'f2' });
    expect(shown().rowAt(0)).toBe('new 0');
    expect(shown().rowAt(100)).toBe('new 100');
  });

  it('that cannot be had keeps the rows and says so', async () => {
    rows.ask(question('all', 'f1'));
    await answerNext({ matched: 50, name: 'old' });
    rows.ask(question('all', 'f2'));
    next().fail(new Error('gone'));
    await settle();
    expect(shown().rowAt(0)).toBe('old 0');
    expect(shown().failure?.message).toContain('gone');
    expect(shown().renewing).toBe(false);
  });
});

describe('scrolling', () => {
  it('skips what was passed while answers were on their way', async () => {
    rows.ask(question('all'));
    await answerNext({ matched: 20_000, name: 'A' });
    await answerNext({ matched: 20_000, name: 'A' });
    for (let first = 0; first < 15_000; first += 500) rows.see(first, first + 30);
    expect(pending.length).toBeLessThanOrEqual(2);
    await answerNext({ matched: 20_000, name: 'A' });
    expect(pending.map(({ window }) => window.offset)).toContain(14_500);
  });

  it('fetches ahead in the direction of scrolling', async () => {
    rows.ask(question('all'));
    await answerNext({ matched: 20_000, name: 'A' });
    await answerNext({ matched: 20_000, name: 'A' });
    rows.see(5_010, 5_040);
    await answerNext({ matched: 20_000, name: 'A' });
    await answerNext({ matched: 20_000, name: 'A' });
    rows.see(5_005, 5_035);
    expect(pending.map(({ window }) => window.offset)).toEqual([4_900]);
  });

  it('says so when a page is missing, and asks again on request', async () => {
    rows.ask(question('all'));
    await answerNext({ matched: 250, name: 'A' });
    next().fail(new Error('dropped'));
    await settle();
    expect(shown().failure?.message).toContain('dropped');
    rows.see(100, 130);
    expect(pending).toEqual([]);
    rows.retry();
    await answerNext({ matched: 250, name: 'A' });
    expect(shown().failure).toBeNull();
    expect(shown().rowAt(100)).toBe('A 100');
  });
});
