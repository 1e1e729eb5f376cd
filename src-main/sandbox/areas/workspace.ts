import type { Call } from '../wire/call';

/** GET `/`: the workspace that the token belongs to. */
export function getWorkspace({ workspace }: Call) {
  return { workspace: { id: workspace.id, slug: workspace.slug, name: workspace.name } };
}
