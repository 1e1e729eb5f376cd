import type { ChannelOutput } from '@contract/channels';
import type { Subject } from '@contract/inspect';
import type { MatrixView } from '@contract/matrix';
import { Popover } from 'radix-ui';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { subjectKey } from '../../components/list/subject-key';
import { Notice } from '../../components/Notice';
import { SubjectIcon } from '../../inspector/SubjectIcon';
import { alikeCount } from './head-words';
import styles from './panel.module.css';

type Line = ChannelOutput<'matrix.line'>;

/** Names that are read at once. */
const STEP = 100;

/** Who stands behind a line of those alike. `at` is where the head is drawn. */
export function AlikeList({
  workspaceKey,
  view,
  line,
  size,
  at,
  onChoose,
  onClose,
}: {
  workspaceKey: string;
  view: MatrixView;
  line: number;
  size: number;
  at: RefObject<{ getBoundingClientRect: () => DOMRect }>;
  onChoose: (subject: Subject) => void;
  onClose: () => void;
}) {
  const { rows, of, failure, more } = useLine(workspaceKey, view, line);
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Popover.Anchor virtualRef={at} />
      <Popover.Portal>
        <Popover.Content
          aria-label="With the same access"
          className={styles.panel}
          align="start"
          side="right"
          sideOffset={4}
          collisionPadding={8}
        >
          <h2 className={styles.listHead}>{alikeCount(size, view.principals)} with the same access</h2>
          <ul className={styles.list}>
            {rows.map(({ subject, name }) => (
              <li key={subjectKey(subject)}>
                <button type="button" className={styles.person} onClick={() => onChoose(subject)}>
                  <SubjectIcon subject={subject} />
                  <span>{name === '' ? subject.id : name}</span>
                </button>
              </li>
            ))}
          </ul>
          {failure === null ? null : <Notice tone="error">{failure}</Notice>}
          {rows.length < of ? (
            <Button variant="quiet" onClick={more}>
              Show more
            </Button>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useLine(key: string, view: MatrixView, line: number) {
  const [rows, setRows] = useState<Line['rows']>([]);
  const [of, setOf] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const ask = useCallback(
    (offset: number) => call('matrix.line', { key, view, axis: 'principals', line, offset, limit: STEP }),
    [key, view, line],
  );
  useEffect(() => {
    let wanted = true;
    ask(0).then(
      (page) => {
        if (!wanted) return;
        setRows(page.rows);
        setOf(page.of);
      },
      (thrown: unknown) => {
        if (wanted) setFailure(failureOf(thrown).message);
      },
    );
    return () => {
      wanted = false;
    };
  }, [ask]);
  const more = () => {
    ask(rows.length).then(
      (page) => setRows((before) => [...before, ...page.rows]),
      (thrown: unknown) => setFailure(failureOf(thrown).message),
    );
  };
  return { rows, of, failure, more };
}
