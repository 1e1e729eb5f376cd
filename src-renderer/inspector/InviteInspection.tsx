import type { Inspection } from '@contract/inspect';
import { useInspectorLinks } from './links';
import { OpenInSegment } from './OpenInSegment';
import { PersonLink } from './PersonLink';
import { References } from './References';
import { Nothing, Section, UnknownBlock } from './Section';

/** A pending invite: why what it offers is unknown, where it can be seen, and the groups that wait for it. */
export function InviteInspection({ of }: { of: Extract<Inspection, { kind: 'invite' }> }) {
  const { slug } = useInspectorLinks();
  const { row, groups, reason } = of;
  return (
    <>
      <PersonLink email={row.email} />
      <Section title="Permissions">
        <UnknownBlock reason={reason} />
        <OpenInSegment to="accessManagement" slug={slug}>
          See it in Segment
        </OpenInSegment>
      </Section>
      <Section title="Groups" {...(groups === null ? {} : { count: groups.length })}>
        {groups === null ? (
          <UnknownBlock reason="The groups that this invite leads into could not all be read." />
        ) : null}
        {groups?.length === 0 ? <Nothing>No group waits for this address.</Nothing> : null}
        {groups === null ? null : <References references={groups} />}
      </Section>
    </>
  );
}
