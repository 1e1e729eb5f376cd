import { z } from 'zod';
import { wireLabelSchema } from './permission';

const id = z.string().min(1);
const text = z.string().nullish();

/** A source. Write keys and settings are never taken over: Gatehouse has no use for them. */
export const wireSourceSchema = z.object({
  id,
  slug: z.string(),
  name: text,
  enabled: z.boolean(),
  labels: z.array(wireLabelSchema),
  metadata: z.object({ name: z.string(), categories: z.array(z.string()) }),
});
export type WireSource = z.infer<typeof wireSourceSchema>;

export const wireDestinationSchema = z.object({
  id,
  name: text,
  enabled: z.boolean(),
  sourceId: z.string(),
  metadata: z.object({ name: z.string() }),
});
export type WireDestination = z.infer<typeof wireDestinationSchema>;

/** A warehouse. It has no name of its own: one may be in its settings, of which nothing else is taken. */
export const wireWarehouseSchema = z.object({
  id,
  enabled: z.boolean(),
  metadata: z.object({ name: z.string(), slug: z.string() }),
  settings: z.object({ name: z.string().nullish().catch(undefined) }),
});
export type WireWarehouse = z.infer<typeof wireWarehouseSchema>;

/** A space, without its labels: the Public API does not show them. */
export const wireSpaceSchema = z.object({ id, slug: z.string(), name: z.string() });
export type WireSpace = z.infer<typeof wireSpaceSchema>;

export const wireTrackingPlanSchema = z.object({ id, type: z.string(), name: text, slug: text });
export type WireTrackingPlan = z.infer<typeof wireTrackingPlanSchema>;

/** A function. Everything is optional in the API's model, even the id. */
export const wireFunctionSchema = z.object({
  id: text,
  resourceType: text,
  displayName: text,
  catalogId: text,
  createdAt: text,
  createdBy: text,
});
export type WireFunction = z.infer<typeof wireFunctionSchema>;
