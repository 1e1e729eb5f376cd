import type { ChannelOutput } from '@contract/channels';
import type { Finding, FindingRule } from '@contract/findings';
import { CircleCheck } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { call } from '../../api/bridge';
import { EmptyState } from '../../components/EmptyState';
import { ListPane } from '../../components/list/ListPane';
import type { RowPage } from '../../components/list/row-page';
import { useWindowedRows } from '../../components/list/use-windowed-rows';
import { usePolicyEpoch } from '../../inspector/access/use-policy-answer';
import { UnknownBlock } from '../../inspector/Section';
import { useSelection } from '../../stores/selected-workspace';
import { openInSummary } from '../../stores/summary';
import { findingColumns } from './finding-columns';
import { OpenedHead } from './OpenedHead';
import styles from './summary.module.css';

type Page = ChannelOutput<'findings.list'> & RowPage;

/** What one rule found, each with its evidence and, where there is one, the change that settles it. */
export function FindingsList({ workspaceKey, rule }: { workspaceKey: string; rule: FindingRule }) {
  const epoch = usePolicyEpoch();
  const list = useWindowedRows<Page>({
    realm: workspaceKey,
    id: rule,
    epoch,
    fetch: async (window) => {
      const answer = await call('findings.list', { key: workspaceKey, rule, ...window });
      return { ...answer, total: answer.matched, unknown: null };
    },
  });
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => findingColumns(workspaceKey), [workspaceKey]);
  const { select } = useSelection();
  const { view } = list;
  const head = view.kind === 'shown' ? view.head : null;
  const summary = head?.rules.find((each) => each.rule === rule);
  const open = ({ subjects: [first] }: Finding) => {
    if (first !== undefined) select(first.subject);
  };
  return (
    <section className={styles.screen} aria-label={summary?.title ?? 'Findings'}>
      <OpenedHead
        workspaceKey={workspaceKey}
        title={summary?.title ?? 'Findings'}
        count={head === null ? null : head.matched}
      >
        {summary === undefined ? null : (
          <div className={styles.explained}>
            <p>{summary.why}</p>
            <p className={styles.how}>How it is decided: {summary.how}</p>
            {summary.unknown === null ? null : (
              <UnknownBlock reason={`There may be more: ${summary.unknown}`} />
            )}
          </div>
        )}
      </OpenedHead>
      <ListPane
        list={list}
        table={table}
        things="findings"
        columns={columns}
        rowKey={({ id }) => id}
        memoryKey={`${workspaceKey} findings ${rule}`}
        sort={null}
        onSort={() => undefined}
        selectedKey={null}
        onOpen={open}
        empty={<EmptyState icon={<CircleCheck />} title="Nothing found" />}
        noMatch="Nothing found"
        onClear={() => openInSummary(workspaceKey, null)}
      />
    </section>
  );
}
