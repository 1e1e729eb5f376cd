import type { Overview } from '@contract/overview';
import { countText } from '../../components/list/counts';
import { changeLook } from '../../components/list/look-memory';
import { goToScreen } from '../../stores/navigation';
import { openInSummary } from '../../stores/summary';
import { membersLook } from '../members/members-look';
import styles from './summary.module.css';

/** The numbers of people; each leads to its list. */
export function PeopleNumbers({ workspaceKey, overview }: { workspaceKey: string; overview: Overview }) {
  const { members, invites, owners, perhapsOwners, reaching, perhapsReaching, unread } = overview.people;
  const more = unread === null ? '' : '+';
  const toMembers = (show: 'members' | 'invites') => () => {
    changeLook(membersLook, workspaceKey, { text: '', show });
    goToScreen('members');
  };
  const withoutReach = members - reaching;
  return (
    <ul className={styles.numbers} aria-label="People">
      <Tile number={`${countText(members)}${more}`} word="members" onOpen={toMembers('members')} />
      <Tile
        number={`${countText(owners)}${perhapsOwners > 0 ? '+' : ''}`}
        word={perhapsOwners > 0 ? `owners, ${countText(perhapsOwners)} perhaps` : 'owners'}
        onOpen={() =>
          openInSummary(workspaceKey, { kind: 'mark', mark: { kind: 'owners' }, title: 'Owners' })
        }
      />
      <Tile number={`${countText(invites)}${more}`} word="pending invites" onOpen={toMembers('invites')} />
      <Tile
        number={countText(withoutReach)}
        word={
          perhapsReaching > 0
            ? `members reach nothing for certain, ${countText(perhapsReaching)} perhaps something`
            : 'members reach nothing'
        }
        onOpen={() =>
          openInSummary(workspaceKey, {
            kind: 'mark',
            mark: { kind: 'withoutReach' },
            title: 'Members who reach nothing for certain',
          })
        }
      />
    </ul>
  );
}

function Tile({ number, word, onOpen }: { number: string; word: string; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className={styles.tile} onClick={onOpen}>
        <span className={styles.tileNumber}>{number}</span>
        <span className={styles.tileWord}>{word}</span>
      </button>
    </li>
  );
}
