import type { Change } from '@contract/changes';
import type { VerdictView } from '@contract/policy';
import { useEffect, useState } from 'react';
import { call } from '../../../api/bridge';
import { applyingChanges, useDraft } from '../../../stores/draft';

/** How long a form rests before it is judged, in ms. */
const REST = 150;

/** Whether Segment would take this change on top of the draft; `null` while that is not known. */
export function useVerdict(workspaceKey: string, change: Change | null): VerdictView | null {
  const draft = applyingChanges(useDraft(workspaceKey));
  const [verdict, setVerdict] = useState<{ about: string; verdict: VerdictView } | null>(null);
  const about = change === null ? '' : JSON.stringify(change);
  useEffect(() => {
    if (about === '') return;
    let wanted = true;
    const timer = setTimeout(() => {
      call('policy.judge', { key: workspaceKey, draft, changes: [JSON.parse(about)] }).then(
        ([told]) => {
          if (wanted && told !== undefined) setVerdict({ about, verdict: told });
        },
        // Without a verdict the form can be used all the same: the draft says what it thinks of it.
        () => undefined,
      );
    }, REST);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workspaceKey, draft, about]);
  return verdict !== null && verdict.about === about && about !== '' ? verdict.verdict : null;
}
