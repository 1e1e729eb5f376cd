import type { Attestation } from '@contract/attestations';
import type { Inspection } from '@contract/inspect';
import type { Resource } from '@contract/snapshot';
import type { ListIndex } from '../lists/list-index';
import type { WorkspaceFacts } from '../lists/relations/facts';
import type { HeldGrant } from '../lists/relations/held-grants';
import { viewGrant } from './grant-view';
import { capReferences, joinSentences, resourceReference } from './references';

/** Said of a space where the snapshot has no words of its own. */
const SPACE_LABELS_HIDDEN = "Segment's Public API does not show the labels of spaces.";

/** Why the labels of a space, or of spaces at all, cannot be seen. */
export function whySpaceLabelsHidden(facts: WorkspaceFacts, spaceId?: string): string {
  const { unknowns } = facts;
  const own = spaceId === undefined ? unknowns.any('spaceLabels') : unknowns.of('spaceLabels', spaceId);
  return own ?? SPACE_LABELS_HIDDEN;
}

/** Whose grants could not be read at all, in sentences. They may concern what is selected. */
function unreadHolders(facts: WorkspaceFacts): (string | null)[] {
  const { members, groups } = facts.grants().unread;
  const parts = [
    members > 0 ? `${members.toLocaleString('en')} ${members === 1 ? 'member' : 'members'}` : null,
    groups > 0 ? `${groups.toLocaleString('en')} ${groups === 1 ? 'group' : 'groups'}` : null,
  ].filter((part) => part !== null);
  return [
    parts.length === 0
      ? null
      : `The grants of ${parts.join(' and ')} could not be read and are missing here.`,
    facts.unknowns.whole('members') === null
      ? null
      : 'The members could not be read: their grants are missing here.',
    facts.unknowns.whole('groups') === null
      ? null
      : 'The groups could not be read: their grants are missing here.',
  ];
}

function whyLabelsUnknown(facts: WorkspaceFacts, resource: Resource): string | null {
  if (resource.type === 'SPACE') {
    return resource.labels === null ? whySpaceLabelsHidden(facts, resource.id) : null;
  }
  if (resource.type !== 'DESTINATION') return null;
  if (facts.resources().byId.has(`SOURCE:${resource.sourceId}`)) return null;
  return facts.unknowns.whole('sources') === null
    ? 'A destination follows its source, and the source of this one is not in the workspace any more.'
    : 'A destination follows its source, and the sources could not be read.';
}

/** What the admin stated about the labels of the space, if anything: a statement, never mixed with what was read. */
function statementOn(resource: Resource, attestations: readonly Attestation[]): Attestation | null {
  if (resource.type !== 'SPACE') return null;
  const found = attestations.find(
    ({ statement }) => statement.subject === 'spaceLabels' && statement.spaceId === resource.id,
  );
  return found ?? null;
}

/** A resource with the grants that concern it, by how they do. A destination has those of its source. */
export function inspectResource(
  index: ListIndex,
  id: string,
  attestations: readonly Attestation[],
): Extract<Inspection, { kind: 'resource' }> | null {
  const { facts } = index;
  const resource = facts.resources().byId.get(id);
  const row = index.resources().byId(id);
  if (!resource || !row) return null;
  const { named, byLabel, overall, uncertain } = facts.grantsOn()(resource);
  const view = (grants: readonly HeldGrant[]) => grants.map((one) => viewGrant(facts, one));
  const destinations = capReferences(
    resource.type === 'SOURCE' ? facts.resources().destinationsOf(resource.id).map(resourceReference) : [],
    'destinations',
  );
  return {
    kind: 'resource',
    row,
    named: view(named),
    byLabel: byLabel && view(byLabel),
    overall: view(overall),
    uncertain: view(uncertain),
    destinations: destinations.references,
    attestation: statementOn(resource, attestations),
    reason: joinSentences([
      whyLabelsUnknown(facts, resource),
      ...unreadHolders(facts),
      resource.type === 'SOURCE' && facts.unknowns.whole('destinations') !== null
        ? 'The destinations could not be read: those of this source are missing here.'
        : null,
      destinations.leftOut,
    ]),
  };
}
