import type { Grant, ListType, Scope } from '../state/grant';
import { DEFAULT_LABELS, type Label, labelText } from '../state/label';
import type { Random } from '../state/random';
import type { FunctionType, Source, SourceMetadata, Space, TrackingPlan } from '../state/resources';
import { ROLE_DEFINITIONS, type Role, type RoleKind } from '../state/role';
import { type Group, type User, type WorkspaceProfile, WorkspaceState } from '../state/workspace-state';
import { DESTINATIONS, WAREHOUSES } from './catalog-destinations';
import type { Person } from './people';

/** How one workspace differs in its roles: names spelled otherwise, and only some of the kinds. */
export interface RoleChoice {
  readonly names?: Partial<Record<RoleKind, string>>;
  readonly only?: readonly RoleKind[];
}

/** How the ids of functions begin. */
const FUNCTION_PREFIXES: Readonly<Record<FunctionType, string>> = {
  DESTINATION: 'dfnd',
  INSERT_DESTINATION: 'ifnd',
  SOURCE: 'sfnd',
  INSERT_SOURCE: 'ifns',
  INSERT_TRANSFORMATION: 'ifnt',
};

/** Text as it stands in a slug. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Fills a workspace. It puts in what it is given, also what the rules would refuse, as real workspaces have it. */
export class WorkspaceBuilder {
  readonly state: WorkspaceState;
  readonly #roles = new Map<RoleKind, Role>();

  constructor(profile: WorkspaceProfile, choice: RoleChoice = {}) {
    this.state = new WorkspaceState(profile);
    for (const definition of ROLE_DEFINITIONS) {
      if (choice.only !== undefined && !choice.only.includes(definition.kind)) continue;
      const name = choice.names?.[definition.kind] ?? definition.name;
      this.addRole({ ...definition, name, id: this.random.id(27) });
    }
    for (const label of DEFAULT_LABELS) this.state.labels.add(label);
  }

  get random(): Random {
    return this.state.random;
  }

  addRole(role: Role): Role {
    this.state.roles.add(role);
    this.#roles.set(role.kind, role);
    return role;
  }

  addLabel(key: string, value: string, description?: string): Label {
    return this.state.labels.add(description === undefined ? { key, value } : { key, value, description });
  }

  /** The labels of the workspace with these texts; an unknown one is a mistake in the demo data. */
  labels(texts: readonly string[]): Label[] {
    return texts.map((text) => {
      const label = this.state.labels.get(text);
      if (label === undefined) throw new Error(`the demo has no label ${text}`);
      return label;
    });
  }

  grant(kind: RoleKind, scope: Scope): Grant {
    const role = this.#roles.get(kind);
    if (role === undefined) throw new Error(`the demo has no role ${kind}`);
    return { policyId: `pol_${this.random.id()}`, roleId: role.id, scope };
  }

  all(kind: RoleKind): Grant {
    return this.grant(kind, { kind: 'all' });
  }

  byLabels(kind: RoleKind, ...texts: string[]): Grant {
    const labels = this.labels(texts).map(({ key, value }) => ({ key, value }));
    return this.grant(kind, { kind: 'labels', labels });
  }

  list(kind: RoleKind, type: ListType, ids: readonly string[]): Grant {
    return this.grant(kind, { kind: 'list', type, ids });
  }

  user(person: Person, ...grants: Grant[]): User {
    return this.state.addUser({ id: this.random.id(), ...person, grants });
  }

  group(name: string, ...grants: Grant[]): Group {
    return this.state.groups.add({
      id: this.random.id(),
      name,
      grants,
      userIds: new Set(),
      invitedEmails: new Set(),
    });
  }

  /** An invite, already put into groups. */
  invite(email: string, groups: readonly Group[], ...grants: Grant[]): void {
    this.state.invites.add({ email, grants });
    for (const group of groups) group.invitedEmails.add(email.toLowerCase());
  }

  source(
    name: string,
    metadata: SourceMetadata,
    labels: readonly string[],
    plan: TrackingPlan | null = null,
  ): Source {
    return this.state.sources.add({
      id: this.random.id(),
      slug: slugOf(name).replaceAll('-', '_'),
      name,
      metadata,
      enabled: !this.random.chance(0.06),
      writeKeys: [this.random.id(32)],
      settings: { track: { allowUnplannedEvents: !this.random.chance(0.3) } },
      trackingPlanId: plan?.id ?? null,
      labels: this.labels(labels),
    });
  }

  destination(source: Source): void {
    const metadata = this.random.pickEarly(DESTINATIONS, 1.4);
    this.state.destinations.add({
      id: this.random.id(),
      name: `${metadata.name}: ${source.name}`,
      enabled: !this.random.chance(0.12),
      metadata,
      sourceId: source.id,
      settings: { endpoint: this.random.pick(['US', 'EU']) },
    });
  }

  warehouse(database: string, sources: readonly Source[]): void {
    const metadata = this.random.pickEarly(WAREHOUSES);
    this.state.warehouses.add({
      id: this.random.id(),
      metadata,
      enabled: true,
      settings: { hostname: `${slugOf(database)}.warehouse.invalid`, database, name: database },
      sourceIds: new Set(sources.map((source) => source.id)),
    });
  }

  space(name: string, labels: readonly string[]): Space {
    return this.state.spaces.add({
      id: this.random.id(),
      slug: slugOf(name),
      name,
      labels: this.labels(labels),
    });
  }

  trackingPlan(name: string, type: TrackingPlan['type'] = 'LIVE'): TrackingPlan {
    const day = new Date(Date.UTC(2023, this.random.int(36), 1 + this.random.int(28), this.random.int(24)));
    return this.state.trackingPlans.add({
      id: `tp_${this.random.id()}`,
      name,
      slug: slugOf(name),
      description: `What ${name} may send.`,
      type,
      createdAt: day.toISOString(),
      updatedAt: new Date(day.getTime() + this.random.int(200) * 86_400_000).toISOString(),
    });
  }

  function(displayName: string, resourceType: FunctionType): void {
    this.state.functions.add({
      id: `${FUNCTION_PREFIXES[resourceType]}_${this.random.hex(24)}`,
      resourceType,
      createdAt: new Date(Date.UTC(2024, this.random.int(30), 1 + this.random.int(28))).toISOString(),
      createdBy: this.state.users.list()[0]?.id ?? '',
      displayName,
      description: `${displayName}, kept by the platform team.`,
      logoUrl: 'https://logos.sandbox.invalid/function.svg',
      catalogId: this.random.hex(24),
    });
  }

  /** The text of every label of one key. */
  textsOfKey(key: string): string[] {
    return this.state.labels
      .list()
      .filter((label) => label.key === key)
      .map(labelText);
  }
}
