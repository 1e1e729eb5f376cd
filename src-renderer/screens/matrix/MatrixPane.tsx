import type { MatrixView } from '@contract/matrix';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { countText } from '../../components/list/counts';
import { Notice } from '../../components/Notice';
import { applyingChanges, useDraft } from '../../stores/draft';
import { notify } from '../../stores/notices';
import { useSelection } from '../../stores/selected-workspace';
import { AlikeList } from './AlikeList';
import { axesOf } from './axes';
import { cellsIn, MOST_COPIED, rangeText } from './copy-cells';
import { GridModel } from './grid-model';
import { Legend } from './Legend';
import { type GridHandle, MatrixGrid } from './MatrixGrid';
import { FoldedMinimap, Minimap } from './Minimap';
import styles from './matrix.module.css';
import { type GridPlace, type MatrixLook, viewKeyOf } from './matrix-look';
import type { CellRange } from './move-cursor';
import { openedBy } from './opened-by-place';
import { SightBoard } from './sight-board';
import type { GoTo } from './use-matrix-target';
import type { OpenedMatrix } from './use-open-matrix';
import { useTiles } from './use-tiles';

/** An opened view: the grid with its minimap, the line that says what is under the pointer, and the legend. */
export function MatrixPane({
  workspaceKey,
  view,
  opened,
  look,
  goTo,
  grid,
  onLook,
  onView,
  onOutdated,
}: {
  workspaceKey: string;
  view: MatrixView;
  opened: OpenedMatrix;
  look: MatrixLook;
  goTo: GoTo | null;
  grid: RefObject<GridHandle | null>;
  onLook: (patch: Partial<MatrixLook>) => void;
  onView: (patch: Partial<MatrixView>) => void;
  onOutdated: () => void;
}) {
  const [board] = useState(() => new SightBoard());
  const draft = applyingChanges(useDraft(workspaceKey));
  const { fingerprint } = opened;
  const { tiles, failure } = useTiles(
    { key: workspaceKey, view, fingerprint, draft },
    () => board.cellsCame(),
    onOutdated,
  );
  const { pivot } = look;
  const principals = opened.principals.lines;
  const resources = opened.resources.lines;
  const model = useMemo(
    () => new GridModel(view, pivot, tiles, { principals, resources }),
    [view, pivot, tiles, principals, resources],
  );
  const { select } = useSelection();
  const [listed, setListed] = useState<{ line: number; size: number } | null>(null);
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect() });
  const pane = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLParagraphElement>(null);

  const onOpen = (place: GridPlace) => {
    const open = openedBy(model.at(place));
    switch (open.kind) {
      case 'nothing':
        return;
      case 'inspect':
        select(open.chosen);
        return;
      case 'fold':
        onView({
          open: view.open.includes(open.id)
            ? view.open.filter((each) => each !== open.id)
            : [...view.open, open.id],
        });
        return;
      case 'list': {
        const box = pane.current?.getBoundingClientRect();
        const at = grid.current?.painter.boxOf(place);
        if (box === undefined || at === undefined) return;
        const rect = new DOMRect(box.left + at.x, box.top + at.y, at.width, at.height);
        anchor.current = { getBoundingClientRect: () => rect };
        setListed({ line: open.line, size: open.size });
      }
    }
  };
  const onFind = async (axis: 'down' | 'across', text: string, from: number): Promise<number | null> => {
    try {
      const found = await call('matrix.find', {
        key: workspaceKey,
        view,
        axis: axesOf(pivot)[axis],
        text: text.slice(0, 200),
        from,
      });
      return found.line;
    } catch (thrown) {
      notify('error', failureOf(thrown).message);
      return null;
    }
  };
  const onCopy = (range: CellRange) => {
    const cells = cellsIn(range);
    if (cells > MOST_COPIED) {
      notify('warning', `At most ${countText(MOST_COPIED)} cells can be copied at once; choose fewer.`);
      return;
    }
    rangeText({ key: workspaceKey, view, pivot, fingerprint, draft }, range)
      .then((text) => call('app.copy', { text }))
      .then(
        () => notify('info', `Copied ${countText(cells)} ${cells === 1 ? 'cell' : 'cells'}.`),
        (thrown: unknown) => notify('error', failureOf(thrown).message),
      );
  };
  const onHover = useCallback(
    (place: GridPlace) => {
      if (readout.current !== null) readout.current.textContent = model.words(place);
    },
    [model],
  );

  const corner = useMemo(() => cornerOf(pivot, view.principals), [pivot, view.principals]);
  return (
    <>
      {failure === null ? null : (
        <Notice
          tone="error"
          placement="banner"
          actions={
            <Button variant="quiet" onClick={() => tiles.retry()}>
              Try again
            </Button>
          }
        >
          A part of the matrix could not be loaded: {failure.message}
        </Notice>
      )}
      <div ref={pane} className={styles.pane}>
        <MatrixGrid
          key={`${viewKeyOf(view)} ${pivot}`}
          workspaceKey={workspaceKey}
          model={model}
          board={board}
          handle={grid}
          goTo={goTo}
          label={`Access of ${view.principals} to resources`}
          corner={corner}
          onHover={onHover}
          onOpen={onOpen}
          onFind={onFind}
          onCopy={onCopy}
        />
        {look.minimap ? (
          <Minimap
            workspaceKey={workspaceKey}
            view={view}
            fingerprint={fingerprint}
            model={model}
            grid={grid}
            board={board}
            onFold={() => onLook({ minimap: false })}
          />
        ) : (
          <FoldedMinimap onUnfold={() => onLook({ minimap: true })} />
        )}
      </div>
      <p ref={readout} className={styles.readout} />
      <Legend opened={opened} folded={view.foldBy !== null} />
      {listed === null ? null : (
        <AlikeList
          workspaceKey={workspaceKey}
          view={view}
          line={listed.line}
          size={listed.size}
          at={anchor}
          onChoose={(subject) => {
            setListed(null);
            select(subject);
          }}
          onClose={() => setListed(null)}
        />
      )}
    </>
  );
}

/** What the corner says of both axes. */
function cornerOf(pivot: boolean, principals: MatrixView['principals']): { down: string; across: string } {
  const names = { principals: principals === 'members' ? 'Members' : 'Groups', resources: 'Resources' };
  const { down, across } = axesOf(pivot);
  return { down: `${names[down]} ↓`, across: `${names[across]} →` };
}
