import type { Holder } from '@contract/changes';
import type { Subject } from '@contract/inspect';
import { Ellipsis, Mail, User, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { Chip } from '../../components/Chip';
import { classNames } from '../../components/class-names';
import { IconButton } from '../../components/IconButton';
import { Menu } from '../../components/Menu';
import { UnknownMark } from '../../components/UnknownMark';
import { useSelection } from '../../stores/selected-workspace';
import styles from './board.module.css';
import { useBoard } from './board-context';
import { takeAway } from './CarriedLabel';
import { changeMenu } from './change-menu';
import { draftedGrants } from './drafted-grants';
import type { Mark } from './drafted-things';
import grantStyles from './grants.module.css';
import { LaneRows } from './LaneRows';
import { useHolderGrants } from './use-holder-grants';

/** A member, a group or an invite on the board. */
export interface Principal {
  kind: 'member' | 'group' | 'invite';
  id: string;
  name: string;
  /** `42 people`, or an address. */
  detail: string;
  mark: Mark;
  /** Its name before the draft; `null` where the draft does not rename it. */
  formerName: string | null;
}

/** A principal with its role lanes. */
export function PrincipalCard({ principal }: { principal: Principal }) {
  const { kind, id, name, detail, mark, formerName } = principal;
  const board = useBoard();
  const { select } = useSelection();
  const subject: Subject = { kind, id };
  const created = mark === 'added';
  return (
    <article className={styles.card} aria-label={`${KINDS[kind]} ${name}`} data-mark={mark} data-drag-home>
      <header className={styles.cardHead}>
        <span className={styles.cardIcon} aria-hidden="true">
          {ICONS[kind]}
        </span>
        <button
          type="button"
          className={classNames(styles.cardName, mark === 'removed' && styles.struck)}
          disabled={created}
          title={name}
          onClick={() => select(subject)}
        >
          {name}
        </button>
        {formerName === null ? null : <span className={styles.former}>was {formerName}</span>}
        <span className={styles.cardDetail}>{detail}</span>
        {mark === 'kept' ? null : (
          <Chip tone={mark === 'added' ? 'good' : 'danger'}>{mark === 'added' ? 'new' : 'goes'}</Chip>
        )}
        <Menu
          align="end"
          items={changeMenu(
            principal,
            board.workspaceKey,
            (changes, words) => void takeAway(board.workspaceKey, changes, words),
          )}
        >
          <IconButton label={`Change ${name}`} className={styles.more}>
            <Ellipsis />
          </IconButton>
        </Menu>
      </header>
      {kind === 'invite' || mark === 'removed' ? null : (
        <Lanes holder={{ kind, id }} holderName={name} created={created} />
      )}
    </article>
  );
}

const KINDS = { group: 'Group', member: 'Member', invite: 'Invite' };
const ICONS = { group: <UsersRound />, member: <User />, invite: <Mail /> };

function Lanes({
  holder: { kind, id },
  holderName,
  created,
}: {
  holder: Holder;
  holderName: string;
  created: boolean;
}) {
  const { changes } = useBoard();
  const holder = useMemo<Holder>(() => ({ kind, id }), [kind, id]);
  const answer = useHolderGrants(holder, created);
  const views = answer.kind === 'known' ? answer.value.grants : null;
  const grants = useMemo(
    () => (views === null ? [] : draftedGrants(views, holder, changes)),
    [views, holder, changes],
  );
  switch (answer.kind) {
    case 'loading':
      return <div className={grantStyles.lanesWaiting} aria-hidden="true" />;
    case 'failed':
      return <p className={grantStyles.problem}>{answer.failure.message}</p>;
    case 'known':
      if (views === null) {
        const reason = answer.value.reason ?? 'The grants could not be read from Segment.';
        return (
          <p className={grantStyles.problem}>
            <UnknownMark word="grants unknown" reason={reason} /> {reason}
          </p>
        );
      }
      return <LaneRows holder={holder} holderName={holderName} grants={grants} />;
  }
}
