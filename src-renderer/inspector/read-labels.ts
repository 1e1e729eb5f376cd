import type { LabelRef } from '@contract/snapshot';

/** Labels as typed, or what is wrong with them, in words. */
export type ReadLabels = { ok: true; labels: LabelRef[] } | { ok: false; problem: string };

/** Segment: key and value each begin with a letter; then letters, numbers and hyphens. Underscores are not ruled out. */
const PART = /^\p{L}[\p{L}\p{N}_\-–—]*$/u;

/** The most labels that one statement holds. */
const MOST = 100;

/** Reads `key:value, key:value` as an admin types it. Nothing typed means that there are no labels. */
export function readLabels(text: string): ReadLabels {
  const labels: LabelRef[] = [];
  for (const piece of text.split(/[,\n]/)) {
    const typed = piece.trim();
    if (typed === '') continue;
    const [key = '', value = '', ...more] = typed.split(':').map((part) => part.trim());
    if (key === '' || value === '' || more.length > 0) {
      return { ok: false, problem: `“${typed}” is not a label: write it as key:value.` };
    }
    const wrong = [key, value].find((part) => !PART.test(part));
    if (wrong !== undefined) {
      return {
        ok: false,
        problem: `“${wrong}” cannot be part of a label: it begins with a letter and goes on with letters, numbers and hyphens.`,
      };
    }
    if (labels.some((label) => label.key === key)) {
      return { ok: false, problem: `“${key}” is there twice: a space has at most one value for each key.` };
    }
    labels.push({ key, value });
  }
  if (labels.length > MOST) return { ok: false, problem: `These are more than ${MOST} labels.` };
  return { ok: true, labels };
}

/** Labels as an admin would type them. */
export function typedLabels(labels: readonly LabelRef[]): string {
  return labels.map(({ key, value }) => `${key}:${value}`).join(', ');
}
