import type { Inspection } from '@contract/inspect';
import { HeldGrants } from './GrantBlocks';
import styles from './inspector.module.css';
import { Nothing, Section, UnknownBlock } from './Section';

/** A role: what the workspace says of it, and who holds it. */
export function RoleInspection({ of }: { of: Extract<Inspection, { kind: 'role' }> }) {
  const { row, holders } = of;
  return (
    <>
      {row.description === '' ? null : (
        <p className={styles.prose} data-copyable>
          {row.description}
        </p>
      )}
      {row.known ? null : (
        <UnknownBlock reason="Gatehouse does not know this role, so it cannot tell what it gives. Access through it is shown as unknown, never as none." />
      )}
      <Section title="Held by" count={row.members + row.groups}>
        {holders.length === 0 ? (
          <Nothing>Nobody holds this role.</Nothing>
        ) : (
          <HeldGrants grants={holders} sayRole={false} />
        )}
      </Section>
    </>
  );
}
