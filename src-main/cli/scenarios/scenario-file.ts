import { planSchema, resourceTypeSchema } from '@contract/snapshot';
import { z } from 'zod';
import { actionSchema } from '../../policy/catalogue/role-schema';

/**
 * A file of scenarios: small workspaces, steps on them, and the answers that the
 * documentation (or an admin) expects. Fields that are not named here, such as
 * notes, are left alone.
 */

const id = z.string().min(1);
const labelText = z.string();

/** `key:value`, split at its only colon; both parts there. For labels that must exist, not for ones to be tried. */
const goodLabel = z.string().regex(/^[^:]+:[^:]+$/, 'is not `key:value`');

const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('list'), ids: z.array(id).min(1) }),
  /** An empty list of labels narrows nothing: it is `all`, as on the wire. */
  z.object({ kind: z.literal('labels'), labels: z.array(goodLabel) }),
]);

const grant = z.object({ role: z.string().min(1), scope });
export type ScenarioGrant = z.infer<typeof grant>;

const resource = z.object({
  type: z.union([resourceTypeSchema, z.literal('WORKSPACE')]),
  id,
  labels: z.record(z.string().min(1), z.string().min(1)).optional(),
  source: id.optional(),
  linkedSpace: id.optional(),
  reverseEtl: z.boolean().optional(),
});
export type ScenarioResource = z.infer<typeof resource>;

const TYPES = resourceTypeSchema.options.join('|');
const oneResource = new RegExp(`^(${TYPES}):[^+]+$`);
const resourceOrPair = new RegExp(`^(${TYPES}):[^+]+(\\+(${TYPES}):[^+]+)?$`);

const resourceText = z.string().regex(oneResource, 'is not `TYPE:id`');

const query = z.object({
  member: id,
  action: actionSchema,
  resource: z.string().regex(resourceOrPair, 'is not `TYPE:id` or `TYPE:a+TYPE:b`').nullable(),
  allow: z.boolean(),
});
export type ScenarioQuery = z.infer<typeof query>;

const expect = z.enum(['accepted', 'refused']);
const member = id;
const group = id;

const step = z.discriminatedUnion('op', [
  z.object({ op: z.literal('query'), q: query, expect: expect.optional() }),
  z.object({ op: z.literal('assignLabel'), resource: resourceText, label: labelText, expect }),
  z.object({ op: z.literal('unassignLabel'), resource: resourceText, label: labelText, expect }),
  z.object({
    op: z.literal('labelsOf'),
    resource: resourceText,
    equals: z.array(labelText),
    expect: expect.optional(),
  }),
  z.object({ op: z.literal('createLabel'), label: labelText, expect }),
  z.object({ op: z.literal('deleteLabel'), label: labelText, expect }),
  z.object({ op: z.literal('renameLabel'), label: labelText, to: labelText, expect }),
  z.object({ op: z.literal('grant'), member, role: z.string().min(1), scope, expect }),
  z.object({ op: z.literal('setGrants'), member, grants: z.array(grant), expect }),
  z.object({ op: z.literal('addToGroup'), member, group, expect }),
  z.object({ op: z.literal('removeFromGroup'), member, group, expect }),
  z.object({ op: z.literal('deleteGroup'), group, expect }),
  z.object({ op: z.literal('addMember'), member, expect }),
  z.object({ op: z.literal('removeFromWorkspace'), member, expect }),
  z.object({ op: z.literal('isMember'), member, value: z.boolean(), expect: expect.optional() }),
  z.object({ op: z.literal('invite'), member, grants: z.array(grant), expect }),
  z.object({ op: z.literal('acceptInvite'), member, expect }),
  z.object({ op: z.literal('revokeInvite'), member, expect }),
  z.object({ op: z.literal('createResource'), resource, expect }),
]);
export type ScenarioStep = z.infer<typeof step>;

const workspace = z.object({
  plan: planSchema,
  labels: z.array(goodLabel),
  resources: z.array(resource),
  members: z.array(z.object({ id, grants: z.array(grant), groups: z.array(id) })),
  groups: z.array(z.object({ id, grants: z.array(grant) })),
});
export type ScenarioWorkspace = z.infer<typeof workspace>;

/** One scenario, called a vector in the files. */
export const scenarioSchema = z.object({
  id,
  title: z.string(),
  /** True where the documentation does not settle it: a difference is reported, and is no failure. */
  ambiguous: z.boolean().default(false),
  workspace,
  steps: z.array(step).default([]),
  queries: z.array(query).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;

const fileSchema = z.object({ version: z.literal(1), vectors: z.array(scenarioSchema) });

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** What is wrong with a scenario file, as one line for each place. */
export class ScenarioFileError extends Error {
  override readonly name = 'ScenarioFileError';
}

/** Reads the text of a scenario file. Throws a `ScenarioFileError` that names the places inside the file. */
export function readScenarios(text: string): Scenario[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ScenarioFileError(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data.vectors;
  const lines = parsed.error.issues.map(({ path, message }) => `${pathText(path) || 'the file'}: ${message}`);
  throw new ScenarioFileError(lines.join('\n'));
}
