import type { Reference } from '@contract/inspect';
import type { EffectSummary } from '@contract/policy';
import { Crown, Tags } from 'lucide-react';
import type { ReactNode } from 'react';
import { counted } from '../../components/list/counts';
import styles from './effect-summary.module.css';

/** More names than these are counted. */
const NAMED = 5;

function names(all: readonly Reference[]): string {
  const shown = all.slice(0, NAMED).map(({ name }) => name);
  return all.length > NAMED ? `${shown.join(', ')} and ${all.length - NAMED} more` : shown.join(', ');
}

/** What of a draft deserves a second look: new owners, and who begins to decide others' access by labels. */
export function CallOuts({ callOuts }: { callOuts: EffectSummary['callOuts'] }) {
  const { ownersBecoming, ownersCeasing, relabelBecoming, relabelCeasing } = callOuts;
  // An owner may relabel everything: that is said with being an owner.
  const owners = new Set([...ownersBecoming, ...ownersCeasing].map(({ subject }) => subject.id));
  const others = (all: EffectSummary['callOuts']['relabelBecoming']) =>
    all.filter(({ member }) => !owners.has(member.subject.id));
  const [begin, end] = [others(relabelBecoming), others(relabelCeasing)];
  return (
    <ul className={styles.callOuts}>
      {ownersBecoming.length === 0 ? null : (
        <CallOut icon={<Crown aria-hidden />} tone="danger">
          <b>{counted(ownersBecoming.length, 'new owner')}:</b> {names(ownersBecoming)}. An owner reaches
          everything and can give access to anybody.
        </CallOut>
      )}
      {ownersCeasing.length === 0 ? null : (
        <CallOut icon={<Crown aria-hidden />} tone="warn">
          <b>{counted(ownersCeasing.length, 'owner')} less:</b> {names(ownersCeasing)}.
        </CallOut>
      )}
      {begin.length === 0 ? null : (
        <CallOut icon={<Tags aria-hidden />} tone="warn">
          <b>{counted(begin.length, 'member')} will be able to relabel sources</b>, and so to change what
          others reach: {names(begin.map(({ member }) => member))} (up to{' '}
          {counted(Math.max(...begin.map(({ sources }) => sources)), 'source')}).
        </CallOut>
      )}
      {end.length === 0 ? null : (
        <CallOut icon={<Tags aria-hidden />} tone="plain">
          <b>{counted(end.length, 'member')} will no longer be able to relabel sources:</b>{' '}
          {names(end.map(({ member }) => member))}.
        </CallOut>
      )}
    </ul>
  );
}

function CallOut({ icon, tone, children }: { icon: ReactNode; tone: string; children: ReactNode }) {
  return (
    <li className={styles.callOut} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </li>
  );
}
