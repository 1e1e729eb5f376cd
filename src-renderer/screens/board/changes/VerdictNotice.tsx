import type { VerdictView } from '@contract/policy';
import { Notice } from '../../../components/Notice';

/** Why Segment would refuse a change, or may; nothing while all is well. */
export function VerdictNotice({ verdict }: { verdict: VerdictView | null }) {
  if (verdict === null || verdict.verdict === 'accepted') return null;
  return (
    <Notice tone={verdict.verdict === 'refused' ? 'error' : 'warning'}>
      {verdict.verdict === 'refused' ? 'Segment would refuse this. ' : 'Segment may refuse this. '}
      {verdict.reasons.join(' ')}
    </Notice>
  );
}
