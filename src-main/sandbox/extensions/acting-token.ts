import type { Call } from '../wire/call';

/** GET `/gatehouse/workspace`: what the Public API does not tell of the workspace and of the acting token. */
export function describeWorkspace({ workspace, token }: Call) {
  return {
    workspace: {
      id: workspace.id,
      slug: workspace.slug,
      name: workspace.name,
      plan: workspace.plan,
      hipaaEligible: workspace.hipaaEligible,
    },
    token: {
      id: token.id,
      role: token.role,
      description: token.description,
      createdBy: token.createdBy,
    },
  };
}
