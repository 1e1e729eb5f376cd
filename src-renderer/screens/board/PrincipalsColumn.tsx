import type { GroupRow, ListPage, MemberRow } from '@contract/lists';
import { useCallback, useMemo } from 'react';
import { Button } from '../../components/Button';
import { counted, countText } from '../../components/list/counts';
import { useLook } from '../../components/list/look-memory';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import type { WindowedList } from '../../components/list/use-windowed-rows';
import { SegmentedControl } from '../../components/SegmentedControl';
import styles from './board.module.css';
import { useBoard } from './board-context';
import { boardLook } from './board-look';
import { ColumnHead } from './ColumnHead';
import { type DraftedPeople, draftedPeople } from './drafted-things';
import grantStyles from './grants.module.css';
import { type Principal, PrincipalCard } from './PrincipalCard';
import { VirtualColumn } from './VirtualColumn';

/** Card height to begin with; the true ones are measured. */
const ESTIMATE = 116;

/** Groups with their role lanes; members and invites behind a filter. */
export function PrincipalsColumn() {
  const { workspaceKey } = useBoard();
  const [look] = useLook(boardLook, workspaceKey);
  return (
    <section className={styles.column} aria-label="Principals">
      {look.show === 'groups' ? <Groups /> : <Members />}
    </section>
  );
}

/** What both kinds of principals are looked at with. */
function usePrincipalLook() {
  const { workspaceKey, fingerprint, changes } = useBoard();
  const [look, change] = useLook(boardLook, workspaceKey);
  const text = useSettled(look.principals);
  const people = useMemo(() => draftedPeople(changes), [changes]);
  const fresh = useMemo(() => createdBy(people, look.show, text), [people, look.show, text]);
  return { workspaceKey, fingerprint, look, change, text, people, fresh };
}

function Groups() {
  const { workspaceKey, fingerprint, text, people, fresh } = usePrincipalLook();
  const list = useWindowedList('groups', { key: workspaceKey, text, sort: null }, fingerprint);
  return (
    <>
      <Head title="Groups" matched={list.view.kind === 'shown' ? list.view.head.matched : null} />
      <Cards list={list} fresh={fresh} what="groups" principalOf={(row) => ofGroup(row, people)} />
    </>
  );
}

function Members() {
  const { workspaceKey, fingerprint, text, people, fresh } = usePrincipalLook();
  const question = { key: workspaceKey, text, sort: null, show: 'all' as const };
  const list = useWindowedList('members', question, fingerprint);
  return (
    <>
      <Head title="Members" matched={list.view.kind === 'shown' ? list.view.head.matched : null} />
      <Cards list={list} fresh={fresh} what="members" principalOf={(row) => ofMember(row, people)} />
    </>
  );
}

function Head({ title, matched }: { title: string; matched: number | null }) {
  const { look, change, fresh } = usePrincipalLook();
  return (
    <ColumnHead
      main
      title={title}
      count={matched === null ? null : countText(matched + fresh.length)}
      text={look.principals}
      onText={(principals) => change({ principals })}
    >
      <SegmentedControl
        label="Whose lanes"
        value={look.show}
        options={[
          { value: 'groups', label: 'Groups' },
          { value: 'members', label: 'Members' },
        ]}
        onChange={(show) => change({ show, principals: '' })}
      />
    </ColumnHead>
  );
}

function createdBy(people: DraftedPeople, show: 'groups' | 'members', text: string): Principal[] {
  const wanted = text.trim().toLowerCase();
  const all: Principal[] =
    show === 'groups'
      ? people.createdGroups
          .filter(({ id }) => !people.deletedGroups.has(id))
          .map(({ id, name }) => ({
            kind: 'group',
            id,
            name: people.renamed.get(id) ?? name,
            detail: counted(people.joined.get(id) ?? 0, 'person', 'people'),
            mark: 'added',
            formerName: null,
          }))
      : people.invited
          .filter((email) => !people.revoked.has(email))
          .map((email) => ({
            kind: 'invite',
            id: email,
            name: email,
            detail: 'invite',
            mark: 'added',
            formerName: null,
          }));
  return all.filter(({ name }) => name.toLowerCase().includes(wanted));
}

function ofGroup(row: GroupRow, people: DraftedPeople): Principal {
  const renamed = people.renamed.get(row.id);
  const size = row.members === null ? null : row.members + (people.joined.get(row.id) ?? 0);
  return {
    kind: 'group',
    id: row.id,
    name: renamed ?? row.name,
    detail: size === null ? 'members unknown' : counted(size, 'person', 'people'),
    mark: people.deletedGroups.has(row.id) ? 'removed' : 'kept',
    formerName: renamed === undefined || renamed === row.name ? null : row.name,
  };
}

function ofMember(row: MemberRow, people: DraftedPeople): Principal {
  const gone = row.kind === 'member' ? people.removedMembers.has(row.id) : people.revoked.has(row.id);
  return {
    kind: row.kind,
    id: row.id,
    name: row.name === '' ? row.email : row.name,
    detail: row.kind === 'invite' ? 'invite' : row.name === '' ? '' : row.email,
    mark: gone ? 'removed' : 'kept',
    formerName: null,
  };
}

type Shown = ListPage<'groups'> | ListPage<'members'>;

function Cards<Page extends Shown>({
  list,
  fresh,
  what,
  principalOf,
}: {
  list: WindowedList<Page>;
  fresh: readonly Principal[];
  what: string;
  principalOf: (row: Page['rows'][number]) => Principal;
}) {
  const { view, see, retry } = list;
  const offset = fresh.length;
  const onVisible = useCallback(
    (first: number, last: number) => see(Math.max(0, first - offset), Math.max(0, last - offset)),
    [see, offset],
  );
  switch (view.kind) {
    case 'idle':
    case 'loading':
      return <p className={styles.note}>Loading the {what}…</p>;
    case 'failed':
      return (
        <div className={styles.note}>
          <p>{view.failure.message}</p>
          <Button onClick={retry}>Try again</Button>
        </div>
      );
    case 'shown': {
      const { matched, unknown, total } = view.head;
      const at = (index: number): Principal | undefined => {
        const created = fresh[index];
        if (created !== undefined) return created;
        const row = view.rowAt(index - offset);
        return row === undefined ? undefined : principalOf(row);
      };
      return (
        <>
          {unknown === null ? null : (
            <p className={styles.note}>
              Not all of the {what} are known. {unknown}
            </p>
          )}
          {matched + offset === 0 && unknown === null ? (
            <p className={styles.note}>
              {total === 0 ? `There are no ${what}.` : `None of the ${what} match.`}
            </p>
          ) : null}
          <VirtualColumn
            label={what}
            count={matched + offset}
            estimate={ESTIMATE}
            onVisible={onVisible}
            keyAt={(index) => {
              const principal = at(index);
              return principal === undefined ? `row ${index}` : `${principal.kind} ${principal.id}`;
            }}
          >
            {(index) => {
              const principal = at(index);
              return principal === undefined ? (
                <div className={grantStyles.cardWaiting} aria-hidden="true" />
              ) : (
                <PrincipalCard principal={principal} />
              );
            }}
          </VirtualColumn>
        </>
      );
    }
  }
}
