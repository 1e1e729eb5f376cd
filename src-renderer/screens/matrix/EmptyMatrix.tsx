import type { MatrixView } from '@contract/matrix';
import { SearchX } from 'lucide-react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { withoutFilters } from './matrix-filters';
import { useCulprits } from './use-culprits';
import type { OpenedMatrix } from './use-open-matrix';

/** Stands where the filters leave nothing: says which of them it is, and takes it away on a click. */
export function EmptyMatrix({
  workspaceKey,
  view,
  groupName,
  opened,
  onView,
}: {
  workspaceKey: string;
  view: MatrixView;
  groupName: string;
  opened: OpenedMatrix;
  onView: (patch: Partial<MatrixView>) => void;
}) {
  const culprits = useCulprits(workspaceKey, view, groupName);
  const missing =
    opened.principals.of === 0
      ? `This workspace has no ${view.principals}`
      : opened.resources.of === 0
        ? 'This workspace has no resources'
        : null;
  if (missing !== null) return <EmptyState icon={<SearchX />} title={missing} />;
  const alone = culprits.kind === 'known' ? culprits.alone : [];
  return (
    <EmptyState
      icon={<SearchX />}
      title="The filters leave nothing"
      actions={
        <>
          {alone.map((chip) => (
            <Button key={chip.id} onClick={() => onView(chip.without)}>
              Remove “{chip.words}”
            </Button>
          ))}
          <Button onClick={() => onView(withoutFilters(view))}>Clear all filters</Button>
        </>
      }
    >
      {culprits.kind === 'asking' ? 'Looking for the filter that does it…' : wordsOf(alone.length)}
    </EmptyState>
  );
}

function wordsOf(alone: number): string {
  if (alone === 0) return 'No single filter empties it: only several together do.';
  return alone === 1
    ? 'One filter empties it:'
    : 'Each of these empties it; without any of them lines come back:';
}
