import type { PlanStep } from './plan';

/** The request of a step. `path` holds the query too; `body` is JSON with its keys in order. */
export type StepRequest = PlanStep['request'];

/** One part of a path, percent-encoded as Segment's SDK does: nothing in an id can leave its place. */
function part(text: string): string {
  const encoded = encodeURIComponent(text);
  // These two would be taken for steps up or down.
  return encoded === '.' || encoded === '..' ? encoded.replaceAll('.', '%2E') : encoded;
}

/** A path from a template such as `/groups/{id}/users` and its parameters in their order. */
export function pathOf(template: string, ...parameters: readonly string[]): string {
  let next = 0;
  return template.replace(/\{[^}]*\}/g, () => {
    const parameter = parameters[next];
    next += 1;
    if (parameter === undefined || parameter === '') throw new Error(`a parameter of ${template} is missing`);
    return part(parameter);
  });
}

/** A list in the query as Segment's SDK writes it: `emails%5B0%5D=a%40x`. */
export function listQuery(name: string, values: readonly string[]): string {
  return values
    .map((value, index) => `${encodeURIComponent(`${name}[${index}]`)}=${encodeURIComponent(value)}`)
    .join('&');
}

/**
 * The request once the groups that the plan creates have their ids. `created` is from
 * draft id to real id. @throws Error for a group that was not created: it must not be sent
 */
export function withCreatedGroups(request: StepRequest, created: ReadonlyMap<string, string>): StepRequest {
  const path = request.path
    .split('/')
    .map((segment) => {
      if (!segment.startsWith(part(DRAFT_GROUP))) return segment;
      const id = created.get(decodeURIComponent(segment));
      if (id === undefined) throw new Error('a group of this step has not been created');
      return part(id);
    })
    .join('/');
  return { ...request, path };
}

/** How the ids of groups begin that only the draft has; Segment's own ids have no colon. */
export const DRAFT_GROUP = 'new:';
