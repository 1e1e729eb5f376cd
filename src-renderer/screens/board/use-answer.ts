import type { Failure } from '@contract/failure';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../../api/bridge';

/** What one question has come to. */
export type Answer<Value> =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'known'; value: Value };

const LOADING = { kind: 'loading' } as const;

/** How many answers a shelf keeps; the oldest go first. */
const MOST_KNOWN = 3000;

/** Questions that may be on their way at once: more would only queue up in main, before what is urgent. */
const MOST_AT_ONCE = 4;
let underWay = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(ask: () => Promise<Value>): Promise<Value> {
  if (underWay >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  underWay += 1;
  try {
    return await ask();
  } finally {
    underWay -= 1;
    waiting.shift()?.();
  }
}

/** A set of answers of one kind, each asked for once for one state of the data. */
export interface AnswerShelf<Value> {
  answers: Map<string, Value>;
}

const forgetters = new Set<() => void>();

/** Makes a shelf. */
export function createShelf<Value>(): AnswerShelf<Value> {
  const answers = new Map<string, Value>();
  forgetters.add(() => answers.clear());
  return { answers };
}

/** Destroys all answers: the vault was locked or emptied. */
export function forgetAnswers(): void {
  for (const forget of forgetters) forget();
}

/**
 * Asks a question of main once for each `name`, which must tell what is asked and
 * how new the data is. Until a new answer is there the last one stays.
 */
export function useAnswer<Value>(
  shelf: AnswerShelf<Value>,
  name: string,
  ask: () => Promise<Value>,
): Answer<Value> {
  const [state, setState] = useState<{ name: string; answer: Answer<Value> }>({ name: '', answer: LOADING });
  const question = useRef(ask);
  question.current = ask;
  useEffect(() => {
    let wanted = true;
    const found = shelf.answers.get(name);
    if (found !== undefined) {
      setState({ name, answer: { kind: 'known', value: found } });
      return;
    }
    inTurn(async () => (wanted ? { value: await question.current() } : null)).then(
      (told) => {
        if (told === null) return;
        const { value } = told;
        keep(shelf, name, value);
        if (wanted) setState({ name, answer: { kind: 'known', value } });
      },
      (thrown: unknown) => {
        if (wanted) setState({ name, answer: { kind: 'failed', failure: failureOf(thrown) } });
      },
    );
    return () => {
      wanted = false;
    };
  }, [shelf, name]);
  if (state.name === name) return state.answer;
  const found = shelf.answers.get(name);
  return found === undefined ? state.answer : { kind: 'known', value: found };
}

function keep<Value>(shelf: AnswerShelf<Value>, name: string, value: Value): void {
  shelf.answers.set(name, value);
  if (shelf.answers.size <= MOST_KNOWN) return;
  const oldest = shelf.answers.keys().next().value;
  if (oldest !== undefined) shelf.answers.delete(oldest);
}
