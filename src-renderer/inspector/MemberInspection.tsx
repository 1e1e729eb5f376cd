import type { Inspection } from '@contract/inspect';
import { Notice } from '../components/Notice';
import { ReachedResources } from './access/ReachedResources';
import { ReachSection } from './access/ReachSection';
import { Facts } from './Facts';
import { HeldGrants, OwnGrants } from './GrantBlocks';
import { PersonLink } from './PersonLink';
import { References } from './References';
import { Nothing, Section, UnknownBlock } from './Section';

/** A member: what is reached, the grants held directly, those held as one of a group, and the groups. */
export function MemberInspection({ of }: { of: Extract<Inspection, { kind: 'member' }> }) {
  const { row, grants, groups, reason } = of;
  const direct = grants?.filter(({ throughGroup }) => !throughGroup) ?? [];
  const through = grants?.filter(({ throughGroup }) => throughGroup) ?? [];
  return (
    <>
      <Facts facts={[{ word: 'Email', value: row.email }]} />
      <PersonLink email={row.email} />
      <ReachSection
        title="Reaches"
        holder={{ kind: 'member', id: row.id }}
        none="No grant of this member reaches a resource."
      >
        {({ type }) => <ReachedResources memberId={row.id} type={type} />}
      </ReachSection>
      {grants === null ? (
        <Section title="Grants">
          <UnknownBlock reason={reason} />
        </Section>
      ) : (
        <>
          {reason === null ? null : <Notice tone="warning">Not everything is known here: {reason}</Notice>}
          <Section title="Direct grants" count={direct.length}>
            {direct.length === 0 ? (
              <Nothing>
                {row.directGrants === null
                  ? 'None that could be read.'
                  : 'No role has been granted to this member directly.'}
              </Nothing>
            ) : (
              <OwnGrants grants={direct} />
            )}
          </Section>
          {through.length === 0 ? null : (
            <Section title="Group grants" count={through.length}>
              <HeldGrants through grants={through} />
            </Section>
          )}
        </>
      )}
      <Section title="Groups" {...(groups === null ? {} : { count: groups.length })}>
        {groups === null ? <UnknownBlock reason={reason} /> : null}
        {groups?.length === 0 ? <Nothing>In no group.</Nothing> : null}
        {groups === null ? null : <References references={groups} />}
      </Section>
    </>
  );
}
