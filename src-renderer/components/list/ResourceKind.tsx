import type { ResourceType } from '@contract/snapshot';
import styles from './resource-kind.module.css';
import { RESOURCE_KINDS } from './resource-kinds';

/** The kind of a resource as icon and word. */
export function ResourceKind({ type }: { type: ResourceType }) {
  const { one, icon: Icon } = RESOURCE_KINDS[type];
  return (
    <span className={styles.kind}>
      <Icon aria-hidden />
      {one}
    </span>
  );
}
