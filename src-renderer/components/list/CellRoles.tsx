import { Chip } from '../Chip';
import { UnknownMark } from '../UnknownMark';
import { CellCount } from './CellCount';
import styles from './cells.module.css';
import { chipsThatFit } from './fit-chips';
import { tellingFirst } from './telling-roles';

/** The room that the mark for unseen roles takes, in px. */
const MARK_WIDTH = 28;

/**
 * Roles in a list: as many as have room, and how many more; all of them on
 * hover. Where they are not all, that is said behind them.
 */
export function CellRoles({
  roles,
  complete = true,
  reason,
  width,
}: {
  roles: readonly string[] | null;
  /** False: roles that could not be seen may come on top. */
  complete?: boolean;
  /** Why roles are unknown. */
  reason: string;
  /** The room in px. */
  width: number;
}) {
  if (roles === null) return <UnknownMark inRow reason={reason} />;
  if (roles.length === 0) return <span className={styles.zero}>none</span>;
  const ordered = tellingFirst(roles);
  const shown = chipsThatFit(ordered, complete ? width : width - MARK_WIDTH);
  return (
    <span className={styles.chips} title={ordered.join('\n')}>
      {ordered.slice(0, shown).map((role) => (
        <Chip key={role}>{role}</Chip>
      ))}
      {shown < roles.length ? <span className={styles.more}>+{roles.length - shown}</span> : null}
      {complete ? null : <CellCount count={null} reason={`there may be more. ${reason}`} />}
    </span>
  );
}
