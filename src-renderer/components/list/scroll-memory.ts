/** Where lists were scrolled to, while other screens are shown. Lives as long as the window. */
const remembered = new Map<string, { questionId: string; offset: number }>();

/** Notes how far a list is scrolled, in CSS px. */
export function rememberScroll(memoryKey: string, questionId: string, offset: number): void {
  remembered.set(memoryKey, { questionId, offset });
}

/** Forgets where all lists were scrolled to. */
export function forgetScrolls(): void {
  remembered.clear();
}

/** How far the list was scrolled when it last showed this question; 0 for another one. */
export function recallScroll(memoryKey: string, questionId: string): number {
  const last = remembered.get(memoryKey);
  return last !== undefined && last.questionId === questionId ? last.offset : 0;
}
