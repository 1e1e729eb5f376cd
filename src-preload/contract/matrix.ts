import { z } from 'zod';
import { changeSchema } from './changes';
import { referenceSchema, subjectSchema } from './inspect';
import { reachCountSchema } from './reach-count';
import { labelRefSchema, resourceTypeSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/**
 * The access matrix. The window describes what it wants to see (a view) and asks for
 * windows of it; it never gets the whole. Main keeps the last views prepared.
 */

/** Where an access may come from: a grant of the member's own or of a group, and the scope of that grant. */
export const accessSourceSchema = z.enum(['direct', 'group', 'labels', 'list', 'all']);
export type AccessSource = z.infer<typeof accessSourceSchema>;

/** What must be somewhere in a line for it to stay; `none`: some cell without access. */
export const matrixLevelSchema = z.enum(['none', 'read', 'admin', 'unknown', 'pii', 'ownerOnly']);

/** What the matrix shows, in which order. Two equal views on one snapshot give equal windows. */
export const matrixViewSchema = z.strictObject({
  principals: z.enum(['members', 'groups']),
  /** Finds in the names and addresses of principals and in the names of resources. Empty: all. */
  principalText: z.string().max(200),
  resourceText: z.string().max(200),
  /** Only members of this group. */
  groupId: z.string().min(1).max(255).nullable(),
  /** Only these kinds; empty: all. */
  types: z.array(resourceTypeSchema).max(6),
  /** Only resources that carry this label (or may carry it, where labels cannot be seen). */
  label: labelRefSchema.nullable(),
  /** Only rows and columns in which some cell of the rest is so; `null`: all. */
  level: matrixLevelSchema.nullable(),
  /**
   * Only the access that such grants give: of direct | group any (both or none: no limit), and of
   * labels | list | all any. Empty: all access.
   */
  sources: z.array(accessSourceSchema).max(5),
  sortPrincipals: z.enum(['name', 'reach']),
  sortResources: z.enum(['name', 'reach', 'labels']),
  /** Principals whose rows are the same become one line. */
  alike: z.boolean(),
  /** One line for each value of this label key, one for the resources without it, one for those whose labels are unknown. */
  foldBy: z.string().min(1).max(255).nullable(),
  /** Folded lines that are open: their resources follow them. */
  open: z.array(z.string().max(255)).max(200),
});
export type MatrixView = z.infer<typeof matrixViewSchema>;

const ofView = z.strictObject({ key: workspaceKeySchema, view: matrixViewSchema });
const span = z.strictObject({
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(0).max(500),
});
const count = z.number().int().nonnegative();
const axis = z.enum(['principals', 'resources']);

/** The head of a line of principals. */
export const principalHeadSchema = z.object({
  kind: z.enum(['member', 'group', 'alike']),
  /** Of a member or group, or of the first of those alike. */
  subject: subjectSchema,
  name: z.string(),
  /** The address of a member; empty otherwise. */
  email: z.string(),
  /** How many principals the line stands for (1, but for those alike). */
  size: count,
  /** Resources shown that it reaches. */
  reach: reachCountSchema,
});
export type PrincipalHead = z.infer<typeof principalHeadSchema>;

/** The head of a line of resources. */
export const resourceHeadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('resource'),
    subject: subjectSchema,
    type: resourceTypeSchema,
    name: z.string(),
    /** `null`: they cannot be seen. */
    labels: z.array(labelRefSchema).nullable(),
    /** Principals shown who reach it. */
    reach: reachCountSchema,
  }),
  z.object({
    kind: z.literal('fold'),
    /** What to put into `open`: `=value`, `none` (without the key) or `unknown`. */
    id: z.string(),
    /** The value; `null` for resources without the key or with unknown labels. */
    value: z.string().nullable(),
    size: count,
    open: z.boolean(),
  }),
]);
export type ResourceHead = z.infer<typeof resourceHeadSchema>;

export const matrixSchemas = {
  /** Prepares a view: its size, and what stands against it. */
  'matrix.open': {
    input: ofView,
    output: z.object({
      fingerprint: z.string(),
      /** Lines on each axis, and how many principals and resources they stand for, of how many there are. */
      principals: z.object({ lines: count, shown: count, of: count }),
      resources: z.object({ lines: count, shown: count, of: count }),
      /** Cells (a principal and a resource, not lines) by what is certain; unknown: nobody can tell the level. */
      cells: z.object({ admin: count, read: count, none: count, unknown: count, pii: count }),
      /** What cannot be known about all of this, in sentences. */
      unknowns: z.array(z.string()),
    }),
  },
  /**
   * Cells of these lines, two bytes each, principals after one another. Bits of a cell of one resource: 0–1
   * level for certain, 2–3 level at most (00 none, 01 read, 11 admin), 6 PII, 7 PII perhaps, 8 access only
   * through an owner role, 9 the draft widens it, 10 the draft narrows it. Of a fold, 15 is set; 0–1 the
   * level that all of them have for certain, 2–3 the highest that any has for certain, 4 one of them is
   * unknown, 6 PII on any, 8 on all that are reached only through an owner role, 9 and 10 on any.
   */
  'matrix.window': {
    input: ofView.extend({
      principals: span,
      resources: span,
      /** The changes of the draft, for bits 9 and 10. */
      draft: z.array(changeSchema).max(1000),
    }),
    output: z.object({
      fingerprint: z.string(),
      principals: z.array(principalHeadSchema),
      resources: z.array(resourceHeadSchema),
      cells: z.instanceof(Uint16Array),
    }),
  },
  /**
   * The whole as a picture of `width` x `height` tiles (resources across): for each tile the share of its
   * cells with any access for certain, and the share that nobody can tell, both of 255.
   */
  'matrix.map': {
    input: ofView.extend({
      width: z.number().int().min(1).max(512),
      height: z.number().int().min(1).max(512),
    }),
    output: z.object({
      fingerprint: z.string(),
      reach: z.instanceof(Uint8Array),
      unknown: z.instanceof(Uint8Array),
    }),
  },
  /** Typing ahead: the first line from `from` on (and round) whose name begins so, else contains it. */
  'matrix.find': {
    input: ofView.extend({ axis, text: z.string().min(1).max(200), from: count }),
    output: z.object({ fingerprint: z.string(), line: count.nullable() }),
  },
  /** The line of a member, group or resource; `null` where the view does not show it. */
  'matrix.place': {
    input: ofView.extend({ subject: subjectSchema }),
    output: z.object({ fingerprint: z.string(), line: count.nullable() }),
  },
  /** Who or what a line stands for. */
  'matrix.line': {
    input: ofView.extend({ axis, line: count, ...span.shape }),
    output: z.object({ fingerprint: z.string(), of: count, rows: z.array(referenceSchema) }),
  },
} as const;
