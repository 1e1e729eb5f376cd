import type { Holder } from '@contract/changes';
import type { ReachByType } from '@contract/policy';
import { type ReactNode, useCallback } from 'react';
import { call } from '../../api/bridge';
import { countText } from '../../components/list/counts';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { useInspectorLinks } from '../links';
import { Nothing, Section, UnknownBlock } from '../Section';
import styles from './access.module.css';
import { KindReach } from './KindReach';
import { PolicyFailure, PolicyWait } from './PolicyWait';
import { usePolicyAnswer } from './use-policy-answer';

/** What a member reaches, or what a group gives to whoever is in it, kind by kind. */
export function ReachSection({
  holder,
  title,
  none,
  children,
}: {
  holder: Holder;
  title: string;
  /** What to say where nothing is reached and nothing is unknown. */
  none: string;
  /** What unfolds under a kind; left out where kinds do not unfold. */
  children?: (kind: ReachByType[number]) => ReactNode;
}) {
  const { workspaceKey } = useInspectorLinks();
  const { kind, id } = holder;
  const ask = useCallback(
    () => call('policy.reach', { key: workspaceKey, holder: { kind, id } }),
    [workspaceKey, kind, id],
  );
  const { state, retry } = usePolicyAnswer(ask);
  switch (state.kind) {
    case 'working':
      return (
        <Section title={title}>
          <PolicyWait />
        </Section>
      );
    case 'failed':
      return (
        <Section title={title}>
          <PolicyFailure failure={state.failure} onRetry={retry} />
        </Section>
      );
    case 'shown': {
      const kinds = state.answer.byType.filter(({ of }) => of > 0);
      const unread = state.answer.byType.flatMap((each) =>
        each.unread === null ? [] : [`${RESOURCE_KINDS[each.type].many}: ${each.unread}`],
      );
      const nothing = kinds.every(({ reach }) => reach.admin + reach.read + reach.unknown === 0);
      return (
        <Section title={title} aside={totalWords(kinds)}>
          {unread.map((reason) => (
            <UnknownBlock key={reason} reason={reason} />
          ))}
          {nothing ? (
            unread.length === 0 ? (
              <Nothing>{none}</Nothing>
            ) : null
          ) : (
            <div className={styles.kinds}>
              {kinds.map((each) => (
                <KindReach key={each.type} kind={each} holder={holder}>
                  {children === undefined ? null : children(each)}
                </KindReach>
              ))}
            </div>
          )}
        </Section>
      );
    }
  }
}

/** `38 of 212 resources`, and how many more may be. */
function totalWords(kinds: ReachByType): string {
  const sum = (count: (kind: ReachByType[number]) => number) =>
    kinds.reduce((total, kind) => total + count(kind), 0);
  const unknown = sum(({ reach }) => reach.unknown);
  const sure = `${countText(sum(({ reach }) => reach.admin + reach.read))} of ${countText(sum(({ of }) => of))} resources`;
  return unknown === 0 ? sure : `${sure} +${countText(unknown)} unknown`;
}
