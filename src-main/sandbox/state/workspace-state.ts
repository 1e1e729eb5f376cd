import { AuditLog } from './audit-log';
import type { Grant } from './grant';
import { type Label, labelText } from './label';
import { Random, seedOf } from './random';
import type { Destination, FunctionItem, Source, Space, TrackingPlan, Warehouse } from './resources';
import type { Role, RoleKind } from './role';
import { Table } from './table';

/** Segment's plans, as far as access differs between them. */
export type Plan = 'free' | 'team' | 'business';

/** What a workspace has or has not bought; the lists of a missing one cannot be read. */
export type Feature = 'groups' | 'auditTrail' | 'spaces' | 'functions' | 'trackingPlans';

/** A team member with the grants held directly. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  grants: readonly Grant[];
}

/** A pending invite and what it offers; the API shows the address only. */
export interface Invite {
  readonly email: string;
  readonly grants: readonly Grant[];
}

/** A user group. */
export interface Group {
  readonly id: string;
  name: string;
  grants: readonly Grant[];
  /** Ids of members. */
  readonly userIds: Set<string>;
  /** Addresses of pending invites, in lower case. */
  readonly invitedEmails: Set<string>;
}

/** The fixed facts of a workspace. */
export interface WorkspaceProfile {
  readonly slug: string;
  readonly name: string;
  readonly plan: Plan;
  readonly hipaaEligible: boolean;
  readonly features: readonly Feature[];
}

/** Addresses are compared without regard to case. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

/** Everything in one workspace. Rules live in `rules/`; this only holds and finds. */
export class WorkspaceState {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly plan: Plan;
  readonly hipaaEligible: boolean;
  readonly features: ReadonlySet<Feature>;
  /** The one stream that all choices and ids of this workspace come from. */
  readonly random: Random;
  readonly roles = new Table<Role>((row) => row.id);
  readonly labels = new Table<Label>(labelText);
  readonly users = new Table<User>((row) => row.id);
  readonly invites = new Table<Invite>((row) => emailKey(row.email));
  readonly groups = new Table<Group>((row) => row.id);
  readonly sources = new Table<Source>((row) => row.id);
  readonly destinations = new Table<Destination>((row) => row.id);
  readonly warehouses = new Table<Warehouse>((row) => row.id);
  readonly spaces = new Table<Space>((row) => row.id);
  readonly trackingPlans = new Table<TrackingPlan>((row) => row.id);
  readonly functions = new Table<FunctionItem>((row) => row.id);
  readonly audit = new AuditLog();
  readonly #userIdByEmail = new Map<string, string>();

  constructor(profile: WorkspaceProfile) {
    this.slug = profile.slug;
    this.name = profile.name;
    this.plan = profile.plan;
    this.hipaaEligible = profile.hipaaEligible;
    this.features = new Set(profile.features);
    this.random = new Random(seedOf(profile.slug));
    this.id = this.random.id();
  }

  /** Adds a member; an address that is taken is a mistake of the caller and throws. */
  addUser(user: User): User {
    if (this.#userIdByEmail.has(emailKey(user.email))) throw new Error(`${user.email} is a member already`);
    this.users.add(user);
    this.#userIdByEmail.set(emailKey(user.email), user.id);
    return user;
  }

  /** Takes the user out of the workspace and out of every group. */
  removeUser(user: User): void {
    this.users.delete(user.id);
    this.#userIdByEmail.delete(emailKey(user.email));
    for (const group of this.groups.list()) group.userIds.delete(user.id);
  }

  /** Takes back the invite, in groups too. */
  removeInvite(email: string): void {
    this.invites.delete(emailKey(email));
    for (const group of this.groups.list()) group.invitedEmails.delete(emailKey(email));
  }

  /** True for the address of a member or of a pending invite. */
  isTaken(email: string): boolean {
    return this.#userIdByEmail.has(emailKey(email)) || this.invites.has(emailKey(email));
  }

  userByEmail(email: string): User | undefined {
    const id = this.#userIdByEmail.get(emailKey(email));
    return id === undefined ? undefined : this.users.get(id);
  }

  roleOfKind(kind: RoleKind): Role | undefined {
    return this.roles.list().find((role) => role.kind === kind);
  }
}
