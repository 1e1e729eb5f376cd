import type { Change } from '@contract/changes';
import type { Failure } from '@contract/failure';
import type { MatrixView } from '@contract/matrix';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/bridge';
import { TILE, type TileSource, TileStore } from './tile-store';

/** Changes of a draft that main takes at once. */
const MOST_CHANGES = 1000;

/** The cells of an opened view. `changed` is called when some have come, `outdated` when the view is to be opened anew. */
export function useTiles(
  { key, view, fingerprint, draft }: { key: string; view: MatrixView; fingerprint: string; draft: Change[] },
  changed: () => void,
  outdated: () => void,
) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const listener = useRef({ changed, outdated });
  useEffect(() => {
    listener.current = { changed, outdated };
  });
  const source = useMemo<TileSource>(() => {
    const changes = draft.slice(0, MOST_CHANGES);
    const span = (tile: number) => ({ offset: tile * TILE, limit: TILE });
    return {
      fingerprint,
      ask: ({ principal, resource }) =>
        call('matrix.window', {
          key,
          view,
          principals: span(principal),
          resources: span(resource),
          draft: changes,
        }),
    };
  }, [key, view, fingerprint, draft]);
  const first = useRef(source);
  first.current = source;
  // A new store for another view or snapshot; the same one with fresher cells for another draft.
  const named = `${key} ${fingerprint}`;
  const store = useMemo(
    () => ({
      named,
      view,
      tiles: new TileStore(first.current, {
        changed: () => {
          setFailure(null);
          listener.current.changed();
        },
        outdated: () => listener.current.outdated(),
        failed: setFailure,
      }),
    }),
    [named, view],
  );
  useEffect(() => store.tiles.askBy(source), [store, source]);
  useEffect(() => () => store.tiles.close(), [store]);
  return { tiles: store.tiles, failure };
}
