import type { Subject } from '@contract/inspect';
import type { ReactNode } from 'react';
import { classNames } from '../components/class-names';
import styles from './inspector.module.css';
import { useInspectorLinks } from './links';
import { SubjectIcon } from './SubjectIcon';

/** A thing that is spoken of: leads to it inside of the inspector. */
export function SubjectLink({
  subject,
  icon = false,
  block = false,
  children,
}: {
  subject: Subject;
  /** With the icon of its kind. */
  icon?: boolean;
  /** On a line of its own. */
  block?: boolean;
  children: ReactNode;
}) {
  const { follow } = useInspectorLinks();
  return (
    <button
      type="button"
      className={classNames(styles.link, block && styles.linkLine)}
      onClick={() => follow(subject)}
    >
      {icon ? <SubjectIcon subject={subject} /> : null}
      <span className={styles.linkWords}>{children}</span>
    </button>
  );
}
