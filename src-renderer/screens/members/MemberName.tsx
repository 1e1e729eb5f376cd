import type { MemberRow } from '@contract/lists';
import { Crown, Mail } from 'lucide-react';
import { Chip } from '../../components/Chip';
import styles from './members.module.css';

/** Who it is, with the marks that matter at a glance: owner, or only invited. */
export function MemberName({ row }: { row: MemberRow }) {
  return (
    <>
      {row.name === '' ? (
        <em className={styles.noName}>no name</em>
      ) : (
        <span className={styles.name}>{row.name}</span>
      )}
      {row.kind === 'invite' ? <Chip icon={<Mail aria-hidden />}>Invited</Chip> : null}
      {row.owner === true ? (
        <Chip tone="accent" icon={<Crown aria-hidden />}>
          Owner
        </Chip>
      ) : null}
    </>
  );
}
