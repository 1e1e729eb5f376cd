import { LabelChip } from '../components/LabelChip';
import { labelText } from '../components/list/label-text';
import styles from './inspector.module.css';
import { useInspectorLinks } from './links';
import { OpenInSegment } from './OpenInSegment';
import type { ResourceInspected } from './ResourceInspection';
import { Nothing, Section, UnknownBlock } from './Section';
import { SpaceLabelsStatement } from './SpaceLabelsStatement';
import { SubjectLink } from './SubjectLink';

/** The labels of a resource. Where they cannot be seen: why, where to look, and what the admin states. */
export function ResourceLabelsSection({ of: { row, reason, attestation } }: { of: ResourceInspected }) {
  const { slug } = useInspectorLinks();
  if (!row.canCarryLabels) return null;
  if (row.labels === null) {
    return (
      <Section title="Labels">
        <UnknownBlock reason={reason} />
        <OpenInSegment to="spaces" slug={slug}>
          See the space in Segment
        </OpenInSegment>
        <SpaceLabelsStatement spaceId={row.id} attestation={attestation} />
      </Section>
    );
  }
  return (
    <Section title="Labels">
      {row.labels.length === 0 ? (
        <Nothing>It carries no labels, so no label grant reaches it.</Nothing>
      ) : null}
      <div className={styles.chips}>
        {row.labels.map((label) => (
          <SubjectLink key={labelText(label)} subject={{ kind: 'label', id: labelText(label) }}>
            <LabelChip label={label} />
          </SubjectLink>
        ))}
      </div>
    </Section>
  );
}
