/** How the fake Public API writes its values, and how it reads those of a request. */

export interface Permission {
  readonly roleId: string;
  readonly resources: readonly { id: string; type: string; labels?: readonly LabelText[] }[];
}
export interface LabelText {
  readonly key: string;
  readonly value: string;
}

export function labelView(text: string): LabelText {
  const [key = '', value = ''] = text.split(':');
  return { key, value };
}

/** Segment tells the role's name and, for the workspace, a list of labels. */
export function permissionView(permission: Permission): object {
  return { ...permission, roleName: ROLE_NAMES[permission.roleId] ?? permission.roleId };
}

export const ROLE_NAMES: Readonly<Record<string, string>> = {
  owner: 'Workspace Owner',
  sourceAdmin: 'Source Admin',
  sourceRead: 'Source Read-only',
};

export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textIn(value: unknown, name: string): string {
  const text = property(value, name);
  if (typeof text !== 'string') throw new Error(`${name} is missing in ${JSON.stringify(value)}`);
  return text;
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const entries = property(value, name);
  if (!Array.isArray(entries)) throw new Error(`${name} is missing in ${JSON.stringify(value)}`);
  return entries;
}

export const emailsIn = (body: unknown): string[] => listIn(body, 'emails').map(String);

export function permissionsIn(body: unknown): Permission[] {
  return listIn(body, 'permissions').map((each) => ({
    roleId: textIn(each, 'roleId'),
    resources: listIn(each, 'resources').map((resource) => {
      const labels = property(resource, 'labels');
      return {
        id: textIn(resource, 'id'),
        type: textIn(resource, 'type'),
        ...(Array.isArray(labels)
          ? { labels: labels.map((label) => ({ key: textIn(label, 'key'), value: textIn(label, 'value') })) }
          : {}),
      };
    }),
  }));
}
