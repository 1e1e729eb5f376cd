import { grantableTypeSchema, planSchema, type ResourceType, resourceTypeSchema } from '@contract/snapshot';
import { z } from 'zod';

/**
 * The form of `roles.json`: what Segment's documentation says of each role, as
 * data. Nothing here knows an id: a workspace gives its roles ids of its own,
 * so a role is recognised by its name.
 */

/** How much a role gives on what it is about. Admin is edit. */
export const roleLevelSchema = z.enum(['none', 'read', 'admin']);
export type RoleLevel = z.infer<typeof roleLevelSchema>;

/** What somebody may want to do, on a resource or in the workspace. `connect` is one end of a connection. */
export const actionSchema = z.enum([
  'view',
  'edit',
  'delete',
  'viewWriteKey',
  'viewDebugger',
  'viewSchema',
  'editSchema',
  'viewTransformations',
  'editTransformations',
  'editLabels',
  'viewPii',
  'downloadPii',
  'viewUnify',
  'editUnify',
  'viewEngage',
  'editEngage',
  'editSettings',
  'connect',
  'connectEngageDestination',
  'attachDestinationToEngageFeature',
  'manageAccess',
  'manageLabels',
  'createToken',
  'viewAuditTrail',
  'openPrivacyPortal',
  'editIdentitySettings',
  'editEndUserPrivacy',
  'viewEntities',
  'editEntities',
  'createSource',
  'createFunction',
]);
export type Action = z.infer<typeof actionSchema>;

/** Short names of the pages that a rule rests on; `roles.json` spells them out. */
const sources = z.array(z.string()).min(1);
/** Set where the sources contradict each other or are silent: the short name of the reading taken here. */
const contested = z.string().min(1).optional();

/**
 * A scope that the role takes, and on which plans it can be granted so.
 * `workspace` is a role about the workspace itself: on the wire it looks like
 * `all`, and there are no resources to narrow it to.
 */
const scopeRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all'), plans: z.array(planSchema), sources, contested }),
  z.object({
    kind: z.literal('list'),
    type: grantableTypeSchema,
    plans: z.array(planSchema),
    sources,
    contested,
  }),
  z.object({ kind: z.literal('labels'), plans: z.array(planSchema), sources, contested }),
  z.object({ kind: z.literal('workspace'), plans: z.array(planSchema), sources, contested }),
]);

/**
 * What the role permits. `on` a resource type: on the resources in the grant's
 * scope; a destination is in it through its source. `WORKSPACE`: in the
 * workspace; `when: scopeAll` narrows that to a grant over all current and future
 * resources, `scopeList` to one over a list. `REACHED`: on whatever other roles of the person reach.
 */
const permitSchema = z.object({
  on: z.union([resourceTypeSchema, z.enum(['WORKSPACE', 'REACHED'])]),
  actions: z.union([z.literal('every'), z.array(actionSchema).min(1)]),
  when: z.enum(['scopeAll', 'scopeList']).optional(),
  sources,
  contested,
});

export const roleEntrySchema = z.object({
  /** The name that the documentation's list of roles uses. */
  name: z.string().min(1),
  /** Other spellings, found on other pages. */
  aliases: z.array(z.string().min(1)),
  /** True for the role that has everything and manages access. */
  owner: z.boolean(),
  /** The highest level that it gives on any part of what it is about. */
  level: roleLevelSchema,
  /** `withinReach` unmasks PII in what the person reaches anyway, `always` everywhere. Never widens a level. */
  pii: z.enum(['none', 'withinReach', 'always']),
  /** True where the page says of the role that it cannot download PII; `downloadOfSpaces` is about that. */
  barsPiiDownload: z.literal(true).optional(),
  /** What it is about in words, to follow "all current and future". */
  of: z.string().min(1),
  /** The plans that can grant it. */
  plans: z.object({ grant: z.array(planSchema).min(1), sources, contested }),
  scopes: z.array(scopeRuleSchema).min(1),
  permits: z.array(permitSchema),
  sources,
  note: z.string().min(1).optional(),
});

export const catalogueSchema = z.object({
  /** The pages behind the short names. */
  pages: z.record(z.string(), z.string()),
  /** What contradictory or silent sources say, and how they are read here. */
  readings: z.record(z.string(), z.string()),
  roles: z.array(roleEntrySchema).min(1),
});

/** A role of the catalogue; `kinds` are the resource types that it permits anything on. */
export type CatalogueRole = z.infer<typeof roleEntrySchema> & { readonly kinds: ReadonlySet<ResourceType> };
