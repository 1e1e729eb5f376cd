import { Chip } from '../Chip';
import { UnknownMark } from '../UnknownMark';
import styles from './cells.module.css';
import { chipsThatFit } from './fit-chips';
import { tellingFirst } from './telling-roles';

/** Roles in a list: as many as have room, and how many more; all of them on hover. */
export function CellRoles({
  roles,
  reason,
  width,
}: {
  roles: readonly string[] | null;
  reason: string;
  /** The room in px. */
  width: number;
}) {
  if (roles === null) return <UnknownMark inRow reason={reason} />;
  if (roles.length === 0) return <span className={styles.zero}>none</span>;
  const ordered = tellingFirst(roles);
  const shown = chipsThatFit(ordered, width);
  return (
    <span className={styles.chips} title={ordered.join('\n')}>
      {ordered.slice(0, shown).map((role) => (
        <Chip key={role}>{role}</Chip>
      ))}
      {shown < roles.length ? <span className={styles.more}>+{roles.length - shown}</span> : null}
    </span>
  );
}
