import { ArrowLeft, Grid3x3, X } from 'lucide-react';
import type { RefObject } from 'react';
import { IconButton } from '../components/IconButton';
import { LabelChip } from '../components/LabelChip';
import { CopyButton } from '../components/list/CopyButton';
import type { Heading } from './headings';
import styles from './inspector.module.css';
import { SubjectIcon } from './SubjectIcon';

/** The top of the inspector: where one came from, what this is, and its id for copying. */
export function InspectorHead({
  heading,
  title,
  onBack,
  onMatrix,
  onClose,
}: {
  /** `null` while it is not known what this is. */
  heading: Heading | null;
  /** The title, for moving the focus there. */
  title: RefObject<HTMLHeadingElement | null>;
  /** `null`: nothing led here. */
  onBack: (() => void) | null;
  /** `null`: the matrix has no line for it. */
  onMatrix: (() => void) | null;
  onClose: () => void;
}) {
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        {onBack === null ? null : (
          <IconButton label="Back" className={styles.back} onClick={onBack}>
            <ArrowLeft aria-hidden />
          </IconButton>
        )}
        <span className={styles.kind}>
          {heading === null ? null : (
            <>
              <SubjectIcon subject={heading.subject} />
              {heading.kind}
            </>
          )}
        </span>
        {onMatrix === null ? null : (
          <IconButton label="Show in the matrix" onClick={onMatrix}>
            <Grid3x3 aria-hidden />
          </IconButton>
        )}
        <IconButton label="Close the inspector" keys="esc" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {heading === null ? null : (
        <>
          <h2 ref={title} tabIndex={-1} className={styles.title} data-copyable>
            <Title heading={heading} />
          </h2>
          {heading.id === null ? null : (
            <div className={styles.idLine}>
              <code data-copyable>{heading.id}</code>
              <CopyButton label="Copy the id" text={heading.id} />
            </div>
          )}
        </>
      )}
    </header>
  );
}

function Title({ heading }: { heading: Heading }) {
  if (heading.title.includes('@')) return <Address text={heading.title} />;
  if (heading.subject.kind !== 'label') return heading.title;
  const colon = heading.title.indexOf(':');
  return <LabelChip label={{ key: heading.title.slice(0, colon), value: heading.title.slice(colon + 1) }} />;
}

/** An email address that breaks where a reader would break it. */
function Address({ text }: { text: string }) {
  const at = text.indexOf('@');
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}
