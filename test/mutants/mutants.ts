/** One deliberate mistake: `find` stands exactly once in `file` and is replaced. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const APPLY = 'src-main/apply';

/** Mistakes that somebody could make in applying or in the client; the model-based test must catch each. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the client sends a write again when the connection breaks',
    file: 'src-main/segment/retry-rules.ts',
    find: "return error.kind === 'rateLimited';",
    replace: "return error.kind === 'rateLimited' || error.kind === 'dropped';",
  },
  {
    name: 'a target that has moved is written all the same',
    file: `${APPLY}/do-step.ts`,
    find: 'if (state === null || !isUnmoved(step.states.before, state)) {',
    replace: 'if (state === null) {',
  },
  {
    name: 'a broken connection counts as a refusal',
    file: `${APPLY}/outcome.ts`,
    find: "return { kind: 'lost', reason, answered: false, garbled: false };",
    replace: "return { kind: 'refused', reason };",
  },
  {
    name: 'a failure of the server counts as a refusal',
    file: `${APPLY}/outcome.ts`,
    find: "    case 'serverError':\n      return {",
    replace:
      "    case 'serverError':\n      if (details.status === 500) return { kind: 'refused', reason };\n      return {",
  },
  {
    name: 'the journal does not know that a write is being sent',
    file: `${APPLY}/send-step.ts`,
    find: "    state: { kind: 'sending' },\n    sends: record.sends + 1,",
    replace: "    state: { kind: 'planned' },\n    sends: record.sends,",
  },
  {
    name: 'a write that may still be under way is sent again',
    file: `${APPLY}/settle-lost.ts`,
    find: 'export const SETTLE_UNANSWERED_MS = 60_000;',
    replace: 'export const SETTLE_UNANSWERED_MS = 60_000 - 59_900;',
  },
  {
    name: 'what was changed and changed back counts as never changed',
    file: `${APPLY}/settle-lost.ts`,
    find: 'if (await isQuiet(run, index)) return',
    replace: 'if ((await isQuiet(run, index)) || index >= 0) return',
  },
  {
    name: 'a group of the same name counts as the one that was made here',
    file: `${APPLY}/settle-lost.ts`,
    find: "    if ((await whoChanged(run, index)) !== 'us') {\n      return unknown(",
    replace: "    if ((await whoChanged(run, index)) !== 'us' && index < 0) {\n      return unknown(",
  },
  {
    name: 'changes by others are not reported',
    file: `${APPLY}/foreign.ts`,
    find: 'return suspicious.map((event) => ({',
    replace: 'return suspicious.slice(0, 0).map((event) => ({',
  },
  {
    name: 'without knowing who we are, everybody is us',
    file: `${APPLY}/foreign.ts`,
    find: 'const suspicious = own === null && ours && alone ? [] : others;',
    replace: 'const suspicious = own === null ? [] : others;',
  },
  {
    name: 'steps go on although what they need was not done',
    file: `${APPLY}/do-step.ts`,
    find: 'if (unmet !== null) {',
    replace: 'if (unmet !== null && index < 0) {',
  },
  {
    name: 'a write is tried again and again',
    file: `${APPLY}/settle-lost.ts`,
    find: 'export const MOST_SENDS = 2;',
    replace: 'export const MOST_SENDS = 50;',
  },
  {
    name: 'what is unknown is begun anew after a pause',
    file: `${APPLY}/record.ts`,
    find: "    case 'conflict':\n    case 'unknown':\n    case 'refused':",
    replace: "    case 'unknown':\n      return false;\n    case 'conflict':\n    case 'refused':",
  },
];
