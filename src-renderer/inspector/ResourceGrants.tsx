import type { GrantView } from '@contract/inspect';
import { RESOURCE_KINDS } from '../components/list/resource-kinds';
import { HeldGrants, HolderLines } from './GrantBlocks';
import type { ResourceInspected } from './ResourceInspection';
import { Nothing, Section, UnknownBlock } from './Section';

/** The grants that concern a resource, by how they reach it, each way with a sentence on what it means. */
export function ResourceGrants({ of }: { of: ResourceInspected }) {
  const { row, named, byLabel, overall, uncertain } = of;
  const { one, many } = RESOURCE_KINDS[row.type];
  const follows = row.type === 'DESTINATION';
  const thing = follows ? 'its source' : `this ${one.toLowerCase()}`;
  const things = follows ? 'sources' : many.toLowerCase();
  const none = [named, byLabel ?? [], overall, uncertain].every((grants) => grants.length === 0);
  if (none && byLabel !== null) {
    return (
      <Section title="Grants">
        <Nothing>No grant that could be read concerns {thing}.</Nothing>
      </Section>
    );
  }
  return (
    <>
      <GrantSection title="Granted by name" grants={named} meaning={`These grants list ${thing} itself.`} />
      {byLabel === null ? (
        <Section title="Granted by label">
          <UnknownBlock
            reason={`The labels of ${thing} cannot be seen, so nobody can tell which label grants reach it.`}
          />
        </Section>
      ) : (
        <GrantSection
          title="Granted by label"
          grants={byLabel}
          meaning={`These grants reach whatever carries all of their labels, and ${thing} does.`}
        />
      )}
      {overall.length === 0 ? null : (
        <Section
          title="Granted over all"
          count={overall.length}
          meaning={`These grants reach all current and future ${things}.`}
        >
          <HolderLines grants={overall} />
        </Section>
      )}
      <GrantSection
        title="Uncertain"
        grants={uncertain}
        meaning={`These grants may or may not reach ${thing}: what they need to match is unknown.`}
      />
    </>
  );
}

function GrantSection({
  title,
  grants,
  meaning,
}: {
  title: string;
  grants: readonly GrantView[];
  meaning: string;
}) {
  if (grants.length === 0) return null;
  return (
    <Section title={title} count={grants.length} meaning={meaning}>
      <HeldGrants grants={grants} />
    </Section>
  );
}
