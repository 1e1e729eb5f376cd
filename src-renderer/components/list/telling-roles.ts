/** The roles that nearly everybody has and that give nothing by themselves. */
const PLAIN: readonly string[] = ['Workspace Member', 'Minimal Workspace Access'];

/** Roles in the order in which they tell most: what everybody has comes last. */
export function tellingFirst(roles: readonly string[]): string[] {
  return [...roles.filter((role) => !PLAIN.includes(role)), ...roles.filter((role) => PLAIN.includes(role))];
}
