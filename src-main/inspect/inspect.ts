import type { Attestation } from '@contract/attestations';
import type { Inspection, Subject } from '@contract/inspect';
import type { ListIndex } from '../lists/list-index';
import { viewGrant } from './grant-view';
import { inspectGroup, inspectInvite, inspectMember } from './people';
import { capReferences, joinSentences, resourceReference } from './references';
import { inspectResource, whySpaceLabelsHidden } from './resource';

function inspectLabel(index: ListIndex, id: string): Inspection | null {
  const { facts } = index;
  const row = index.labels().byId(id);
  if (!row) return null;
  const carrying = capReferences(facts.resources().carrying(id).map(resourceReference), 'resources');
  return {
    kind: 'label',
    row,
    resources: carrying.references,
    spacesReason: joinSentences([
      facts.resources().hiddenSpaceLabels ? whySpaceLabelsHidden(facts) : null,
      facts.unknowns.whole('spaces'),
      carrying.leftOut,
    ]),
    grants: facts
      .grants()
      .namingLabel(id)
      .map((one) => viewGrant(facts, one)),
  };
}

function inspectRole(index: ListIndex, id: string): Inspection | null {
  const row = index.roles().byId(id);
  if (!row) return null;
  const { facts } = index;
  const holders = facts.grants().ofRole(id);
  return { kind: 'role', row, holders: holders.map((one) => viewGrant(facts, one)) };
}

function inspectToken(index: ListIndex, id: string): Inspection | null {
  const row = index.tokens().byId(id);
  return row && { kind: 'token', row };
}

function find(
  index: ListIndex,
  { kind, id }: Subject,
  attestations: readonly Attestation[],
): Inspection | null {
  switch (kind) {
    case 'member':
      return inspectMember(index, id);
    case 'invite':
      return inspectInvite(index, id);
    case 'group':
      return inspectGroup(index, id);
    case 'resource':
      return inspectResource(index, id, attestations);
    case 'label':
      return inspectLabel(index, id);
    case 'role':
      return inspectRole(index, id);
    case 'token':
      return inspectToken(index, id);
  }
}

/**
 * Everything that the inspector shows of one thing, or `gone` when the snapshot
 * does not have it. `attestations` are those of this workspace.
 */
export function inspect(
  index: ListIndex,
  subject: Subject,
  { attestations }: { readonly attestations: readonly Attestation[] },
): Inspection {
  return find(index, subject, attestations) ?? { kind: 'gone', subject };
}
