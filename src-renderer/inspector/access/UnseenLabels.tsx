import type { ExplanationView } from '@contract/policy';
import { useCallback } from 'react';
import { call } from '../../api/bridge';
import { useInspectorLinks } from '../links';
import { ResourceLabelsSection } from '../ResourceLabelsSection';
import { usePolicyAnswer } from './use-policy-answer';

/**
 * For an answer that hangs on a space: its labels, which the Public API does not
 * show, so that the admin can state them where they are missed.
 */
export function UnseenLabels({ explanation: { targets, level } }: { explanation: ExplanationView }) {
  const space = targets.find(({ subject }) => subject.id.startsWith('SPACE:'));
  const sure = level === null || (level.atLeast === level.atMost && level.pii !== 'unknown');
  return space === undefined || sure ? null : <LabelsOf id={space.subject.id} />;
}

function LabelsOf({ id }: { id: string }) {
  const { workspaceKey } = useInspectorLinks();
  const ask = useCallback(
    () => call('inspect', { key: workspaceKey, subject: { kind: 'resource', id } }),
    [workspaceKey, id],
  );
  const { state } = usePolicyAnswer(ask);
  if (state.kind !== 'shown' || state.answer.kind !== 'resource') return null;
  return <ResourceLabelsSection of={state.answer} />;
}
