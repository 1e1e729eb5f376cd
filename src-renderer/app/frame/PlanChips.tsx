import type { WorkspaceView } from '@contract/workspaces';
import { Chip } from '../../components/Chip';
import { exactTime } from '../../components/relative-time';
import { UnknownMark } from '../../components/UnknownMark';
import { useAttestations } from '../../stores/attestations';
import { type Known, knownHipaa, knownPlan, planWords } from '../../stores/plan-words';

/** Plan and HIPAA eligibility of a workspace, and whether it is one of the sandbox. */
export function PlanChips({ workspace }: { workspace: WorkspaceView }) {
  const statements = useAttestations(workspace.key);
  const { snapshot, endpoint } = workspace;
  return (
    <>
      {snapshot === null ? null : (
        <>
          <PlanChip plan={knownPlan(snapshot, statements)} />
          <HipaaChip hipaa={knownHipaa(snapshot, statements)} />
        </>
      )}
      {endpoint.kind === 'sandbox' ? (
        <Chip title="An invented workspace of the sandbox on this machine.">Sandbox</Chip>
      ) : null}
    </>
  );
}

function PlanChip({ plan }: { plan: Known<Parameters<typeof planWords>[0]> }) {
  switch (plan.kind) {
    case 'read':
      return <Chip tone="accent">{planWords(plan.value)}</Chip>;
    case 'stated':
      return <Chip title={statedBy(plan)}>{planWords(plan.value)}, as stated</Chip>;
    case 'unknown':
      return <UnknownMark word="plan unknown" reason={plan.reason} />;
  }
}

function HipaaChip({ hipaa }: { hipaa: Known<boolean> }) {
  switch (hipaa.kind) {
    case 'read':
      return hipaa.value ? (
        <Chip tone="warn" title="Sessions of its members last 15 minutes, in all workspaces.">
          HIPAA eligible
        </Chip>
      ) : null;
    case 'stated':
      return hipaa.value ? <Chip title={statedBy(hipaa)}>HIPAA eligible, as stated</Chip> : null;
    case 'unknown':
      return <UnknownMark word="HIPAA unknown" reason={hipaa.reason} />;
  }
}

function statedBy({ by, at }: { by: string; at: string }): string {
  return `Stated by ${by} on ${exactTime(Date.parse(at))}. It was not read from Segment.`;
}
