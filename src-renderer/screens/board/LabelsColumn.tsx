import type { Change } from '@contract/changes';
import type { LabelRow } from '@contract/lists';
import type { LabelRef } from '@contract/snapshot';
import { type KeyboardEvent, type MouseEvent, useId, useMemo, useState } from 'react';
import { HiddenText } from '../../components/HiddenText';
import { countText } from '../../components/list/counts';
import { labelText } from '../../components/list/label-text';
import { useLook } from '../../components/list/look-memory';
import { ContextMenu } from '../../components/Menu';
import { goToFirstInSight } from '../../drag/keyboard';
import { watchPointer } from '../../drag/pointer';
import { pickUp } from '../../drag/session';
import { chooseLabels, chooseNothing, toggleLabel, useDragStore, useLabelChosen } from '../../stores/drag';
import { useSelection } from '../../stores/selected-workspace';
import { LabelValue } from '../labels/LabelParts';
import { allLabels } from './all-labels';
import styles from './board.module.css';
import { useBoard } from './board-context';
import { boardLook } from './board-look';
import { takeAway } from './CarriedLabel';
import { ColumnHead } from './ColumnHead';
import { draftedLabels, type Mark } from './drafted-things';
import grantStyles from './grants.module.css';
import labelStyles from './labels-column.module.css';
import { createShelf, useAnswer } from './use-answer';

const shelf = createShelf<LabelRow[]>();
const NONE: LabelRow[] = [];

/** All labels as chips by key: what is carried to lanes, grants and resources. */
export function LabelsColumn() {
  const { workspaceKey, fingerprint, changes } = useBoard();
  const [look, change] = useLook(boardLook, workspaceKey);
  const answer = useAnswer(shelf, `${workspaceKey} ${fingerprint}`, () => allLabels(workspaceKey));
  const rows = answer.kind === 'known' ? answer.value : NONE;
  const wanted = look.labels.trim().toLowerCase();
  const keys = useMemo(
    () =>
      draftedLabels(rows, changes)
        .map(({ key, labels }) => ({
          key,
          labels: labels.filter(({ thing }) => labelText(thing).toLowerCase().includes(wanted)),
        }))
        .filter(({ labels }) => labels.length > 0),
    [rows, changes, wanted],
  );
  const carriable = keys.flatMap(({ labels }) => labels.filter(({ mark }) => mark !== 'removed'));
  const [cursor, setCursor] = useState<string | null>(null);
  const stop = carriable.some(({ thing }) => labelText(thing) === cursor)
    ? cursor
    : carriable[0] === undefined
      ? null
      : labelText(carriable[0].thing);
  const hint = useId();
  return (
    <section className={styles.column} aria-label="Labels">
      <ColumnHead
        title="Labels"
        count={answer.kind === 'known' ? countText(carriable.length) : null}
        text={look.labels}
        onText={(labels) => change({ labels })}
      />
      {answer.kind === 'loading' ? <p className={styles.note}>Loading the labels…</p> : null}
      {answer.kind === 'failed' ? <p className={styles.note}>{answer.failure.message}</p> : null}
      {answer.kind === 'known' && keys.length === 0 ? (
        <p className={styles.note}>{rows.length === 0 ? 'There are no labels yet.' : 'No label matches.'}</p>
      ) : null}
      <HiddenText>
        <span id={hint}>Space picks up, Shift and Space chooses several.</span>
      </HiddenText>
      {keys.length === 0 ? null : (
        <div
          role="listbox"
          aria-label="Labels"
          aria-multiselectable="true"
          aria-describedby={hint}
          className={labelStyles.labels}
          data-drag-scroll
          onKeyDown={moveFocus}
        >
          {keys.map(({ key, labels }) => (
            <fieldset key={key} aria-label={key} className={labelStyles.labelGroup}>
              <span className={labelStyles.labelKey} aria-hidden="true">
                {key}
              </span>
              <span className={labelStyles.labelChips}>
                {labels.map(({ thing, mark }) => (
                  <LabelOption
                    key={labelText(thing)}
                    label={thing}
                    mark={mark}
                    stop={labelText(thing) === stop}
                    onFocus={() => setCursor(labelText(thing))}
                    between={(from) => labelsBetween(carriable, from, thing)}
                  />
                ))}
              </span>
            </fieldset>
          ))}
        </div>
      )}
    </section>
  );
}

type Carriable = readonly { thing: LabelRef }[];

/** All labels from the one to the other in their order, for choosing with Shift. */
function labelsBetween(all: Carriable, from: LabelRef, to: LabelRef): LabelRef[] {
  const place = (label: LabelRef) => all.findIndex(({ thing }) => labelText(thing) === labelText(label));
  const [a, b] = [place(from), place(to)].sort((x, y) => x - y);
  return a === undefined || b === undefined || a < 0 ? [to] : all.slice(a, b + 1).map(({ thing }) => thing);
}

/** Arrows, Home and End move the focus from label to label. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const options = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]:not([aria-disabled])'),
  ];
  const at = options.findIndex((option) => option.matches(':focus'));
  const next: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: options.length - 1,
  };
  const place = next[event.key];
  if (place === undefined) return;
  event.preventDefault();
  options[Math.min(options.length - 1, Math.max(0, place))]?.focus();
}

/** The labels that are carried by this one: all chosen ones where it is among them. */
function carriedBy(label: LabelRef): LabelRef[] {
  const { chosenLabels } = useDragStore.getState();
  return chosenLabels.some((each) => labelText(each) === labelText(label)) ? chosenLabels : [label];
}

function LabelOption({
  label,
  mark,
  stop,
  onFocus,
  between,
}: {
  label: LabelRef;
  mark: Mark;
  /** It is the one that Tab stops at. */
  stop: boolean;
  onFocus: () => void;
  between: (from: LabelRef) => LabelRef[];
}) {
  const { workspaceKey } = useBoard();
  const { select } = useSelection();
  const chosen = useLabelChosen(label);
  const gone = mark === 'removed';
  const carry = () => {
    pickUp(workspaceKey, { labels: carriedBy(label), home: null }, 'keyboard');
    goToFirstInSight();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' && (event.shiftKey || event.ctrlKey)) toggleLabel(label);
    else if (event.key === ' ' || event.key === 'Enter') carry();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const last = useDragStore.getState().chosenLabels.at(-1);
    if (event.ctrlKey || event.metaKey) toggleLabel(label);
    else if (event.shiftKey && last !== undefined) chooseLabels(between(last));
    else if (event.shiftKey) toggleLabel(label);
    else {
      chooseNothing();
      select({ kind: 'label', id: labelText(label) });
    }
  };
  const remove: Change = { kind: 'deleteLabel', label };
  return (
    <ContextMenu
      items={[
        { kind: 'action', id: 'carry', label: 'Pick up', keys: 'Space', disabled: gone, onSelect: carry },
        {
          kind: 'action',
          id: 'inspect',
          label: 'Open in the inspector',
          onSelect: () => select({ kind: 'label', id: labelText(label) }),
        },
        { kind: 'line', id: 'line' },
        {
          kind: 'action',
          id: 'delete',
          label: 'Delete the label',
          danger: true,
          disabled: gone,
          onSelect: () => void takeAway(workspaceKey, [remove], `Delete the label ${labelText(label)}`),
        },
      ]}
    >
      <div
        role="option"
        tabIndex={stop ? 0 : -1}
        aria-selected={chosen}
        aria-disabled={gone || undefined}
        aria-label={gone ? `${labelText(label)}, deleted by the draft` : labelText(label)}
        title={labelText(label)}
        className={labelStyles.option}
        data-mark={mark}
        onFocus={onFocus}
        onPointerDown={(event) => {
          if (!gone) watchPointer(event, workspaceKey, () => ({ labels: carriedBy(label), home: null }));
        }}
        onClick={onClick}
        onKeyDown={gone ? undefined : onKeyDown}
      >
        {mark === 'added' ? <span className={grantStyles.markWord}>new</span> : null}
        <LabelValue label={label} />
      </div>
    </ContextMenu>
  );
}
