import type { Reference, ScopeView, Subject } from '@contract/inspect';
import { UnknownMark } from '../components/UnknownMark';
import { GrantOpens } from './access/GrantOpens';
import { rawGrant } from './access/raw-grant';
import type { RoleBlock } from './grant-blocks';
import styles from './grants.module.css';
import { ScopeLine } from './ScopeLine';
import { SubjectLink } from './SubjectLink';

/** A role and the scopes that it is held over. Several add up: any of them is enough. */
export function RoleLines({
  holder: { subject },
  role,
  sayName = true,
}: {
  holder: Reference;
  role: RoleBlock;
  sayName?: boolean;
}) {
  return (
    <div className={styles.role}>
      {sayName ? (
        <div className={styles.roleName}>
          <SubjectLink subject={{ kind: 'role', id: role.roleId }}>{role.roleName}</SubjectLink>
          {role.roleKnown ? null : (
            <UnknownMark
              word="unknown role"
              reason="Gatehouse does not know this role, so it cannot tell what it gives. That is not the same as nothing."
            />
          )}
        </div>
      ) : null}
      {role.scopes.map(({ name, scope }, index) => (
        <div key={name} className={styles.scopeRow}>
          {index === 0 ? null : <span className={styles.or}>OR</span>}
          <ScopeLine scope={scope} />
          <Opens holder={subject} role={role} scope={scope} />
        </div>
      ))}
    </div>
  );
}

function Opens({
  holder: { kind, id },
  role,
  scope,
}: {
  holder: Subject;
  role: RoleBlock;
  scope: ScopeView;
}) {
  const grant = rawGrant(role.roleId, role.roleName, scope);
  if (grant === null || !role.roleKnown || (kind !== 'member' && kind !== 'group')) return null;
  return <GrantOpens holder={{ kind, id }} grant={grant} />;
}
