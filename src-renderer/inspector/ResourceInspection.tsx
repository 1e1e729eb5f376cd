import type { Inspection } from '@contract/inspect';
import { Notice } from '../components/Notice';
import { detailWords } from '../screens/resources/resource-words';
import { PeopleSection } from './access/PeopleSection';
import { Facts } from './Facts';
import { References } from './References';
import { ResourceGrants } from './ResourceGrants';
import { ResourceLabelsSection } from './ResourceLabelsSection';
import { Section } from './Section';
import { SubjectLink } from './SubjectLink';

export type ResourceInspected = Extract<Inspection, { kind: 'resource' }>;

/** A resource: what it is, its labels, who reaches it, and the grants that concern it by how they do. */
export function ResourceInspection({ of }: { of: ResourceInspected }) {
  const { row, destinations, reason } = of;
  return (
    <>
      <Facts facts={factsOf(of)} />
      {reason === null || row.labels === null ? null : (
        <Notice tone="warning">Not everything is known here: {reason}</Notice>
      )}
      <ResourceLabelsSection of={of} />
      {row.source === null ? null : (
        <Section
          title="Source"
          meaning="A destination has no grants of its own: whoever reaches its source reaches it."
        >
          <SubjectLink icon block subject={{ kind: 'resource', id: `SOURCE:${row.source.id}` }}>
            {row.source.name ?? row.source.id}
          </SubjectLink>
        </Section>
      )}
      <PeopleSection row={row} />
      <ResourceGrants of={of} />
      {destinations.length === 0 ? null : (
        <Section title="Destinations" count={destinations.length} meaning="They follow this source.">
          <References references={destinations} />
        </Section>
      )}
    </>
  );
}

function factsOf({ row }: ResourceInspected) {
  return [
    ...(row.detail === '' ? [] : [{ word: 'Type', value: detailWords(row) }]),
    ...(row.slug === null ? [] : [{ word: 'Slug', value: row.slug }]),
    ...(row.enabled === null ? [] : [{ word: 'State', value: row.enabled ? 'on' : 'off' }]),
  ];
}
