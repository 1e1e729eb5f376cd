import { gzipSync } from 'node:zlib';
import type { Scripted } from './scripted-server';

/** An answer that no honest server gives to a request for the first page of team members. */
export interface HostileBody {
  readonly name: string;
  readonly answer: Scripted;
}

const member = { id: 'u1', name: 'Ada', email: 'ada@x.example', permissions: [] };
const page = (users: unknown, pagination: unknown = { current: 'MA==', totalEntries: 1 }) => ({
  data: { users, pagination },
});

/** Values that stand where another type belongs. */
const WRONG: readonly [string, unknown][] = [
  ['null', null],
  ['a number', 7],
  ['a truth value', true],
  ['a text', 'text'],
  ['a list', [1]],
  ['an object', { a: 1 }],
  ['a very large number', 1e308],
];

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const json = (body: object | string) => (typeof body === 'string' ? body : JSON.stringify(body));

function wrongTypes(): HostileBody[] {
  const places: readonly [string, (value: unknown) => object, readonly string[]][] = [
    ['the whole', (value) => ({ value }), []],
    ['data', (value) => ({ data: value }), []],
    ['the list', (value) => page(value), []],
    ['an entry', (value) => page([value]), []],
    ['pagination', (value) => page([member], value), []],
    ['an id', (value) => page([{ ...member, id: value }]), ['a text']],
    ['a name', (value) => page([{ ...member, name: value }]), ['a text']],
    ['an email', (value) => page([{ ...member, email: value }]), ['a text']],
    ['permissions', (value) => page([{ ...member, permissions: value }]), ['a list', 'null']],
    ['a permission', (value) => page([{ ...member, permissions: [value] }]), []],
    ['a role', (value) => page([{ ...member, permissions: [{ roleId: value }] }]), []],
    ['a cursor', (value) => page([member], { current: value, totalEntries: 1 }), ['a text']],
    [
      'the next cursor',
      (value) => page([member], { current: 'MA==', next: value, totalEntries: 1 }),
      ['a text', 'null'],
    ],
  ];
  return places.flatMap(([where, make, fits]) =>
    WRONG.filter(([what]) => !fits.includes(what)).map(([what, value]) => ({
      name: `${what} for ${where}`,
      answer: { body: make(value) },
    })),
  );
}

const bytes = (text: string, headers: Record<string, string> = {}): Scripted => ({ body: text, headers });

/** More than a hundred of them. */
export const HOSTILE_BODIES: readonly HostileBody[] = [
  ...wrongTypes(),
  { name: 'nothing', answer: bytes('') },
  { name: 'blanks', answer: bytes(' \n\t ') },
  { name: 'HTML with 200', answer: bytes('<!doctype html><p>Sign in</p>', { 'Content-Type': 'text/html' }) },
  { name: 'HTML that says it is JSON', answer: bytes('<html></html>') },
  { name: 'two values', answer: bytes('{} {}') },
  { name: 'a list that breaks off', answer: bytes(json(page([member])).slice(0, -10)) },
  { name: 'NaN', answer: bytes('NaN') },
  { name: 'single quotes', answer: bytes("{'data':{}}") },
  { name: 'a comment', answer: bytes('/* */ {"data":{}}') },
  { name: 'zero bytes', answer: bytes('\u0000'.repeat(1000)) },
  {
    name: '`__proto__` for data',
    answer: bytes('{"__proto__":{"data":{}},"constructor":{"prototype":{"polluted":1}}}'),
  },
  {
    name: '`__proto__` in an entry without its fields',
    answer: bytes(
      '{"data":{"users":[{"__proto__":{"id":"u1","polluted":1}}],"pagination":{"current":"MA=="}}}',
    ),
  },
  {
    name: '`constructor` in the pagination',
    answer: bytes('{"data":{"users":[],"pagination":{"constructor":{"prototype":{"polluted":1}}}}}'),
  },
  { name: '10,000 lists in each other', answer: bytes(deep(10_000)) },
  { name: '1,000,000 lists in each other', answer: bytes(deep(1_000_000)) },
  {
    name: '10,000 lists for an entry',
    answer: bytes(`{"data":{"users":[${deep(10_000)}],"pagination":{"current":"MA=="}}}`),
  },
  { name: '10 MB of text', answer: bytes(`"${'x'.repeat(10_000_000)}"`) },
  { name: '10 MB of text for the list', answer: { body: page('x'.repeat(10_000_000)) } },
  { name: 'an error list with 200', answer: { body: { errors: [{ type: 'x', message: 'y' }] } } },
  { name: 'a body that is not the gzip it says', answer: bytes('not gzip', { 'Content-Encoding': 'gzip' }) },
  { name: 'an encoding that nobody knows', answer: bytes('{}', { 'Content-Encoding': 'br' }) },
  { name: 'a length that is too long', answer: bytes('{}', { 'Content-Length': '100' }) },
  { name: 'base64 of an answer', answer: bytes(Buffer.from(json(page([member]))).toString('base64')) },
  { name: 'a hex dump', answer: bytes(gzipSync('{}').toString('hex')) },
];
