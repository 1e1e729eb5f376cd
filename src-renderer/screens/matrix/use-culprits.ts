import type { MatrixView } from '@contract/matrix';
import { useEffect, useState } from 'react';
import { call } from '../../api/bridge';
import { chipsOf, type ViewChip } from './matrix-filters';

/** Which filters empty the matrix: each alone, or only several together. */
export type Culprits = { kind: 'asking' } | { kind: 'known'; alone: ViewChip[] };

/** Tries the view without each of its filters: those whose going brings lines back empty it. */
export function useCulprits(key: string, view: MatrixView, groupName: string): Culprits {
  const [culprits, setCulprits] = useState<Culprits>({ kind: 'asking' });
  useEffect(() => {
    let wanted = true;
    setCulprits({ kind: 'asking' });
    void findCulprits(key, view, groupName).then((alone) => {
      if (wanted) setCulprits({ kind: 'known', alone });
    });
    return () => {
      wanted = false;
    };
  }, [key, view, groupName]);
  return culprits;
}

async function findCulprits(key: string, view: MatrixView, groupName: string): Promise<ViewChip[]> {
  const chips = chipsOf(view, groupName).filter(({ narrows }) => narrows);
  const tried = await Promise.all(
    chips.map(async (chip) => {
      const { principals, resources } = await call('matrix.open', {
        key,
        view: { ...view, ...chip.without },
      });
      return principals.lines > 0 && resources.lines > 0;
    }),
  ).catch(() => chips.map(() => false));
  return chips.filter((_chip, place) => tried[place] === true);
}
