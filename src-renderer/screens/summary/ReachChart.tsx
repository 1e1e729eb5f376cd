import type { Overview } from '@contract/overview';
import { countText } from '../../components/list/counts';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { openInSummary } from '../../stores/summary';
import { BarRow, percent } from './BarRow';
import { ChartCard, Key } from './ChartCard';

/** Of all pairs of a member and a resource, how many have which level, kind by kind. */
export function ReachChart({ workspaceKey, overview }: { workspaceKey: string; overview: Overview }) {
  const kinds = overview.reach.filter(({ resources, unread }) => resources > 0 || unread !== null);
  const unread = kinds.flatMap((kind) =>
    kind.unread === null ? [] : [`${RESOURCE_KINDS[kind.type].many}: ${kind.unread}`],
  );
  return (
    <ChartCard
      title="Reach by kind"
      legend={
        <>
          <Key kind="admin">admin</Key>
          <Key kind="read">read</Key>
          <Key kind="unknown">unknown</Key>
          <Key kind="none">none</Key>
        </>
      }
      unread={unread.length === 0 ? null : unread.join(' ')}
    >
      {kinds.map(({ type, resources, admin, read, unknown, none, pii }) => {
        const cells = admin + read + unknown + none;
        const { many } = RESOURCE_KINDS[type];
        return (
          <BarRow
            key={type}
            name={`${many} ${countText(resources)}`}
            of={cells}
            parts={[
              { kind: 'admin', count: admin, words: `${countText(admin)} admin` },
              { kind: 'read', count: read, words: `${countText(read)} read` },
              { kind: 'unknown', count: unknown, words: `${countText(unknown)} unknown` },
              { kind: 'none', count: none, words: `${countText(none)} none, ${countText(pii)} with PII` },
            ]}
            number={percent(admin + read, cells)}
            onOpen={() =>
              openInSummary(workspaceKey, {
                kind: 'mark',
                mark: { kind: 'resources', type },
                title: `${many} by how many people reach them`,
              })
            }
          />
        );
      })}
    </ChartCard>
  );
}
