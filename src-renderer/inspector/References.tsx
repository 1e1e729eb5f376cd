import type { Reference } from '@contract/inspect';
import styles from './inspector.module.css';
import { ShowMore } from './ShowMore';
import { SubjectLink } from './SubjectLink';

/** Things to go on to, a line for each. */
export function References({ references }: { references: readonly Reference[] }) {
  return (
    <ShowMore
      listClass={styles.references}
      items={references}
      keyOf={({ subject }) => `${subject.kind} ${subject.id}`}
    >
      {({ subject, name }) => (
        <li>
          <SubjectLink icon block subject={subject}>
            {name === '' ? subject.id : name}
          </SubjectLink>
        </li>
      )}
    </ShowMore>
  );
}
