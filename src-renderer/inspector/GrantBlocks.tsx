import type { GrantView } from '@contract/inspect';
import { blocksOf } from './grant-blocks';
import styles from './grants.module.css';
import { RoleLines } from './RoleLines';
import { ShowMore } from './ShowMore';
import { SubjectLink } from './SubjectLink';

/** Grants of one holder who is known from the context: roles and scopes. */
export function OwnGrants({ grants }: { grants: readonly GrantView[] }) {
  const roles = blocksOf(grants).flatMap((block) => block.roles);
  return (
    <div className={styles.block}>
      <ShowMore items={roles} keyOf={({ roleId, roleName }) => `${roleId} ${roleName}`}>
        {(role) => <RoleLines role={role} />}
      </ShowMore>
    </div>
  );
}

/** Grants of several holders: each holder with roles and scopes. `through` says that a member has them as one of a group. */
export function HeldGrants({ grants, through = false }: { grants: readonly GrantView[]; through?: boolean }) {
  return (
    <ShowMore items={blocksOf(grants)} keyOf={({ holder }) => `${holder.subject.kind} ${holder.subject.id}`}>
      {({ holder, roles }) => (
        <div className={styles.block}>
          <div className={styles.holder}>
            {through ? <span className={styles.through}>through group</span> : null}
            <SubjectLink icon subject={holder.subject}>
              {holder.name === '' ? holder.subject.id : holder.name}
            </SubjectLink>
          </div>
          <ShowMore items={roles} keyOf={({ roleId, roleName }) => `${roleId} ${roleName}`}>
            {(role) => <RoleLines role={role} />}
          </ShowMore>
        </div>
      )}
    </ShowMore>
  );
}
