import type { AppliedPlan } from './record';

/** Something that the admin types before anything is written, for one or several steps. */
export interface Confirmation {
  readonly phrase: string;
  /** What is going to happen, a sentence for each step. */
  readonly lines: readonly string[];
}

/** What has to be typed for a plan: each phrase once. */
export function confirmationsOf({ steps }: Pick<AppliedPlan, 'steps'>): Confirmation[] {
  const byPhrase = new Map<string, string[]>();
  for (const { number, words, confirm } of steps) {
    if (confirm === null) continue;
    const lines = byPhrase.get(confirm.phrase) ?? [];
    byPhrase.set(confirm.phrase, [...lines, `${number}. ${words}: ${confirm.why}`]);
  }
  return [...byPhrase].map(([phrase, lines]) => ({ phrase, lines }));
}
