import { changeSchema } from '@contract/changes';
import { z } from 'zod';

/** What a draft may grow to. */
export const LIMITS = { items: 1000, steps: 100, bytes: 8 * 1024 * 1024 } as const;

const itemSchema = z.object({
  id: z.string(),
  change: changeSchema,
  /** Fixed when it was added: names may be gone later. */
  words: z.string(),
});

/** The order of items before a step of the history (or after it, for redo), and what the step did. */
const stepSchema = z.object({ words: z.string(), order: z.array(z.string()) });

/** A draft with its history, as it is kept on disk. */
export const draftContentSchema = z.object({
  revision: z.number().int().nonnegative(),
  /** Every item that the draft or its history names, by id. */
  items: z.record(z.string(), itemSchema),
  /** The draft: ids in their order. */
  order: z.array(z.string()),
  /** The latest step last. */
  undo: z.array(stepSchema),
  redo: z.array(stepSchema),
  /** Items that an apply has carried out, with when: they wait for a snapshot that confirms it. */
  applied: z.record(z.string(), z.iso.datetime()),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** No draft. */
export const NO_DRAFT: DraftContent = {
  revision: 0,
  items: {},
  order: [],
  undo: [],
  redo: [],
  applied: {},
};
