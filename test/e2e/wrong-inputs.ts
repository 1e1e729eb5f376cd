import { channels } from '../../src-preload/contract/channels';
import { type ChannelName, channelNames } from '../../src-preload/contract/names';

const KEY = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';

/** Values that are wrong for nearly everything. */
const hostile: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  Number.NaN,
  '',
  'undefined',
  '../../etc/passwd',
  'x'.repeat(100_000),
  '\u0000',
  '\u202e',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://127.0.0.1")',
  [],
  [[]],
  [null],
  new Array(1000).fill(KEY),
  {},
  { key: null },
  { key: '' },
  { key: 'x' },
  { key: [KEY] },
  { key: { $ne: null } },
  { key: KEY.toUpperCase().replace('5', 'g') },
  JSON.parse('{"__proto__":{"polluted":true},"key":1}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  { input: { key: KEY } },
  { length: -1 },
  new Date(0),
  new Map([['key', KEY]]),
];

/** Inputs that would be right but for one field, for the channels that take an object. */
const nearly: Record<string, unknown>[] = [
  { key: KEY, full: true },
  { key: KEY, id: 'a'.repeat(32) },
  { key: KEY, id: 'a'.repeat(32), problem: null },
  { key: KEY, id: 'a'.repeat(32), completedAt: 1, chunks: [new Uint8Array([1])] },
  { key: KEY, text: '', sort: null, offset: 0, limit: 10, show: 'all' },
  { key: KEY, text: '', sort: null, offset: 0, limit: 10, types: [], label: null },
  { key: KEY, subject: { kind: 'member', id: 'u1' } },
  { key: KEY, description: 'CI', role: 'Owner' },
  { key: KEY, statement: { subject: 'plan', value: 'free' } },
  { key: KEY, subject: 'plan', spaceId: null },
  { key: KEY, token: 't' },
  { token: 't', endpoint: { kind: 'us' }, email: 'a@example.com' },
  { keys: [KEY] },
  { protection: 'passphrase', passphrase: 'long enough' },
  { passphrase: 'long enough' },
  { confirm: 'forget everything' },
  { text: 'a', limit: 10 },
  { to: 'tokens', slug: 'a' },
  { key: KEY, memberId: 'u1', action: 'view', target: { kind: 'workspace' } },
  { key: KEY, action: 'view', target: { kind: 'workspace' }, offset: 0, limit: 10 },
  { key: KEY, memberId: 'u1', action: 'view', types: [], offset: 0, limit: 10 },
  { key: KEY, holder: { kind: 'member', id: 'u1' } },
  { key: KEY, memberIds: ['u1'], resources: [{ type: 'SOURCE', id: 's1' }] },
  { key: KEY, draft: [{ kind: 'deleteGroup', groupId: 'g1' }], offset: 0, limit: 10 },
  { key: KEY, draft: [], changes: [{ kind: 'deleteGroup', groupId: 'g1' }] },
  {
    key: KEY,
    holder: { kind: 'member', id: 'u1' },
    grant: { roleId: 'r', roleName: 'Source Admin', scope: { kind: 'all' } },
  },
  { theme: 'dark', density: 'compact', screen: 'members', inspectorWidth: 300, sandboxStopped: false },
];

const spoilers: unknown[] = [null, 1.5, -7, 'wrong', [], {}, { kind: 'evil' }, true, 'x'.repeat(10_000)];

/** `count` inputs that the contract refuses for this channel: hostile values, then spoiled ones. */
export function wrongInputs(name: ChannelName, count: number): unknown[] {
  const schema = channels[name].input;
  const found: unknown[] = [];
  const take = (value: unknown) => {
    if (found.length < count && !schema.safeParse(value).success) found.push(value);
  };
  for (const value of hostile) take(value);
  for (const spoiler of spoilers) {
    for (const shape of nearly) {
      for (const field of Object.keys(shape)) take({ ...shape, [field]: spoiler });
    }
  }
  for (let depth = 1; found.length < count && depth < 500; depth += 1) {
    take(JSON.parse(`${'{"key":'.repeat(depth)}1${'}'.repeat(depth)}`));
  }
  return found;
}

export { channelNames };
