import { type ResourceType, resourceTypeSchema, type Scope } from '@contract/snapshot';
import { type CatalogueRole, catalogueSchema } from './role-schema';
import data from './roles.json';

/** The name without what drifts between pages: case, punctuation, spaces. */
function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Reads a catalogue: checks its form, that no two roles share a spelling and
 * that every page and reading that a rule names is spelled out. Throws an error that names
 * the place, as the catalogue is meant to be edited by hand.
 */
export function readCatalogue(content: unknown): ReadonlyMap<string, CatalogueRole> {
  const { pages, readings, roles } = catalogueSchema.parse(content);
  const bySpelling = new Map<string, CatalogueRole>();
  for (const entry of roles) {
    for (const rule of [entry.plans, ...entry.scopes, ...entry.permits, { sources: entry.sources }]) {
      const unlisted = rule.sources.find((page) => !(page in pages));
      if (unlisted !== undefined)
        throw new Error(`role \`${entry.name}\` cites an unlisted page \`${unlisted}\``);
      if ('contested' in rule && rule.contested !== undefined && !(rule.contested in readings)) {
        throw new Error(`role \`${entry.name}\` names an unlisted reading \`${rule.contested}\``);
      }
    }
    const kinds = new Set<ResourceType>();
    for (const permit of entry.permits) {
      const type = resourceTypeSchema.safeParse(permit.on);
      if (type.success) kinds.add(type.data);
    }
    const role: CatalogueRole = { ...entry, kinds };
    for (const spelling of [entry.name, ...entry.aliases]) {
      const normalised = normaliseName(spelling);
      const other = bySpelling.get(normalised);
      if (other)
        throw new Error(`roles \`${other.name}\` and \`${entry.name}\` share the name \`${spelling}\``);
      bySpelling.set(normalised, role);
    }
  }
  return bySpelling;
}

const bySpelling = readCatalogue(data);

/** Every role that Gatehouse knows, in the order of the catalogue. */
export const catalogueRoles: readonly CatalogueRole[] = [...new Set(bySpelling.values())];

/**
 * The role of that name or alias, whatever its case, punctuation and spaces;
 * `null` for one that the catalogue does not know: what it gives is unknown,
 * never nothing.
 */
export function findRole(name: string): CatalogueRole | null {
  return bySpelling.get(normaliseName(name)) ?? null;
}

/**
 * Whether the documentation gives the role such a scope. A grant that has
 * another one all the same may be read by Segment in some other way.
 */
export function takesScope(role: CatalogueRole, scope: Scope): boolean {
  switch (scope.kind) {
    case 'all':
      return role.scopes.some((rule) => rule.kind === 'all' || rule.kind === 'workspace');
    case 'list':
      return role.scopes.some(
        (rule) => rule.kind === 'list' && scope.resources.every((resource) => resource.type === rule.type),
      );
    case 'labels':
      return role.scopes.some((rule) => rule.kind === 'labels');
    case 'unknown':
      return false;
  }
}
