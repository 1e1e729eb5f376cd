import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { call, failureOf } from '../api/bridge';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { useAppInfo } from '../stores/app-info';
import { notify } from '../stores/notices';
import { ErrorBoundary } from './ErrorBoundary';
import { errorDetails } from './error-details';

/** The last resort: the window says that it broke and can be loaded anew; it is never blank. */
export function AppErrorBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary
      fallback={(caught) => <Broken what="The window" {...caught} onAgain={() => window.location.reload()} />}
    >
      {children}
    </ErrorBoundary>
  );
}

/** Keeps a defect of one pane from taking the frame with it. `what` begins the sentence: `This screen`. */
export function PaneErrorBoundary({ what, children }: { what: string; children: ReactNode }) {
  return (
    <ErrorBoundary fallback={(caught, again) => <Broken what={what} {...caught} onAgain={again} />}>
      {children}
    </ErrorBoundary>
  );
}

function Broken({
  what,
  error,
  stack,
  onAgain,
}: {
  what: string;
  error: unknown;
  stack: string | null;
  onAgain: () => void;
}) {
  const info = useAppInfo();
  const copy = async () => {
    try {
      await call('app.copy', { text: errorDetails(error, stack, info) });
      notify('info', 'The details are on the clipboard. They hold no token, address or name.');
    } catch (thrown) {
      notify('error', failureOf(thrown).message);
    }
  };
  return (
    <EmptyState
      icon={<CircleAlert />}
      title={`${what} could not be drawn`}
      actions={
        <>
          <Button onClick={() => void copy()}>Copy the details</Button>
          <Button variant="primary" onClick={onAgain}>
            Reload the view
          </Button>
        </>
      }
    >
      <span role="alert">
        That is a defect of Gatehouse. Your data is safe: nothing was written, here or at Segment.
      </span>
    </EmptyState>
  );
}
