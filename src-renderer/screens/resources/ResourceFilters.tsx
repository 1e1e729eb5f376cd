import type { ListPage } from '@contract/lists';
import type { ResourceType } from '@contract/snapshot';
import { X } from 'lucide-react';
import { LabelChip } from '../../components/LabelChip';
import { RESOURCE_KINDS, RESOURCE_TYPES } from '../../components/list/resource-kinds';
import { ToggleChip } from '../../components/list/ToggleChip';
import styles from './resources.module.css';
import type { ResourcesLook } from './resources-look';

/** The kinds as chips with their counts, and the label that the list is narrowed to. */
export function ResourceFilters({
  look,
  onLook,
  head,
}: {
  look: ResourcesLook;
  onLook: (patch: Partial<ResourcesLook>) => void;
  /** The latest answer; `null` before the first. */
  head: ListPage<'resources'> | null;
}) {
  const toggle = (type: ResourceType) => {
    const on = look.types.includes(type);
    onLook({ types: on ? look.types.filter((each) => each !== type) : [...look.types, type] });
  };
  return (
    <>
      {RESOURCE_TYPES.map((type) => {
        const { many, icon: Icon } = RESOURCE_KINDS[type];
        const reason = head?.unreadable.find((each) => each.type === type)?.reason;
        return (
          <ToggleChip
            key={type}
            on={look.types.includes(type)}
            icon={<Icon aria-hidden />}
            onToggle={() => toggle(type)}
            {...(head === null ? {} : { count: head.byType[type] })}
            {...(reason === undefined ? {} : { title: reason })}
          >
            {many}
          </ToggleChip>
        );
      })}
      {look.label === null ? null : (
        <>
          <span className={styles.gap} />
          <span className={styles.filterLabel}>
            with <LabelChip label={look.label} />
            <button
              type="button"
              className={styles.remove}
              aria-label={`Show resources without ${look.label.key}:${look.label.value} too`}
              onClick={() => onLook({ label: null })}
            >
              <X aria-hidden />
            </button>
          </span>
        </>
      )}
    </>
  );
}
