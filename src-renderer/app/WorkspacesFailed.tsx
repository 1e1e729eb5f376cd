import type { Failure } from '@contract/failure';
import { CircleAlert } from 'lucide-react';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { loadWorkspaces } from './connect';

/** When main could not say which workspaces there are. */
export function WorkspacesFailed({ failure }: { failure: Failure }) {
  return (
    <EmptyState
      icon={<CircleAlert />}
      title="Your workspaces could not be opened"
      actions={<Button onClick={() => void loadWorkspaces()}>Try again</Button>}
    >
      {failure.message}
    </EmptyState>
  );
}
