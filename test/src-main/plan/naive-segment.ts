import type { Grant, LabelRef, Scope, Snapshot } from '@contract/snapshot';
import { z } from 'zod';
import type { TargetState } from '../../../src-main/plan/plan';
import type { StepRequest } from '../../../src-main/plan/requests';

const labelSchema = z.object({ key: z.string(), value: z.string(), description: z.string().optional() });
const permissionSchema = z.object({
  roleId: z.string(),
  labels: z.array(labelSchema).optional(),
  resources: z
    .array(
      z.object({
        id: z.string(),
        type: z.enum(['WORKSPACE', 'FUNCTION', 'SOURCE', 'SPACE', 'WAREHOUSE']),
        labels: z.array(labelSchema).optional(),
      }),
    )
    .min(1),
});
const text = ({ key, value }: LabelRef) => `${key}:${value}`;

/** The Public API as plainly as possible: a snapshot that writes change. Anything odd throws. */
export class NaiveSegment {
  readonly created = new Map<string, string>();
  #number = 0;

  constructor(public now: Snapshot) {}

  send({ method, path, body }: StepRequest): void {
    const [where = '', query = ''] = path.split('?');
    const parts = where.split('/').slice(1).map(decodeURIComponent);
    const listed = [...new URLSearchParams(query).values()];
    const json: unknown = body === null ? null : JSON.parse(body);
    const [area = '', id = '', what = '', more = ''] = parts;
    if (area === 'labels' && method === 'POST') {
      this.#createLabel(z.object({ label: labelSchema }).parse(json).label);
    } else if (area === 'labels' && method === 'DELETE') this.#deleteLabel({ key: id, value: what });
    else if (area === 'sources' && what === 'labels') this.#label('SOURCE', id, method, json);
    else if (area === 'gatehouse' && id === 'spaces' && more === 'labels') {
      this.#label('SPACE', what, method, json);
    } else if ((area === 'users' || area === 'groups') && what === 'permissions') {
      this.#permit(area === 'users' ? 'members' : 'groups', id, method, json);
    } else if (what === 'users' && area === (method === 'POST' ? 'groups' : 'group')) {
      this.#people(id, method, json, listed);
    } else if (area === 'groups' && what === '') this.#group(method, id, json);
    else if (area === 'invites') this.#invites(method, json, listed);
    else if (area === 'users' && method === 'DELETE' && id === '') this.#removeMembers(listed);
    else throw new Error(`no such route: ${method} ${path}`);
  }

  /** What a step's target looks like. */
  read(state: TargetState, target: { kind: string; id: string; name: string }): TargetState {
    const id = this.created.get(target.id) ?? target.id;
    const group = this.now.groups.find((each) => each.id === id);
    const member = this.now.members.find((each) => each.id === id);
    switch (state.kind) {
      case 'grants':
        return { kind: 'grants', grants: (target.kind === 'memberGrants' ? member : group)?.grants ?? [] };
      case 'groupMembers':
        return {
          kind: 'groupMembers',
          members: (group?.memberIds ?? []).map((memberId) => ({ id: memberId, email: '' })),
          invited: group?.invitedEmails ?? null,
        };
      case 'groupName':
        return { kind: 'groupName', name: group?.name ?? '' };
      case 'groupsNamed': {
        const ids = this.now.groups.filter(({ name }) => name === state.name).map((each) => each.id);
        return { kind: 'groupsNamed', name: state.name, ids, created: false };
      }
      case 'group':
        return { kind: 'group', group: group ?? null };
      case 'label':
        return { kind: 'label', label: this.now.labels.find((label) => text(label) === target.id) ?? null };
      case 'labels': {
        const type = target.kind === 'sourceLabels' ? 'SOURCE' : 'SPACE';
        const resource = this.now.resources.find((each) => each.type === type && each.id === id);
        return { kind: 'labels', labels: (resource && 'labels' in resource && resource.labels) || [] };
      }
      case 'invite':
        return { kind: 'invite', pending: this.now.invites.some(({ email }) => email === target.id) };
      case 'member':
        return { kind: 'member', member: member ?? null };
    }
  }

  #need(condition: boolean, why: string): void {
    if (!condition) throw new Error(why);
  }

  #createLabel(label: z.infer<typeof labelSchema>): void {
    this.#need(!this.now.labels.some((each) => text(each) === text(label)), '409 label is there');
    const made =
      label.description === undefined
        ? { key: label.key, value: label.value }
        : { ...label, description: label.description };
    this.now = { ...this.now, labels: [...this.now.labels, made] };
  }

  #deleteLabel(label: LabelRef): void {
    const { labels, resources, members, groups } = this.now;
    this.#need(
      labels.some((each) => text(each) === text(label)),
      '404 label',
    );
    const named = [...members, ...groups].some(({ grants }) =>
      grants?.some(
        ({ scope }) => scope.kind === 'labels' && scope.labels.some((each) => text(each) === text(label)),
      ),
    );
    const worn = resources.some(
      (each) => 'labels' in each && each.labels?.some((one) => text(one) === text(label)),
    );
    this.#need(!named && !worn, '409 label is in use');
    this.now = { ...this.now, labels: labels.filter((each) => text(each) !== text(label)) };
  }

  #label(type: 'SOURCE' | 'SPACE', id: string, method: string, json: unknown): void {
    const { labels } = z.object({ labels: z.array(labelSchema) }).parse(json);
    this.#need(
      labels.every((label) => this.now.labels.some((each) => text(each) === text(label))),
      '422 no such label',
    );
    this.#need(
      this.now.resources.some((each) => each.type === type && each.id === id),
      '404 resource',
    );
    const resources = this.now.resources.map((each) => {
      if ((each.type !== 'SOURCE' && each.type !== 'SPACE') || each.type !== type || each.id !== id)
        return each;
      const all = method === 'PUT' ? labels : [...(each.labels ?? []), ...labels];
      this.#need(new Set(all.map(({ key }) => key)).size === all.length, '422 two values of one key');
      return { ...each, labels: all };
    });
    this.now = { ...this.now, resources };
  }

  #grantsOf(json: unknown[]): Grant[] {
    return json.map((each) => {
      const { roleId, labels: outer, resources } = permissionSchema.parse(each);
      const [first] = resources;
      const labels = [...(outer ?? []), ...(first?.labels ?? [])].map(({ key, value }) => ({ key, value }));
      this.#need(
        labels.every((label) => this.now.labels.some((one) => text(one) === text(label))),
        '422 no such label',
      );
      if (first?.type === 'WORKSPACE')
        this.#need(first.id === this.now.workspace.id, '422 another workspace');
      const scope: Scope =
        first?.type === 'WORKSPACE'
          ? labels.length > 0
            ? { kind: 'labels', labels }
            : { kind: 'all' }
          : {
              kind: 'list',
              resources: resources.flatMap(({ type, id }) => (type === 'WORKSPACE' ? [] : [{ type, id }])),
            };
      const roleName = roleId.replace(/^role /, '');
      return { roleId, roleName, scope };
    });
  }

  #permit(list: 'members' | 'groups', id: string, method: string, json: unknown): void {
    const grants = this.#grantsOf(z.object({ permissions: z.array(z.unknown()) }).parse(json).permissions);
    this.#need(
      this.now[list].some((each) => each.id === id),
      `404 ${list}`,
    );
    const written = (held: Grant[] | null) => (method === 'PUT' ? grants : [...(held ?? []), ...grants]);
    this.now =
      list === 'members'
        ? {
            ...this.now,
            members: this.now.members.map((each) =>
              each.id === id ? { ...each, grants: written(each.grants) } : each,
            ),
          }
        : {
            ...this.now,
            groups: this.now.groups.map((each) =>
              each.id === id ? { ...each, grants: written(each.grants) } : each,
            ),
          };
  }

  #people(id: string, method: string, json: unknown, listed: string[]): void {
    const emails =
      method === 'DELETE' ? listed : z.object({ emails: z.array(z.string()) }).parse(json).emails;
    this.#need(emails.length > 0, '422 nobody');
    const ids = emails.map((email) => {
      const member = this.now.members.find((each) => each.email === email);
      if (member === undefined) throw new Error(`422 ${email}`);
      return member.id;
    });
    this.#need(
      this.now.groups.some((each) => each.id === id),
      '404 group',
    );
    const groups = this.now.groups.map((each) => {
      if (each.id !== id || each.memberIds === null) return each;
      const memberIds =
        method === 'DELETE'
          ? each.memberIds.filter((one) => !ids.includes(one))
          : [...new Set([...each.memberIds, ...ids])];
      return { ...each, memberIds, memberCount: memberIds.length };
    });
    this.now = { ...this.now, groups };
  }

  #group(method: string, id: string, json: unknown): void {
    const { groups } = this.now;
    if (method === 'POST') {
      const { name } = z.object({ name: z.string().min(1) }).parse(json);
      this.#number += 1;
      const made = {
        id: `made${this.#number}`,
        name,
        memberCount: 0,
        memberIds: [],
        invitedEmails: [],
        grants: [],
      };
      this.now = { ...this.now, groups: [...groups, made] };
      return;
    }
    this.#need(
      groups.some((each) => each.id === id),
      '404 group',
    );
    if (method === 'PATCH') {
      const { name } = z.object({ name: z.string().min(1) }).parse(json);
      this.now = { ...this.now, groups: groups.map((each) => (each.id === id ? { ...each, name } : each)) };
    } else this.now = { ...this.now, groups: groups.filter((each) => each.id !== id) };
  }

  #invites(method: string, json: unknown, listed: string[]): void {
    const { invites, members, groups } = this.now;
    if (method === 'DELETE') {
      this.#need(
        listed.every((email) => invites.some((each) => each.email === email)),
        '404 invite',
      );
      this.now = {
        ...this.now,
        invites: invites.filter(({ email }) => !listed.includes(email)),
        groups: groups.map((each) => ({
          ...each,
          invitedEmails: each.invitedEmails?.filter((email) => !listed.includes(email)) ?? null,
        })),
      };
      return;
    }
    const asked = z
      .object({ invites: z.array(z.object({ email: z.string(), permissions: z.array(z.unknown()) })) })
      .parse(json).invites;
    for (const { email, permissions } of asked) {
      this.#grantsOf(permissions);
      this.#need(![...members, ...invites].some((each) => each.email === email), '409 there already');
    }
    this.now = { ...this.now, invites: [...invites, ...asked.map(({ email }) => ({ email }))] };
  }

  #removeMembers(ids: string[]): void {
    const { members, groups } = this.now;
    this.#need(ids.length > 0 && ids.every((id) => members.some((each) => each.id === id)), '404 user');
    this.now = {
      ...this.now,
      members: members.filter(({ id }) => !ids.includes(id)),
      groups: groups.map((each) => ({
        ...each,
        memberIds: each.memberIds?.filter((id) => !ids.includes(id)) ?? null,
      })),
    };
  }
}
