import type { Inspection } from '@contract/inspect';
import { GroupInspection } from './GroupInspection';
import { InviteInspection } from './InviteInspection';
import styles from './inspector.module.css';
import { LabelInspection } from './LabelInspection';
import { MemberInspection } from './MemberInspection';
import { ResourceInspection } from './ResourceInspection';
import { RoleInspection } from './RoleInspection';
import { TokenInspection } from './TokenInspection';

/** What the inspector says, by the kind of thing. */
export function InspectionBody({ inspection }: { inspection: Inspection }) {
  switch (inspection.kind) {
    case 'member':
      return <MemberInspection of={inspection} />;
    case 'invite':
      return <InviteInspection of={inspection} />;
    case 'group':
      return <GroupInspection of={inspection} />;
    case 'resource':
      return <ResourceInspection of={inspection} />;
    case 'label':
      return <LabelInspection of={inspection} />;
    case 'role':
      return <RoleInspection of={inspection} />;
    case 'token':
      return <TokenInspection of={inspection} />;
    case 'gone':
      return (
        <p className={styles.prose}>
          It was in this workspace when it was selected, and the latest reading does not have it any more: it
          has been removed, or its id has changed.
        </p>
      );
  }
}
