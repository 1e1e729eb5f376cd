import type { PersonAccount, PersonView } from '@contract/persons';
import { Crown, Mail } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Chip } from '../../components/Chip';
import { RelativeTime } from '../../components/RelativeTime';
import { UnknownMark } from '../../components/UnknownMark';
import { HeldGrants, OwnGrants } from '../../inspector/GrantBlocks';
import { type InspectorLinks, InspectorLinksContext } from '../../inspector/links';
import { References } from '../../inspector/References';
import { Nothing, Section, UnknownBlock } from '../../inspector/Section';
import { goToSubject } from '../../stores/navigation';
import { useWorkspace } from '../../stores/workspaces';
import { AccountReach } from './AccountReach';
import styles from './person.module.css';

/** One account of a person: what it is in its workspace, what it reaches, and through what. */
export function AccountCard({ account, sayAddress }: { account: PersonAccount; sayAddress: boolean }) {
  const { key, subject, row, grants, groups, reason } = account;
  const slug = useWorkspace(key)?.slug ?? '';
  const links = useMemo<InspectorLinks>(() => {
    const go: InspectorLinks['follow'] = (chosen) => {
      if (chosen.kind !== 'pair') goToSubject(key, chosen);
    };
    return { workspaceKey: key, slug, follow: go, replace: go, left: null, refresh: () => undefined };
  }, [key, slug]);
  const direct = grants?.filter(({ throughGroup }) => !throughGroup) ?? [];
  const through = grants?.filter(({ throughGroup }) => throughGroup) ?? [];
  return (
    <article className={styles.card} aria-label={`${account.workspace}: ${row.email}`}>
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>
          <button type="button" className={styles.link} onClick={() => goToSubject(key, subject)}>
            {account.workspace}
          </button>
        </h2>
        {row.kind === 'invite' ? <Chip icon={<Mail aria-hidden />}>Invited</Chip> : null}
        {row.owner === true ? (
          <Chip tone="accent" icon={<Crown aria-hidden />}>
            Owner
          </Chip>
        ) : null}
        {row.kind === 'member' && row.owner === null ? (
          <UnknownMark word="owner?" reason="Whether this member is an owner cannot be told." />
        ) : null}
      </header>
      <p className={styles.cardLine}>
        {sayAddress ? `${row.email} · ` : ''}read <RelativeTime at={account.asOf} />
      </p>
      <InspectorLinksContext value={links}>
        <div className={styles.sections}>
          {row.kind === 'member' ? <AccountReach workspaceKey={key} memberId={row.id} /> : null}
          {row.kind === 'invite' ? (
            <Section title="Permissions">
              <UnknownBlock reason={reason} />
            </Section>
          ) : (
            <>
              {reason === null ? null : <UnknownBlock reason={`Not everything is known here: ${reason}`} />}
              {grants === null ? null : (
                <Section title="Direct grants" count={direct.length}>
                  {direct.length === 0 ? <Nothing>None.</Nothing> : <OwnGrants grants={direct} />}
                </Section>
              )}
              {through.length === 0 ? null : (
                <Section title="Group grants" count={through.length}>
                  <HeldGrants through grants={through} />
                </Section>
              )}
            </>
          )}
          <Section title="Groups" {...(groups === null ? {} : { count: groups.length })}>
            {groups === null ? <UnknownBlock reason={null} /> : null}
            {groups?.length === 0 ? <Nothing>In no group.</Nothing> : null}
            {groups === null ? null : <References references={groups} />}
          </Section>
        </div>
      </InspectorLinksContext>
    </article>
  );
}

/** A workspace without an account of this person, or of which that cannot be said. */
export function AbsentCard({ place }: { place: PersonView['absent'][number] }) {
  const { workspace, asOf, unread } = place;
  let words: ReactNode = 'No account and no invite.';
  if (unread !== null) words = <UnknownBlock reason={unread} />;
  return (
    <article className={styles.card} data-absent={unread === null || undefined} aria-label={workspace}>
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{workspace}</h2>
      </header>
      {asOf === null ? null : (
        <p className={styles.cardLine}>
          read <RelativeTime at={asOf} />
        </p>
      )}
      <div className={styles.cardLine}>{words}</div>
    </article>
  );
}
