import type { Call } from '../wire/call';

/** GET `/roles` */
export function listRoles(call: Call) {
  const { rows, pagination } = call.page(call.workspace.roles.list(), { total: false, firstCursor: 0 });
  return { roles: rows.map(({ id, name, description }) => ({ id, name, description })), pagination };
}
