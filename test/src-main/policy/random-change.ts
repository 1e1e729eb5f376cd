import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { label, member } from '../../fixtures/snapshot';
import { type Random, randomGrant, randomResource } from './random-world';

/** A change of any kind; it may make no sense on this snapshot. */
export function randomChange(random: Random, snapshot: Snapshot, number: number): Change {
  const someMember = () => random.pick([...snapshot.members.map(({ id }) => id), 'nobody']);
  const someGroup = () => random.pick([...snapshot.groups.map(({ id }) => id), 'none']);
  const holder = () =>
    random.chance(0.5)
      ? ({ kind: 'member', id: someMember() } as const)
      : ({ kind: 'group', id: someGroup() } as const);
  const key = () => {
    const { type, id } = random.pick(snapshot.resources);
    return { type, id };
  };
  const someLabel = () => label(random.pick(['env:prod', 'env:dev', 'brand:a', 'team:web']));
  const held = () => {
    const holders = [...snapshot.members, ...snapshot.groups].flatMap(({ grants }) => grants ?? []);
    return holders.length > 0 && random.chance(0.8) ? random.pick(holders) : randomGrant(random);
  };
  const makers: (() => Change)[] = [
    () => ({ kind: 'addGrant', holder: holder(), grant: randomGrant(random) }),
    () => ({ kind: 'addGrant', holder: holder(), grant: held() }),
    () => ({ kind: 'removeGrant', holder: holder(), grant: held() }),
    () => ({ kind: 'setGrants', holder: holder(), grants: [randomGrant(random)] }),
    () => ({ kind: 'addToGroup', groupId: someGroup(), memberId: someMember() }),
    () => ({ kind: 'removeFromGroup', groupId: someGroup(), memberId: someMember() }),
    () => ({ kind: 'createGroup', groupId: `new${number}`, name: 'New' }),
    () => ({ kind: 'renameGroup', groupId: someGroup(), name: 'Other' }),
    () => ({ kind: 'deleteGroup', groupId: someGroup() }),
    () => ({ kind: 'createLabel', label: label(`new:v${number}`) }),
    () => ({ kind: 'deleteLabel', label: someLabel() }),
    () => ({ kind: 'addLabel', resource: key(), label: someLabel() }),
    () => ({ kind: 'removeLabel', resource: key(), label: someLabel() }),
    () => ({ kind: 'invite', email: `i${number}@example.com`, grants: [] }),
    () => ({ kind: 'revokeInvite', email: `i${random.below(number + 1)}@example.com` }),
    () => ({
      kind: 'acceptInvite',
      email: `i${random.below(number + 1)}@example.com`,
      member: member(`i${number}`, { grants: [randomGrant(random)] }),
    }),
    () => ({ kind: 'addMember', member: member(`n${number}`, { grants: [randomGrant(random)] }) }),
    () => ({ kind: 'removeMember', memberId: someMember() }),
    () => ({ kind: 'addResource', resource: randomResource(random, 20 + number) }),
    () => ({ kind: 'removeResource', resource: key() }),
  ];
  return random.pick(makers)();
}
