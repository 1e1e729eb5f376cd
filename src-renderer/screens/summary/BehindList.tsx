import type { ChannelOutput } from '@contract/channels';
import type { OverviewMark } from '@contract/overview';
import { ListX } from 'lucide-react';
import { useRef } from 'react';
import { call } from '../../api/bridge';
import { EmptyState } from '../../components/EmptyState';
import type { Column } from '../../components/list/column';
import { ListPane } from '../../components/list/ListPane';
import type { RowPage } from '../../components/list/row-page';
import { subjectKey } from '../../components/list/subject-key';
import { useWindowedRows } from '../../components/list/use-windowed-rows';
import { usePolicyEpoch } from '../../inspector/access/use-policy-answer';
import { SubjectIcon } from '../../inspector/SubjectIcon';
import { useSelection } from '../../stores/selected-workspace';
import { listedSubject } from '../../stores/selection';
import { openInSummary } from '../../stores/summary';
import { OpenedHead } from './OpenedHead';
import styles from './summary.module.css';

type Answer = ChannelOutput<'overview.behind'>;
type Row = Answer['rows'][number] & { place: number };
type Page = Omit<Answer, 'rows'> & RowPage & { rows: Row[] };

const COLUMNS: readonly Column<Row, never>[] = [
  {
    id: 'name',
    head: 'Name',
    track: 'minmax(180px, 1fr)',
    cell: ({ reference }) => (
      <span className={styles.subject}>
        <SubjectIcon subject={reference.subject} />
        <span>{reference.name}</span>
      </span>
    ),
    text: ({ reference }) => reference.name,
  },
  {
    id: 'detail',
    head: '',
    track: 'minmax(200px, 1.4fr)',
    cell: ({ detail }) => <span className={styles.detail}>{detail}</span>,
    text: ({ detail }) => detail,
  },
];

/** The things that a mark of the overview counts. */
export function BehindList({
  workspaceKey,
  mark,
  title,
}: {
  workspaceKey: string;
  mark: OverviewMark;
  title: string;
}) {
  const epoch = usePolicyEpoch();
  const list = useWindowedRows<Page>({
    realm: workspaceKey,
    id: JSON.stringify(mark),
    epoch,
    fetch: async (window) => {
      const answer = await call('overview.behind', { key: workspaceKey, mark, ...window });
      return {
        ...answer,
        total: answer.matched,
        unknown: null,
        rows: answer.rows.map((row, at) => ({ ...row, place: answer.offset + at })),
      };
    },
  });
  const table = useRef<HTMLTableElement>(null);
  const { inspected, select } = useSelection();
  const listed = inspected === null ? null : listedSubject(inspected);
  const { view } = list;
  return (
    <section className={styles.screen} aria-label={title}>
      <OpenedHead
        workspaceKey={workspaceKey}
        title={title}
        count={view.kind === 'shown' ? view.head.matched : null}
      />
      <ListPane
        list={list}
        table={table}
        things="things"
        columns={COLUMNS}
        rowKey={({ reference, place }) => `${subjectKey(reference.subject)} ${place}`}
        memoryKey={`${workspaceKey} overview ${title}`}
        sort={null}
        onSort={() => undefined}
        selectedKey={listed === null ? null : subjectKey(listed)}
        onOpen={({ reference }) => select(reference.subject)}
        empty={<EmptyState icon={<ListX />} title="Nothing any more" />}
        noMatch="Nothing"
        onClear={() => openInSummary(workspaceKey, null)}
      />
    </section>
  );
}
