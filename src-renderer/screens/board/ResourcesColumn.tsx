import type { ResourceRow } from '@contract/lists';
import type { ResourceType } from '@contract/snapshot';
import { useMemo } from 'react';
import { Button } from '../../components/Button';
import { classNames } from '../../components/class-names';
import { LabelChip } from '../../components/LabelChip';
import { countText } from '../../components/list/counts';
import { labelText } from '../../components/list/label-text';
import { useLook } from '../../components/list/look-memory';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { UnknownMark } from '../../components/UnknownMark';
import target from '../../drag/target.module.css';
import { useTarget } from '../../drag/use-target';
import { VerdictBadge } from '../../drag/VerdictBadge';
import { useAttestations } from '../../stores/attestations';
import { useSelection } from '../../stores/selected-workspace';
import styles from './board.module.css';
import { useBoard } from './board-context';
import { boardLook } from './board-look';
import { CarriedLabel } from './CarriedLabel';
import { ColumnHead } from './ColumnHead';
import { draftedWorn } from './drafted-things';
import grantStyles from './grants.module.css';
import { VirtualColumn } from './VirtualColumn';

/** What can wear labels. */
const LABELLED: ResourceType[] = ['SOURCE', 'SPACE'];
const ESTIMATE = 62;

/** Sources and spaces with the labels that they wear. */
export function ResourcesColumn() {
  const { workspaceKey, fingerprint } = useBoard();
  const [look, change] = useLook(boardLook, workspaceKey);
  const text = useSettled(look.resources);
  const { view, see, retry } = useWindowedList(
    'resources',
    { key: workspaceKey, text, sort: null, types: LABELLED, label: null },
    fingerprint,
  );
  return (
    <section className={styles.column} aria-label="Resources">
      <ColumnHead
        title="Sources and spaces"
        count={view.kind === 'shown' ? countText(view.head.matched) : null}
        text={look.resources}
        onText={(resources) => change({ resources })}
      />
      {view.kind === 'idle' || view.kind === 'loading' ? (
        <p className={styles.note}>Loading the resources…</p>
      ) : null}
      {view.kind === 'failed' ? (
        <div className={styles.note}>
          <p>{view.failure.message}</p>
          <Button onClick={retry}>Try again</Button>
        </div>
      ) : null}
      {view.kind === 'shown' ? (
        <>
          {view.head.unreadable
            .filter(({ type }) => LABELLED.includes(type))
            .map(({ type, reason }) => (
              <p key={type} className={styles.note}>
                {RESOURCE_KINDS[type].many} are unknown. {reason}
              </p>
            ))}
          {view.head.matched === 0 ? <p className={styles.note}>No source or space matches.</p> : null}
          <VirtualColumn
            label="Sources and spaces"
            count={view.head.matched}
            estimate={ESTIMATE}
            onVisible={see}
            keyAt={(index) => {
              const row = view.rowAt(index);
              return row === undefined ? `row ${index}` : `${row.type} ${row.id}`;
            }}
          >
            {(index) => {
              const row = view.rowAt(index);
              return row === undefined ? (
                <div className={grantStyles.resourceWaiting} aria-hidden="true" />
              ) : (
                <ResourceCard row={row} />
              );
            }}
          </VirtualColumn>
        </>
      ) : null}
    </section>
  );
}

function ResourceCard({ row: { type, id, name, labels } }: { row: ResourceRow }) {
  const { changes } = useBoard();
  const { select } = useSelection();
  const { one, icon: Icon } = RESOURCE_KINDS[type];
  const resource = { type, id };
  const { key, verdict, place } = useTarget({ kind: 'resource', resource }, `${one} ${name}`);
  const worn = useMemo(() => draftedWorn(labels, { type, id }, changes), [labels, type, id, changes]);
  return (
    <article
      {...place}
      className={classNames(target.target, styles.resource)}
      aria-label={`${one} ${name}`}
      data-drag-home
    >
      <header className={styles.resourceHead}>
        <span className={styles.cardIcon} title={one} aria-hidden="true">
          <Icon />
        </span>
        <button
          type="button"
          className={classNames(styles.cardName, styles.wide)}
          title={name}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
              select({ kind: 'resource', id: `${type}:${id}` });
            }
          }}
        >
          {name}
        </button>
        <VerdictBadge verdict={verdict} />
      </header>
      <div className={styles.worn}>
        {worn === null ? <HiddenLabels spaceId={id} /> : null}
        {worn?.length === 0 ? <span className={styles.bare}>no labels</span> : null}
        {worn?.map(({ thing: label, mark }) =>
          mark === 'removed' ? (
            <s key={`gone ${labelText(label)}`} className={styles.wornGone} title="The draft takes it off">
              <LabelChip label={label} />
            </s>
          ) : (
            <span key={labelText(label)} className={styles.wornLabel} data-mark={mark}>
              {mark === 'added' ? <span className={grantStyles.markWord}>new</span> : null}
              <CarriedLabel
                label={label}
                target={key}
                changes={() => [{ kind: 'removeLabel', resource, label }]}
                words={`Take ${labelText(label)} off ${name}`}
                from={`on ${name}`}
              />
            </span>
          ),
        )}
      </div>
    </article>
  );
}

/** Labels that Segment does not show: what the admin stated of them, or that they are unknown. */
function HiddenLabels({ spaceId }: { spaceId: string }) {
  const { workspaceKey } = useBoard();
  const stated = useAttestations(workspaceKey).find(
    ({ statement }) => statement.subject === 'spaceLabels' && statement.spaceId === spaceId,
  );
  if (stated?.statement.subject !== 'spaceLabels') {
    return <UnknownMark word="labels unknown" reason="Segment does not show the labels of spaces here." />;
  }
  const { statement, by, at } = stated;
  return (
    <>
      <UnknownMark
        word={statement.value.length === 0 ? 'stated: no labels' : 'stated:'}
        reason={`Segment does not show the labels of spaces here. ${by} stated these on ${at.slice(0, 10)}; access is still shown as unknown where it depends on them.`}
      />
      {statement.value.map((label) => (
        <span key={labelText(label)} className={styles.wornLabel}>
          <LabelChip label={label} />
        </span>
      ))}
    </>
  );
}
