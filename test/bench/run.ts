import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { apply } from '../../src-main/policy/changes/apply';
import { compile } from '../../src-main/policy/policy';
import { Random } from '../src-main/policy/random-world';
import { type Measurement, measure } from './measure';
import { NaivePeer } from './naive-peer';
import { buildWorkload, SIZES } from './workload';

const size = Object.entries(SIZES).find(([name]) => name === (process.argv[2] ?? 'L'));
if (size === undefined) throw new Error(`size must be one of ${Object.keys(SIZES).join(', ')}`);
const [sizeName, dimensions] = size;
const snapshot = buildWorkload(dimensions, process.argv.includes('--hard'));

/** Random pairs of the workload, ids and positions. */
function pairs(count: number) {
  const random = new Random(11);
  return Array.from({ length: count }, () => {
    const member = random.pick(snapshot.members);
    const { type, id } = random.pick(snapshot.resources);
    return { memberId: member.id, resource: { type, id }, key: `${type}:${id}` };
  });
}

const questions = pairs(20_000);
const naive = new NaivePeer(snapshot);
const policy = compile(snapshot);
for (const { memberId, resource, key } of questions) {
  const ours = (policy.matrixWindow([memberId], [resource])[0] ?? 0) & 3;
  if (ours !== naive.level(memberId, key)) throw new Error(`disagreement about ${memberId} and ${key}`);
}

const { world } = policy.matrix;
const handles = questions.map(({ memberId, resource }) => ({
  row: world.memberRow[world.memberIndex.get(memberId) ?? 0] ?? 0,
  column: world.columns.byId[resource.type].get(resource.id) ?? 0,
}));
const largest = [...snapshot.groups].sort(
  (one, other) => (other.memberIds?.length ?? 0) - (one.memberIds?.length ?? 0),
)[0];
const source = snapshot.resources.find(({ type }) => type === 'SOURCE');
if (largest === undefined || source?.type !== 'SOURCE')
  throw new Error('a workload without groups or sources');
const [label] = source.labels;
if (label === undefined) throw new Error('a source without labels');
const grantChange: Change = {
  kind: 'addGrant',
  holder: { kind: 'group', id: largest.id },
  grant: {
    roleId: 'Source Admin',
    roleName: 'Source Admin',
    scope: { kind: 'labels', labels: [{ key: 'environment', value: 'v0' }] },
  },
};
const labelChange: Change = { kind: 'removeLabel', resource: { type: 'SOURCE', id: source.id }, label };
const target = { kind: 'resource', type: 'SOURCE', id: source.id } as const;

function rebuilt(base: Snapshot, change: Change): Snapshot {
  const applied = apply(base, change);
  if (applied.kind === 'impossible') throw new Error(applied.reason);
  return applied.snapshot;
}

const pairsOfMatrix = snapshot.members.length * snapshot.resources.length;
let bytes = 0;
const tasks = {
  'build and whole matrix': () => {
    bytes = compile(snapshot).matrix.fill();
  },
  'naive: 20,000 checks by ids': () =>
    questions.reduce((sum, { memberId, key }) => sum + naive.level(memberId, key), 0),
  'ours: 20,000 checks by ids': () =>
    questions.reduce((sum, { memberId, resource }) => sum + policy.matrix.level(memberId, resource), 0),
  'ours: 20,000 checks by handle': () =>
    handles.reduce((sum, { row, column }) => sum + policy.matrix.levelAt(row, column), 0),
  'naive: who can reach': () =>
    snapshot.members.filter(({ id }) => naive.level(id, `SOURCE:${source.id}`) > 0).length,
  'ours: who can reach': () => policy.whoCanReach(target).allowed.length,
  'rebuild after a grant, matrix included': () => compile(rebuilt(snapshot, grantChange)).matrix.fill(),
  'effect of a grant to the largest group': () => policy.effect([grantChange]),
  'effect of a label edit': () => policy.effect([labelChange]),
};
policy.matrix.fill();
const results: Record<string, Measurement> = measure(tasks, sizeName === 'XL' ? 3 : 5);

const median = (name: keyof typeof tasks) => results[name]?.median ?? Number.NaN;
const naiveMatrix = (median('naive: 20,000 checks by ids') / questions.length) * pairsOfMatrix;
const ratios = {
  'whole matrix, building included: naive (extrapolated) / ours':
    naiveMatrix / median('build and whole matrix'),
  'check by ids: naive / ours': median('naive: 20,000 checks by ids') / median('ours: 20,000 checks by ids'),
  'check by handle: naive by ids / ours':
    median('naive: 20,000 checks by ids') / median('ours: 20,000 checks by handle'),
  'who can reach: naive / ours': median('naive: who can reach') / median('ours: who can reach'),
  'effect of a grant: own rebuild / ours':
    median('rebuild after a grant, matrix included') / median('effect of a grant to the largest group'),
  'effect of a label edit: own rebuild / ours':
    median('rebuild after a grant, matrix included') / median('effect of a label edit'),
  'bytes of the matrix / dense two-bit matrix': bytes / (pairsOfMatrix / 4),
};
process.stdout.write(
  `size ${sizeName}, ${world.rows.size} rows, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident\n`,
);
for (const [name, { median: middle, least, most }] of Object.entries(results)) {
  process.stdout.write(
    `${name.padEnd(46)} ${middle.toFixed(2)} ms (${least.toFixed(2)} to ${most.toFixed(2)})\n`,
  );
}
for (const [name, ratio] of Object.entries(ratios))
  process.stdout.write(`${name.padEnd(62)} ${ratio.toPrecision(4)}\n`);
const folder = resolve(import.meta.dirname, '../../test-results/bench');
mkdirSync(folder, { recursive: true });
writeFileSync(
  resolve(folder, `${sizeName}.json`),
  `${JSON.stringify({ size: sizeName, results, ratios }, null, 2)}\n`,
);
