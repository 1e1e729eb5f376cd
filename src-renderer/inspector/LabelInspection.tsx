import type { Inspection } from '@contract/inspect';
import { ListFilter } from 'lucide-react';
import { Button } from '../components/Button';
import { counted } from '../components/list/counts';
import { showResourcesWith } from '../screens/resources/resources-look';
import { Facts } from './Facts';
import { HeldGrants } from './GrantBlocks';
import { useInspectorLinks } from './links';
import { References } from './References';
import { Nothing, Section, UnknownBlock } from './Section';

/** A label: what carries it, and which grants name it. */
export function LabelInspection({ of }: { of: Extract<Inspection, { kind: 'label' }> }) {
  const { workspaceKey } = useInspectorLinks();
  const { row, resources, spacesReason, grants } = of;
  return (
    <>
      <Facts
        facts={[
          ...(row.description === '' ? [] : [{ word: 'Description', value: row.description }]),
          ...(row.people === null
            ? []
            : [{ word: 'People', value: `${counted(row.people, 'holds', 'hold')} a grant that names it` }]),
        ]}
      />
      <Section title="Carried by" {...(row.spaces === null ? {} : { count: row.sources + row.spaces })}>
        {resources.length === 0 && spacesReason === null ? (
          <Nothing>Nothing carries this label.</Nothing>
        ) : null}
        {resources.length === 0 ? null : (
          <>
            <Button
              icon={<ListFilter aria-hidden />}
              onClick={() => showResourcesWith(workspaceKey, { key: row.key, value: row.value })}
            >
              Show resources
            </Button>
            <References references={resources} />
          </>
        )}
        {spacesReason === null ? null : <UnknownBlock reason={spacesReason} />}
      </Section>
      <Section
        title="Grants that name it"
        count={grants.length}
        {...(grants.length === 0
          ? {}
          : { meaning: 'Each reaches what carries all the labels that it names. Several grants add up.' })}
      >
        {grants.length === 0 ? <Nothing>No grant names this label.</Nothing> : <HeldGrants grants={grants} />}
      </Section>
    </>
  );
}
