import { Chip } from '../Chip';
import { UnknownMark } from '../UnknownMark';
import styles from './cells.module.css';

/** How many roles a row names before it says how many more there are. */
const SHOWN = 2;

/** Roles in a list: the first ones, and how many more; all of them on hover. */
export function CellRoles({ roles, reason }: { roles: readonly string[] | null; reason: string }) {
  if (roles === null) return <UnknownMark inRow reason={reason} />;
  if (roles.length === 0) return <span className={styles.zero}>none</span>;
  const rest = roles.length - SHOWN;
  return (
    <span className={styles.roles} title={roles.join('\n')}>
      {roles.slice(0, SHOWN).map((role) => (
        <Chip key={role}>{role}</Chip>
      ))}
      {rest > 0 ? <span className={styles.more}>+{rest}</span> : null}
    </span>
  );
}
