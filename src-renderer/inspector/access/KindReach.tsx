import type { Holder } from '@contract/changes';
import type { ReachByType } from '@contract/policy';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { countText } from '../../components/list/counts';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { ReachBar } from '../../components/reach/ReachBar';
import { reachParts } from '../../components/reach/reach-words';
import { toggleUnfolded, useUnfolded } from '../../stores/unfolded';
import { useInspectorLinks } from '../links';
import styles from './access.module.css';

/** One kind of resources with how many of them are reached; unfolds into `children` where there are any. */
export function KindReach({
  kind: { type, of, reach },
  holder,
  children,
}: {
  kind: ReachByType[number];
  holder: Holder;
  children: ReactNode;
}) {
  const { workspaceKey } = useInspectorLinks();
  const open = useUnfolded(workspaceKey, holder.id).includes(type);
  const panel = useId();
  const { many, icon: Icon } = RESOURCE_KINDS[type];
  const parts = reachParts(reach);
  const line = (
    <>
      <Icon aria-hidden />
      <span className={styles.kindName}>{many}</span>
      <ReachBar reach={reach} of={of} />
      <span className={styles.kindCount}>
        {countText(reach.admin + reach.read)} of {countText(of)}
      </span>
      {parts.length === 0 ? null : <span className={styles.kindParts}>{parts.join(' · ')}</span>}
    </>
  );
  if (children === null || parts.length === 0) {
    return (
      <div className={styles.kind} data-none={parts.length === 0 || undefined}>
        <span className={styles.noTwist} />
        {line}
      </div>
    );
  }
  return (
    <div>
      <button
        type="button"
        className={styles.kind}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => toggleUnfolded(workspaceKey, holder.id, type)}
      >
        <ChevronRight aria-hidden className={styles.twist} data-open={open || undefined} />
        {line}
      </button>
      {open ? (
        <div id={panel} className={styles.unfolded}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
