import { useEffect } from 'react';
import { classNames } from '../components/class-names';
import { LabelChip } from '../components/LabelChip';
import { labelText } from '../components/list/label-text';
import { AWAY, type TargetVerdict, useDragStore } from '../stores/drag';
import styles from './drag-layer.module.css';
import { listenToKeys } from './keyboard';
import { setLayer } from './pointer';
import { effectTone, effectWords, isDroppable } from './verdict-words';

/**
 * What is carried, beside the pointer, with what dropping here would do; and the
 * words for screen readers. Stands once on a screen that has drop targets.
 */
export function DragLayer() {
  const held = useDragStore((state) => state.held);
  const said = useDragStore((state) => state.said);
  const carrying = held.kind === 'held';
  useEffect(() => (carrying ? listenToKeys() : undefined), [carrying]);
  return (
    <>
      {held.kind === 'held' && held.way === 'pointer' ? (
        <div ref={setLayer} className={styles.layer} aria-hidden="true">
          <span className={styles.chips}>
            {held.load.labels.map((label) => (
              <LabelChip key={labelText(label)} label={label} />
            ))}
          </span>
          <OverWords over={held.over} takesAway={held.load.home?.words ?? null} />
        </div>
      ) : null}
      <div role="status" aria-live="assertive" className={styles.said}>
        {said}
      </div>
    </>
  );
}

function OverWords({ over, takesAway }: { over: string | null; takesAway: string | null }) {
  const state = useDragStore(({ verdicts }) => (over === null ? undefined : verdicts[over]));
  const words = over === AWAY && takesAway !== null ? { text: takesAway, tone: 'loss' } : wordsOf(state);
  return words === null ? null : (
    <span className={classNames(styles.words, styles[words.tone])}>{words.text}</span>
  );
}

function wordsOf(state: TargetVerdict | undefined): { text: string; tone: string } | null {
  if (state?.kind !== 'told') return null;
  const { verdict } = state;
  if (!isDroppable(verdict)) return { text: verdict.verdict.reasons[0] ?? verdict.words, tone: 'refused' };
  const tone = verdict.kind === 'narrows' ? 'loss' : effectTone(verdict.effect);
  const effect = verdict.effect === null ? '' : ` · ${effectWords(verdict.effect)}`;
  return { text: `${verdict.words}${effect}`, tone };
}
