import type { GrantView } from '@contract/inspect';
import { subjectKey } from '../components/list/subject-key';
import { blocksOf } from './grant-blocks';
import styles from './grants.module.css';
import { RoleLines } from './RoleLines';
import { ShowMore } from './ShowMore';
import { SubjectLink } from './SubjectLink';

/** Grants of one holder who is known from the context: roles and scopes. */
export function OwnGrants({ grants }: { grants: readonly GrantView[] }) {
  const roles = blocksOf(grants).flatMap(({ holder, roles }) => roles.map((role) => ({ holder, role })));
  return (
    <div className={styles.block}>
      <ShowMore items={roles} keyOf={({ role }) => `${role.roleId} ${role.roleName}`}>
        {({ holder, role }) => <RoleLines holder={holder} role={role} />}
      </ShowMore>
    </div>
  );
}

/** Grants of several holders: each holder with roles and scopes. */
export function HeldGrants({
  grants,
  through = false,
  sayRole = true,
}: {
  grants: readonly GrantView[];
  /** A member has them as one of a group. */
  through?: boolean;
  /** Off where all are of one role that is known from the context. */
  sayRole?: boolean;
}) {
  return (
    <ShowMore items={blocksOf(grants)} keyOf={({ holder }) => subjectKey(holder.subject)}>
      {({ holder, roles }) => (
        <div className={styles.block}>
          <div className={styles.holder}>
            {through ? <span className={styles.through}>through group</span> : null}
            <SubjectLink icon subject={holder.subject}>
              {holder.name === '' ? holder.subject.id : holder.name}
            </SubjectLink>
          </div>
          <ShowMore items={roles} keyOf={({ roleId, roleName }) => `${roleId} ${roleName}`}>
            {(role) => <RoleLines holder={holder} role={role} sayName={sayRole} />}
          </ShowMore>
        </div>
      )}
    </ShowMore>
  );
}

/** Holders and roles alone, a line for each: where the scope of all is the same and said above. */
export function HolderLines({ grants }: { grants: readonly GrantView[] }) {
  return (
    <ShowMore
      listClass={styles.lines}
      items={blocksOf(grants)}
      keyOf={({ holder }) => subjectKey(holder.subject)}
    >
      {({ holder, roles }) => (
        <li className={styles.line}>
          <SubjectLink icon subject={holder.subject}>
            {holder.name === '' ? holder.subject.id : holder.name}
          </SubjectLink>
          <span className={styles.lineRoles}>{roles.map(({ roleName }) => roleName).join(', ')}</span>
        </li>
      )}
    </ShowMore>
  );
}
