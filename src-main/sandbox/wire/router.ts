import { ApiError, invalid, notFound } from './api-error';
import type { Route } from './call';

/** A route found for a path, with the decoded parameters. */
export interface Match {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
}

type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'param'; readonly name: string };

function segmentsOf(template: string): Segment[] {
  return template
    .slice(1)
    .split('/')
    .map((part) =>
      part.startsWith('{') ? { kind: 'param', name: part.slice(1, -1) } : { kind: 'text', text: part },
    );
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): Map<string, string> | null {
  if (segments.length !== parts.length) return null;
  const raw = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (segment.kind === 'param') {
      if (part === '') return null;
      raw.set(segment.name, part);
    } else if (segment.text !== part) return null;
  }
  return raw;
}

function decode(raw: ReadonlyMap<string, string>): Map<string, string> {
  const params = new Map<string, string>();
  for (const [name, part] of raw) {
    let value: string;
    try {
      value = decodeURIComponent(part);
    } catch {
      throw notFound('the path is not well-formed');
    }
    if (value.length > 255) throw invalid(name, 'must be 1 to 255 characters');
    params.set(name, value);
  }
  return params;
}

/** Finds the route of a request: 404 for a path that nobody has, 405 for a method that the path has not. */
export class Router {
  readonly #routes: ReadonlyArray<{ route: Route; segments: readonly Segment[] }>;

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ route, segments: segmentsOf(route.path) }));
  }

  find(method: string, path: string): Match {
    const parts = path.slice(1).split('/');
    const allowed = new Set<string>();
    if (path.startsWith('/')) {
      for (const { route, segments } of this.#routes) {
        const raw = matchSegments(segments, parts);
        if (raw === null) continue;
        if (route.method === method) return { route, params: decode(raw) };
        allowed.add(route.method);
      }
    }
    if (allowed.size === 0) throw notFound('there is no such path');
    const allow = [...allowed].join(', ');
    throw new ApiError(405, [{ type: 'MethodNotAllowed', message: `this path takes ${allow}` }], {
      Allow: allow,
    });
  }
}
