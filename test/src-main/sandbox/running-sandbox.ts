import { afterEach, expect } from 'vitest';
import { z } from 'zod';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src-main/sandbox/server';

/** The demo workspaces by their short names. */
export type DemoName = 'northwind' | 'maplecrest-clinics' | 'foxglove-studio';

/** An answer, its body parsed when it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** How a request differs from the usual one: the owner's token of Northwind, a JSON body. */
export interface Ask {
  readonly body?: unknown;
  readonly workspace?: DemoName;
  readonly as?: 'owner' | 'member' | 'nobody';
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

const errorsSchema = z.object({
  errors: z
    .array(
      z.object({
        type: z.string().min(1),
        message: z.string().min(1),
        field: z.string().optional(),
        data: z.unknown().optional(),
        status: z.number(),
      }),
    )
    .min(1),
  data: z.undefined().optional(),
});

const envelopeSchema = z.object({ data: z.unknown(), errors: z.unknown().optional() });

/** The failure envelope; throws when the answer is not one, or also holds data. */
export function errorsOf(answer: Answer) {
  return errorsSchema.parse(answer.json).errors;
}

/** The fields that a failure names, sorted. */
export function fieldsOf(answer: Answer): string[] {
  return errorsOf(answer)
    .map((error) => error.field ?? '')
    .sort();
}

/** The content of `data`, parsed; throws when the answer is not a success. */
export function dataOf<Shape extends z.ZodType>(answer: Answer, shape: Shape): z.output<Shape> {
  expect(answer.status, JSON.stringify(answer.json)).toBeLessThan(300);
  const { data, errors } = envelopeSchema.parse(answer.json);
  expect(errors).toBeUndefined();
  return shape.parse(data);
}

/** A sandbox with short words for asking it things. */
export class Asker {
  readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  workspace(name: DemoName = 'northwind') {
    const found = this.sandbox.workspaces.find((each) => each.slug === name);
    if (found === undefined) throw new Error(`no workspace ${name}`);
    return found;
  }

  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    const { ownerToken, memberToken } = this.workspace(ask.workspace);
    const token = ask.token ?? { owner: ownerToken, member: memberToken, nobody: null }[ask.as ?? 'owner'];
    const response = await fetch(`${this.sandbox.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(ask.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...ask.headers,
      },
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text };
  }

  get(path: string, ask: Ask = {}): Promise<Answer> {
    return this.ask('GET', path, ask);
  }

  /** The ids of a list's first rows. */
  async ids(path: string, name: string, ask: Ask = {}): Promise<string[]> {
    const rows = z.array(z.object({ id: z.string() }));
    const data = dataOf(await this.get(path, ask), z.looseObject({ [name]: rows }));
    return rows.parse(data[name]).map((row) => row.id);
  }

  /** The id of the role with this name. */
  async role(name: string, ask: Ask = {}): Promise<string> {
    const shape = z.object({ roles: z.array(z.object({ id: z.string(), name: z.string() })) });
    const found = dataOf(await this.get('/roles', ask), shape).roles.find((role) => role.name === name);
    if (found === undefined) throw new Error(`no role ${name}`);
    return found.id;
  }

  /** The user with this address. */
  async userId(email: string, ask: Ask = {}): Promise<string> {
    const shape = z.object({ users: z.array(z.object({ id: z.string(), email: z.string() })) });
    const { users } = dataOf(await this.get('/users?pagination.count=1000', ask), shape);
    const found = users.find((user) => user.email === email);
    if (found === undefined) throw new Error(`no user ${email}`);
    return found.id;
  }
}

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a sandbox that is stopped after the test. A mistake inside it fails the test that met it. */
export async function start(options: SandboxOptions = {}): Promise<Asker> {
  const sandbox = await startSandbox({
    onUnexpectedError: (error) => {
      throw error;
    },
    ...options,
  });
  running.push(sandbox);
  return new Asker(sandbox);
}
