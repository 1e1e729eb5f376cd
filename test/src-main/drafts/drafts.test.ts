import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '@contract/changes';
import { type DraftView, draftViewSchema } from '@contract/drafts';
import type { Snapshot } from '@contract/snapshot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDraftStore } from '../../../src-main/drafts/draft-store';
import { createDrafts } from '../../../src-main/drafts/drafts';
import { createWorkspaceRegistry } from '../../../src-main/workspaces/registry';
import { buildSnapshot, grant, group, label, member, resources, scopes } from '../../fixtures/snapshot';
import { createMachine, type Machine } from '../vault/machine';
import { newWorkspace } from '../workspaces/run-with-workspaces';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.remove());

const owner = grant('Workspace Owner');
const byLabel = (...texts: string[]) => grant('Source Admin', scopes.labels(...texts));

function world(parts: Partial<Snapshot> = {}): Snapshot {
  return buildSnapshot({
    members: [member('ada', { grants: [owner] }), member('ben')],
    groups: [group('g1', { name: 'Analysts', memberIds: ['ben'], grants: [byLabel('brand:a')] })],
    roles: ['Workspace Owner', 'Source Admin', 'Source Read-only'].map((name) => ({
      id: `role ${name}`,
      name,
      description: '',
    })),
    labels: ['brand:a', 'brand:b', 'env:prod'].map(label),
    resources: [resources.source('s1', 'brand:a')],
    beyondApi: { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null },
    ...parts,
  });
}

async function start() {
  await machine.endLastRun();
  const run = machine.boot();
  const registry = createWorkspaceRegistry(run.vault);
  const heard: DraftView[] = [];
  const box = { snapshot: world() as Snapshot | null };
  let number = 0;
  const drafts = createDrafts({
    store: createDraftStore(run.vault, registry),
    snapshotOf: () => box.snapshot,
    onChange: (view) => heard.push(draftViewSchema.parse(view)),
    newId: () => {
      number += 1;
      return `00000000-0000-4000-8000-${String(number + heard.length * 1000).padStart(12, '0')}`;
    },
    now: () => machine.clock.wall,
  });
  await run.vault.start();
  return { ...run, registry, drafts, heard, box };
}

async function startWithOne() {
  const run = await start();
  await run.vault.choose({ protection: 'keyring' });
  const { key } = await run.registry.add(newWorkspace(1));
  return { ...run, key };
}

const g1 = { kind: 'group', id: 'g1' } as const;
const add = (which: ReturnType<typeof byLabel>): Change => ({
  kind: 'addGrant',
  holder: { kind: 'member', id: 'ben' },
  grant: which,
});
const failing = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });
const words = ({ items }: DraftView) => items.map((item) => item.words);

describe('a draft', () => {
  it('is on disk when a change resolves, with its history, and says so', async () => {
    const { drafts, key, heard } = await startWithOne();
    const one = await drafts.add(key, 0, [add(byLabel('brand:a'))]);
    expect(words(one)).toEqual(['Grant Source Admin on brand:a to Name ben']);
    expect(one.undo).toBe('Grant Source Admin on brand:a to Name ben');
    expect(heard).toEqual([one]);
    const next = await start();
    expect(next.drafts.view(key)).toEqual(one);
    const undone = await next.drafts.undo(key, one.revision);
    expect([undone.items, undone.undo, undone.redo]).toEqual([[], null, one.undo]);
    const redone = await next.drafts.redo(key, undone.revision);
    expect(redone.items).toEqual(one.items);
  });

  it('keeps nothing of the workspace readable, and goes with it', async () => {
    const { drafts, key, registry } = await startWithOne();
    await drafts.add(key, 0, [{ kind: 'createGroup', groupId: 'x', name: 'Zanzibar' }]);
    expect((await machine.names()).filter((name) => name.startsWith('draft-'))).toEqual([
      `draft-${key}.sealed`,
    ]);
    expect((await readFile(join(machine.dir, `draft-${key}.sealed`))).includes('Zanzibar')).toBe(false);
    await registry.remove(key);
    expect((await machine.names()).filter((name) => name.startsWith('draft-'))).toEqual([]);
  });

  it('is refused while locked, and with another revision', async () => {
    const { drafts, key, vault } = await startWithOne();
    await drafts.add(key, 0, [add(byLabel('brand:a'))]);
    await expect(drafts.add(key, 0, [add(byLabel('brand:b'))])).rejects.toThrow(failing('conflict'));
    expect(drafts.view(key).items).toHaveLength(1);
    vault.lock();
    expect(() => drafts.view(key)).toThrow(failing('locked'));
  });

  it('survives a full disk as it was', async () => {
    const { drafts, key } = await startWithOne();
    const before = await drafts.add(key, 0, [add(byLabel('brand:a'))]);
    machine.files.failWith('ENOSPC', () => true);
    const more: Change = { kind: 'createLabel', label: label('team:web') };
    await expect(drafts.add(key, before.revision, [more])).rejects.toThrow(failing('disk'));
    machine.files.heal();
    expect(drafts.view(key)).toEqual(before);
  });

  it('sets a damaged file aside and says what is lost', async () => {
    const { drafts, key } = await startWithOne();
    await drafts.add(key, 0, [add(byLabel('brand:a'))]);
    await writeFile(join(machine.dir, `draft-${key}.sealed`), 'damaged');
    const next = await start();
    expect(next.told.join()).toContain('draft of a workspace is damaged');
    expect(next.drafts.view(key).items).toEqual([]);
  });

  it('takes only what the Public API can carry out, all or none', async () => {
    const { drafts, key } = await startWithOne();
    const stranger = member('eve');
    await expect(
      drafts.add(key, 0, [add(byLabel('brand:a')), { kind: 'addMember', member: stranger }]),
    ).rejects.toThrow(failing('badInput'));
    await expect(drafts.add(key, 0, [add(byLabel('brand:a')), add(byLabel('brand:x'))])).rejects.toThrow(
      failing('conflict'),
    );
    await expect(drafts.add(key, 0, [{ kind: 'removeMember', memberId: 'ada' }])).rejects.toThrow(
      failing('conflict'),
    );
    await expect(
      drafts.add(key, 0, [{ kind: 'addToGroup', groupId: 'g1', memberId: 'ben' }]),
    ).rejects.toThrow(failing('conflict'));
    await expect(drafts.add(key, 0, [{ kind: 'invite', email: 'nobody', grants: [] }])).rejects.toThrow(
      failing('badInput'),
    );
    expect(drafts.view(key)).toMatchObject({ revision: 0, items: [] });
  });

  it('names roles as the workspace does, whatever it is told', async () => {
    const { drafts, key } = await startWithOne();
    const { items } = await drafts.add(key, 0, [add({ ...owner, roleName: 'Source Read-only' })]);
    expect(words({ ...drafts.view(key), items })).toEqual(['Grant Workspace Owner to Name ben']);
    await expect(drafts.add(key, 1, [add({ ...owner, roleId: 'role of nobody' })])).rejects.toThrow(
      failing('badInput'),
    );
  });

  it('gives created groups ids of its own and takes along what is about them', async () => {
    const { drafts, key } = await startWithOne();
    const view = await drafts.add(key, 0, [
      { kind: 'createGroup', groupId: 'mine', name: ' New ' },
      { kind: 'addToGroup', groupId: 'mine', memberId: 'ben' },
    ]);
    const [creation] = view.items;
    const id = creation?.change.kind === 'createGroup' ? creation.change.groupId : '';
    expect(id).toMatch(/^new:[0-9a-f-]{36}$/);
    expect(words(view)).toEqual(['Create the group New', 'Add Name ben to the group New']);
    expect(view.undo).toBe('Create the group New and 1 more change');
    const left = await drafts.remove(key, view.revision, [creation?.id ?? '']);
    expect(left.items).toEqual([]);
    expect((await drafts.undo(key, left.revision)).items).toEqual(view.items);
  });

  it('calls a narrowing and a replaced label by what they are; add then remove is nothing', async () => {
    const { drafts, key } = await startWithOne();
    const narrowed = await drafts.add(key, 0, [
      { kind: 'removeGrant', holder: g1, grant: byLabel('brand:a') },
      { kind: 'addGrant', holder: g1, grant: byLabel('brand:a', 'env:prod') },
    ]);
    expect(narrowed.undo).toBe(
      'Change Source Admin on brand:a of the group Analysts to brand:a and env:prod',
    );
    const source = { type: 'SOURCE', id: 's1' } as const;
    const replaced = await drafts.add(key, narrowed.revision, [
      { kind: 'removeLabel', resource: source, label: label('brand:a') },
      { kind: 'addLabel', resource: source, label: label('brand:b') },
    ]);
    expect(replaced.undo).toBe('Replace brand:a on the source Source s1 by brand:b');
    const back = await drafts.add(key, replaced.revision, [
      { kind: 'removeGrant', holder: g1, grant: byLabel('brand:a', 'env:prod') },
      { kind: 'addGrant', holder: g1, grant: byLabel('brand:a') },
    ]);
    expect(words(back)).toEqual([
      'Take brand:a off the source Source s1',
      'Put brand:b on the source Source s1',
    ]);
  });
});

describe('a new snapshot', () => {
  const item = add(byLabel('brand:b'));

  it('flags what does not apply any more, and what somebody else did', async () => {
    const { drafts, key, box, heard } = await startWithOne();
    await drafts.add(key, 0, [item, { kind: 'addToGroup', groupId: 'g1', memberId: 'ada' }]);
    box.snapshot = world({
      members: [member('ada', { grants: [owner] }), member('ben', { grants: [byLabel('brand:b')] })],
      groups: [],
    });
    await drafts.snapshotAccepted(key);
    expect(heard.at(-1)?.items.map(({ state }) => state)).toEqual([
      { kind: 'done' },
      { kind: 'doesNotApply', reason: 'There is no group `g1`.' },
    ]);
    const { plan } = drafts.plan(key);
    expect(plan.steps).toEqual([]);
    expect(plan.leftOut).toHaveLength(2);
  });

  it('clears what was applied and is confirmed, and never plans it twice', async () => {
    const { drafts, key, box } = await startWithOne();
    const view = await drafts.add(key, 0, [item]);
    expect(drafts.plan(key).plan.steps).toHaveLength(1);
    await drafts.carried(key, { items: view.items.map(({ id }) => id), created: {} });
    expect(drafts.plan(key).plan.steps).toEqual([]);
    await drafts.snapshotAccepted(key);
    expect(drafts.view(key).items).toHaveLength(1);
    const later = new Date(machine.clock.wall + 1000).toISOString();
    const ben = (grants: Snapshot['members'][number]['grants']) => [
      member('ada', { grants: [owner] }),
      member('ben', { grants }),
    ];
    // It was taken back meanwhile: it stays, and can be planned again.
    box.snapshot = world({ startedAt: later });
    await drafts.snapshotAccepted(key);
    expect(drafts.plan(key).plan.steps).toHaveLength(1);
    box.snapshot = world({ startedAt: later, members: ben([byLabel('brand:b')]) });
    await drafts.snapshotAccepted(key);
    expect(drafts.view(key)).toMatchObject({ items: [], undo: null, redo: null });
  });

  it('knows a created group by the id that it got', async () => {
    const { drafts, key, box } = await startWithOne();
    const view = await drafts.add(key, 0, [
      { kind: 'createGroup', groupId: 'x', name: 'New' },
      { kind: 'addToGroup', groupId: 'x', memberId: 'ben' },
    ]);
    const [creation] = view.items;
    const draftId = creation?.change.kind === 'createGroup' ? creation.change.groupId : '';
    await drafts.carried(key, { items: [creation?.id ?? ''], created: { [draftId]: 'real' } });
    machine.clock.wall += 1;
    const { groups } = world();
    box.snapshot = world({
      startedAt: new Date(machine.clock.wall).toISOString(),
      groups: [...groups, group('real', { name: 'New' })],
    });
    await drafts.snapshotAccepted(key);
    expect(words(drafts.view(key))).toEqual(['Add Name ben to the group New']);
    expect(drafts.plan(key).plan.steps.map(({ request }) => request.path)).toEqual(['/groups/real/users']);
  });
});
