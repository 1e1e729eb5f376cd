import type { ReachByType } from '@contract/policy';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { countText } from '../../components/list/counts';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { ReachBar } from '../../components/reach/ReachBar';
import { reachParts } from '../../components/reach/reach-words';
import { Nothing, Section, UnknownBlock } from '../../inspector/Section';
import { usePolicyRound } from '../../stores/policy';
import { useWorkspace } from '../../stores/workspaces';
import styles from './person.module.css';

type Reach =
  | { kind: 'working' }
  | { kind: 'failed'; message: string }
  | { kind: 'shown'; byType: ReachByType };

function useReach(workspaceKey: string, memberId: string): Reach {
  const [reach, setReach] = useState<Reach>({ kind: 'working' });
  const fingerprint = useWorkspace(workspaceKey)?.snapshot?.fingerprint ?? '';
  const asked = `${fingerprint} ${usePolicyRound(workspaceKey)}`;
  useEffect(() => {
    let wanted = asked !== '';
    call('policy.reach', { key: workspaceKey, holder: { kind: 'member', id: memberId } }).then(
      ({ byType }) => {
        if (wanted) setReach({ kind: 'shown', byType });
      },
      (thrown: unknown) => {
        if (wanted) setReach({ kind: 'failed', message: failureOf(thrown).message });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspaceKey, memberId, asked]);
  return reach;
}

/** What one account reaches, kind by kind, with PII. */
export function AccountReach({ workspaceKey, memberId }: { workspaceKey: string; memberId: string }) {
  const reach = useReach(workspaceKey, memberId);
  return (
    <Section title="Reaches">
      {reach.kind === 'working' ? <Nothing>Working out the access…</Nothing> : null}
      {reach.kind === 'failed' ? <UnknownBlock reason={reach.message} /> : null}
      {reach.kind === 'shown' ? <Kinds byType={reach.byType} /> : null}
    </Section>
  );
}

function Kinds({ byType }: { byType: ReachByType }) {
  const shown = byType.filter(({ of, unread }) => of > 0 || unread !== null);
  return (
    <ul className={styles.kinds}>
      {shown.map(({ type, of, reach, unread }) => {
        const { many, icon: Icon } = RESOURCE_KINDS[type];
        const parts = reachParts(reach);
        return (
          <li
            key={type}
            className={styles.kind}
            data-none={(parts.length === 0 && unread === null) || undefined}
          >
            <Icon aria-hidden />
            <span>{many}</span>
            {unread !== null && of === 0 ? null : (
              <>
                <ReachBar reach={reach} of={of} />
                <span className={styles.kindCount}>
                  {countText(reach.admin + reach.read)} of {countText(of)}
                </span>
              </>
            )}
            {parts.length === 0 ? null : <span className={styles.kindParts}>{parts.join(' · ')}</span>}
            {unread === null ? null : (
              <div className={styles.kindUnread}>
                <UnknownBlock reason={unread} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
