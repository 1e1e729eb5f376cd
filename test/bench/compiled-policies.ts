import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { ParsedInput } from '@contract/channels';
import {
  type CompiledPolicies,
  createCompiledPolicies,
} from '../../src-main/compiled-policies/compiled-policies';
import type { QuestionName } from '../../src-main/compiled-policies/messages';
import { startPolicyWorker } from '../../src-main/compiled-policies/start-worker';
import { createListIndex } from '../../src-main/lists/list-index';
import { buildWorkload, SIZES } from './workload';

/**
 * What the window feels of a workspace that is being compiled, and how long questions
 * take through the worker: `node --import tsx test/bench/compiled-policies.ts [S|M|L|XL]`.
 */
const size = Object.entries(SIZES).find(([name]) => name === (process.argv[2] ?? 'L'));
if (size === undefined) throw new Error(`size must be one of ${Object.keys(SIZES).join(', ')}`);
const snapshot = buildWorkload(size[1]);
const key = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';
const say = (what: string, ms: number) => process.stdout.write(`${what.padEnd(58)} ${ms.toFixed(1)} ms\n`);

let ready = () => {};
const isReady = new Promise<void>((resolve) => {
  ready = resolve;
});
const index = createListIndex(snapshot);
index.members();
let applied = 0;
const policies: CompiledPolicies = createCompiledPolicies(
  () => startPolicyWorker(new URL('../../out/main/policy-worker.js', import.meta.url)),
  {
    onState: ({ kind, reason }) => {
      if (kind === 'failed') throw new Error(reason ?? 'failed');
      if (kind === 'ready') ready();
    },
    onCounts: (_, __, counts) => {
      const begun = performance.now();
      index.counts.put(counts);
      applied = performance.now() - begun;
    },
  },
);

await wait(500);
const holds = monitorEventLoopDelay({ resolution: 1 });
holds.enable();
let longest = 0;
let last = performance.now();
const ticking = setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
}, 1);
const begun = performance.now();
policies.take(key, snapshot);
const handing = performance.now() - begun;
await isReady;
const took = performance.now() - begun;
await wait(50);
clearInterval(ticking);
holds.disable();
say(`size ${size[0]}: take() itself, worker started`, handing);
say('ready, counts included', took);
say('longest hold of the event loop (monitorEventLoopDelay)', holds.max / 1e6);
say('longest time between two turns, by a 1 ms timer', longest);
say('putting the counts into the lists', applied);

async function time<Name extends QuestionName>(what: string, name: Name, input: ParsedInput<Name>) {
  const times: number[] = [];
  let answer: unknown;
  for (let round = 0; round < 7; round += 1) {
    const from = performance.now();
    answer = await policies.ask(name, input);
    times.push(performance.now() - from);
  }
  const [first = 0] = times;
  times.sort((a, b) => a - b);
  process.stdout.write(
    `${what.padEnd(58)} ${(times[3] ?? 0).toFixed(1)} ms (first ${first.toFixed(1)}, most ${(times.at(-1) ?? 0).toFixed(1)})\n`,
  );
  return answer;
}

const source = snapshot.resources.find(({ type }) => type === 'SOURCE');
const largest = [...snapshot.groups].sort(
  (one, other) => (other.memberIds?.length ?? 0) - (one.memberIds?.length ?? 0),
)[0];
if (source === undefined || largest === undefined) throw new Error('a workload without sources or groups');
const resource = { type: source.type, id: source.id };
const memberIds = snapshot.members.slice(0, 60).map(({ id }) => id);
const resources = snapshot.resources.slice(0, 200).map(({ type, id }) => ({ type, id }));
const [memberId = ''] = memberIds;
const whole = { kind: 'resource', resource } as const;
const denied: string[] = [];
for (const id of memberIds) {
  const { effect } = await policies.ask('policy.explain', {
    key,
    memberId: id,
    action: 'view',
    target: whole,
  });
  if (effect === 'denied') denied.push(id);
}
const grantAll = {
  kind: 'addGrant',
  holder: { kind: 'group', id: largest.id },
  grant: {
    roleId: 'role Source Admin',
    roleName: 'Source Admin',
    scope: { kind: 'labels', labels: [{ key: 'environment', value: 'v0' }] },
  },
} as const satisfies ParsedInput<'policy.effect'>['draft'][number];
const draft: ParsedInput<'policy.effect'>['draft'] = [
  {
    ...grantAll,
    grant: { ...grantAll.grant, scope: { kind: 'labels', labels: [{ key: 'environment', value: 'v0' }] } },
  },
];
const page = { offset: 0, limit: 100 };
await time('explain, view of a source', 'policy.explain', { key, memberId, action: 'view', target: whole });
await time('explain, a denial with its fixes', 'policy.explain', {
  key,
  memberId: denied[0] ?? memberId,
  action: 'view',
  target: whole,
});
await time('who can view', 'policy.whoCan', { key, action: 'view', target: whole, ...page });
await time('who can edit', 'policy.whoCan', { key, action: 'edit', target: whole, ...page });
await time('what can a member view', 'policy.whatCan', { key, memberId, action: 'view', types: [], ...page });
await time('what can a member edit', 'policy.whatCan', { key, memberId, action: 'edit', types: [], ...page });
await time('reach of a member by kind', 'policy.reach', { key, holder: { kind: 'member', id: memberId } });
await time('reach of a group by kind', 'policy.reach', { key, holder: { kind: 'group', id: largest.id } });
await time('cells, 60 x 200', 'policy.cells', { key, memberIds, resources });
const effect = await time('effect of a grant to the largest group, no rows', 'policy.effect', {
  key,
  draft,
  of: null,
  offset: 0,
  limit: 0,
});
await time('effect of a grant to the largest group, 100 rows', 'policy.effect', {
  key,
  draft,
  of: null,
  ...page,
});
await time('judge 20 grants', 'policy.judge', {
  key,
  draft: [],
  changes: Array.from({ length: 20 }, () => draft[0] ?? grantAll).map((change) => structuredClone(change)),
});
await time('may grant', 'policy.mayGrant', {
  key,
  holder: { kind: 'group', id: largest.id },
  grant: { roleId: 'r', roleName: 'Source Admin', scope: { kind: 'all' } },
});
process.stdout.write(`${JSON.stringify(effect).slice(0, 300)}\n${denied.length} of 60 denied\n`);
policies.forget();
