import type { Overview, ScopeKind } from '@contract/overview';
import { countText } from '../../components/list/counts';
import { openInSummary } from '../../stores/summary';
import { BarRow } from './BarRow';
import { ChartCard, Key } from './ChartCard';

const SCOPES: readonly { scope: ScopeKind; words: string }[] = [
  { scope: 'all', words: 'All resources' },
  { scope: 'labels', words: 'By labels' },
  { scope: 'list', words: 'Listed one by one' },
  { scope: 'unknown', words: 'Unknown scope' },
];

/** Grants by what they are over, those of groups and those of single members. */
export function GrantsChart({ workspaceKey, overview }: { workspaceKey: string; overview: Overview }) {
  const { member, group, unread } = overview.grants;
  const shown = SCOPES.filter(({ scope }) => scope !== 'unknown' || member.unknown + group.unknown > 0);
  const most = Math.max(1, ...shown.flatMap(({ scope }) => [member[scope], group[scope]]));
  return (
    <ChartCard
      title="Grants by scope"
      legend={
        <>
          <Key kind="group">of groups</Key>
          <Key kind="member">of members</Key>
        </>
      }
      unread={unread}
    >
      {shown.flatMap(({ scope, words }) =>
        (['group', 'member'] as const).map((holder) => {
          const count = overview.grants[holder][scope];
          const whose = holder === 'group' ? 'groups' : 'members';
          return (
            <BarRow
              key={`${scope} ${holder}`}
              name={`${words}, ${whose}`}
              of={most}
              parts={[{ kind: holder, count, words: `${countText(count)} grants of ${whose}` }]}
              number={countText(count)}
              onOpen={
                count === 0
                  ? null
                  : () =>
                      openInSummary(workspaceKey, {
                        kind: 'mark',
                        mark: { kind: 'grants', holder, scope },
                        title: `Grants of ${whose}: ${words.toLowerCase()}`,
                      })
              }
            />
          );
        }),
      )}
    </ChartCard>
  );
}
