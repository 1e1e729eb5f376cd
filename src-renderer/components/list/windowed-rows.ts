import type { Failure } from '@contract/failure';
import { type ListQuestion, type ListView, PAGE_SIZE, type RowOf, type RowPage } from './row-page';

/** Questions on their way at once for one list: more would only queue up behind each other in main. */
const MOST_IN_FLIGHT = 2;

/** The pages of one question at one fingerprint, as far as they have arrived. */
interface PageSet<Page extends RowPage> {
  question: ListQuestion<Page>;
  fingerprint: string | null;
  head: Page | null;
  pages: Map<number, Page>;
  asked: Set<number>;
  failure: Failure | null;
  /** The pages that must be there before this set replaces the one on screen. */
  opening: PageRange;
}

interface PageRange {
  first: number;
  last: number;
}

interface VisibleRange {
  first: number;
  last: number;
  direction: 'forward' | 'backward';
}

/**
 * Holds the rows of one list for the window that is visible, and asks for what
 * is missing. It keeps the rows of the last question on screen until those of a
 * new one are there, and drops every answer that nobody waits for any more.
 * Knows no React: `useWindowedList` puts it under a component.
 */
export class WindowedRows<Page extends RowPage> {
  #shown: PageSet<Page> | null = null;
  #coming: PageSet<Page> | null = null;
  #visible: VisibleRange = { first: 0, last: 0, direction: 'forward' };
  #view: ListView<Page> = { kind: 'idle' };
  readonly #listeners = new Set<() => void>();
  readonly #failureOf: (error: unknown) => Failure;

  /** `failureOf` puts a rejected answer into words for the admin. */
  constructor(failureOf: (error: unknown) => Failure) {
    this.#failureOf = failureOf;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly view = (): ListView<Page> => this.#view;

  /** Puts a question, or none. The same question again changes nothing. */
  ask(question: ListQuestion<Page> | null): void {
    if (question === null) {
      this.#shown = null;
      this.#coming = null;
      this.#publish();
      return;
    }
    const current = this.#coming ?? this.#shown;
    if (current !== null && sameQuestion(current.question, question)) return;
    if (
      current !== null &&
      (current.question.realm !== question.realm || current.question.id !== question.id)
    ) {
      this.#visible = { first: 0, last: 0, direction: 'forward' };
    }
    if (this.#shown !== null && this.#shown.question.realm !== question.realm) this.#shown = null;
    this.#begin(question, pagesOf(this.#visible));
  }

  /** Tells which rows can be seen; what is missing of them and the next page that way are asked for. */
  see(first: number, last: number): void {
    const before = this.#visible;
    if (before.first === first && before.last === last) return;
    const direction =
      first === before.first ? before.direction : first > before.first ? 'forward' : 'backward';
    this.#visible = { first, last, direction };
    if (this.#shown !== null && this.#coming === null) this.#pump(this.#shown);
  }

  /** Asks again for what failed. */
  retry(): void {
    const set = this.#coming ?? this.#shown;
    if (set === null) return;
    set.failure = null;
    this.#pump(set);
    this.#publish();
  }

  #begin(question: ListQuestion<Page>, opening: PageRange): void {
    this.#coming = {
      question,
      fingerprint: null,
      head: null,
      pages: new Map(),
      asked: new Set(),
      failure: null,
      opening,
    };
    this.#pump(this.#coming);
    this.#publish();
  }

  #pump(set: PageSet<Page>): void {
    if (set.failure !== null) return;
    for (const page of this.#wanted(set)) {
      if (set.asked.size >= MOST_IN_FLIGHT) return;
      if (set.pages.has(page) || set.asked.has(page)) continue;
      set.asked.add(page);
      void set.question.fetch({ offset: page * PAGE_SIZE, limit: PAGE_SIZE }).then(
        (answer) => this.#take(set, page, answer),
        (error) => this.#fail(set, page, error),
      );
    }
  }

  /** Pages that are worth asking for, the most urgent first. */
  #wanted(set: PageSet<Page>): number[] {
    const { first, last } = existing(set, set === this.#coming ? set.opening : pagesOf(this.#visible));
    const wanted: number[] = [];
    for (let page = first; page <= last; page += 1) wanted.push(page);
    const next = this.#visible.direction === 'forward' ? last + 1 : first - 1;
    if (set === this.#shown && next >= 0 && next <= lastPage(set)) wanted.push(next);
    return wanted;
  }

  #take(set: PageSet<Page>, page: number, answer: Page): void {
    if (set !== this.#shown && set !== this.#coming) return;
    set.asked.delete(page);
    if (set.fingerprint !== null && set.fingerprint !== answer.fingerprint) {
      this.#moveOn(set, page, answer);
      return;
    }
    set.fingerprint = answer.fingerprint;
    set.head = answer;
    set.pages.set(page, answer);
    if (set === this.#coming && this.#canOpen(set)) {
      this.#shown = set;
      this.#coming = null;
    }
    this.#pump(set);
    this.#publish();
  }

  /** The data changed between two pages of one set: begins a set of the newer data with the page at hand. */
  #moveOn(set: PageSet<Page>, page: number, answer: Page): void {
    if (set === this.#shown && this.#coming !== null) return;
    const opening = set === this.#coming ? set.opening : pagesOf(this.#visible);
    this.#begin(set.question, opening);
    if (this.#coming !== null) this.#take(this.#coming, page, answer);
  }

  #fail(set: PageSet<Page>, page: number, error: unknown): void {
    if (set !== this.#shown && set !== this.#coming) return;
    set.asked.delete(page);
    set.failure = this.#failureOf(error);
    this.#publish();
  }

  #canOpen(set: PageSet<Page>): boolean {
    const { first, last } = existing(set, set.opening);
    for (let page = first; page <= last; page += 1) {
      if (!set.pages.has(page)) return false;
    }
    return true;
  }

  #publish(): void {
    this.#view = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): ListView<Page> {
    const shown = this.#shown;
    const coming = this.#coming;
    if (shown === null || shown.head === null) {
      if (coming === null) return { kind: 'idle' };
      return coming.failure === null ? { kind: 'loading' } : { kind: 'failed', failure: coming.failure };
    }
    if (coming !== null && coming.failure !== null && coming.question.id !== shown.question.id) {
      return { kind: 'failed', failure: coming.failure };
    }
    return {
      kind: 'shown',
      questionId: shown.question.id,
      head: shown.head,
      rowAt: (index) => rowIn(shown, index),
      renewing: coming !== null && coming.failure === null,
      failure: coming?.failure ?? shown.failure,
    };
  }
}

function sameQuestion<Page extends RowPage>(a: ListQuestion<Page>, b: ListQuestion<Page>): boolean {
  return a.realm === b.realm && a.id === b.id && a.epoch === b.epoch;
}

function pagesOf(range: VisibleRange): PageRange {
  return {
    first: Math.max(0, Math.floor(range.first / PAGE_SIZE)),
    last: Math.max(0, Math.floor(range.last / PAGE_SIZE)),
  };
}

/** The last page that exists. Before the first answer nobody knows, so every page may. */
function lastPage<Page extends RowPage>(set: PageSet<Page>): number {
  if (set.head === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.ceil(set.head.matched / PAGE_SIZE) - 1);
}

/** A range of pages moved to where the list has pages: it may have become shorter. */
function existing<Page extends RowPage>(set: PageSet<Page>, range: PageRange): PageRange {
  const end = lastPage(set);
  return { first: Math.min(range.first, end), last: Math.min(range.last, end) };
}

function rowIn<Page extends RowPage>(set: PageSet<Page>, index: number): RowOf<Page> | undefined {
  const page = Math.floor(index / PAGE_SIZE);
  return set.pages.get(page)?.rows[index - page * PAGE_SIZE];
}
