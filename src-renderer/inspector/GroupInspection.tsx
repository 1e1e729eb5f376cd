import type { Inspection } from '@contract/inspect';
import { Notice } from '../components/Notice';
import { ReachSection } from './access/ReachSection';
import { OwnGrants } from './GrantBlocks';
import styles from './inspector.module.css';
import { References } from './References';
import { Nothing, Section, UnknownBlock } from './Section';
import { ShowMore } from './ShowMore';
import { SubjectLink } from './SubjectLink';

/** A group: what it alone gives, its grants, who is in it, and whom it waits for. */
export function GroupInspection({ of }: { of: Extract<Inspection, { kind: 'group' }> }) {
  const { grants, members, invited, reason } = of;
  return (
    <>
      {reason === null ? null : <Notice tone="warning">Not everything is known here: {reason}</Notice>}
      <ReachSection
        title="Gives"
        holder={{ kind: 'group', id: of.row.id }}
        none="Being in this group alone opens no resource."
      />
      <Section title="Grants" {...(grants === null ? {} : { count: grants.length })}>
        {grants === null ? <UnknownBlock reason={reason} /> : null}
        {grants?.length === 0 ? <Nothing>This group grants nothing.</Nothing> : null}
        {grants === null ? null : <OwnGrants grants={grants} />}
      </Section>
      <Section title="Members" {...(members === null ? {} : { count: members.length })}>
        {members === null ? <UnknownBlock reason={reason} /> : null}
        {members?.length === 0 ? <Nothing>Nobody is in this group.</Nothing> : null}
        {members === null ? null : <References references={members} />}
      </Section>
      {invited?.length === 0 ? null : (
        <Section title="Invited" {...(invited === null ? {} : { count: invited.length })}>
          {invited === null ? (
            <UnknownBlock reason={reason} />
          ) : (
            <ShowMore listClass={styles.references} items={invited} keyOf={(address) => address}>
              {(address) => (
                <li>
                  <SubjectLink icon block subject={{ kind: 'invite', id: address }}>
                    {address}
                  </SubjectLink>
                </li>
              )}
            </ShowMore>
          )}
        </Section>
      )}
    </>
  );
}
