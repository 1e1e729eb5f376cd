import type { Overview } from '@contract/overview';
import { useCallback } from 'react';
import { call } from '../../api/bridge';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { ScreenHeader } from '../../components/list/ScreenHeader';
import { PolicyFailure, PolicyWait } from '../../inspector/access/PolicyWait';
import { usePolicyAnswer } from '../../inspector/access/use-policy-answer';
import { useOpened } from '../../stores/summary';
import { BehindList } from './BehindList';
import { CoverageChart } from './CoverageChart';
import { FindingsList } from './FindingsList';
import { GrantsChart } from './GrantsChart';
import { GroupSizesChart } from './GroupSizesChart';
import { PeopleNumbers } from './PeopleNumbers';
import { ReachChart } from './ReachChart';
import { RuleCards } from './RuleCards';
import styles from './summary.module.css';
import { UnknownsCard } from './UnknownsCard';

/** The overview of one workspace: what stands in it, drawn, and what to look at. */
export function SummaryScreen() {
  return (
    <ReadWorkspace title="Overview">
      {(workspaceKey) => <Summary workspaceKey={workspaceKey} />}
    </ReadWorkspace>
  );
}

function Summary({ workspaceKey }: { workspaceKey: string }) {
  const ask = useCallback(() => call('overview.get', { key: workspaceKey }), [workspaceKey]);
  const { state, retry } = usePolicyAnswer(ask);
  const opened = useOpened(workspaceKey);
  if (opened?.kind === 'mark') {
    return (
      <BehindList key={opened.title} workspaceKey={workspaceKey} mark={opened.mark} title={opened.title} />
    );
  }
  if (opened?.kind === 'rule') {
    return <FindingsList key={opened.rule} workspaceKey={workspaceKey} rule={opened.rule} />;
  }
  return (
    <section className={styles.screen} aria-label="Overview">
      <ScreenHeader title="Overview" count={null} search={null} />
      {state.kind === 'working' ? <PolicyWait /> : null}
      {state.kind === 'failed' ? <PolicyFailure failure={state.failure} onRetry={retry} /> : null}
      {state.kind === 'shown' ? <Numbers workspaceKey={workspaceKey} overview={state.answer} /> : null}
    </section>
  );
}

function Numbers({ workspaceKey, overview }: { workspaceKey: string; overview: Overview }) {
  return (
    <div className={styles.body}>
      <PeopleNumbers workspaceKey={workspaceKey} overview={overview} />
      <RuleCards workspaceKey={workspaceKey} rules={overview.findings} />
      <div className={styles.charts}>
        <ReachChart workspaceKey={workspaceKey} overview={overview} />
        <CoverageChart workspaceKey={workspaceKey} overview={overview} />
        <GrantsChart workspaceKey={workspaceKey} overview={overview} />
        <GroupSizesChart workspaceKey={workspaceKey} overview={overview} />
        <UnknownsCard overview={overview} />
      </div>
    </div>
  );
}
