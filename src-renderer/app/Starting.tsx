import { useEffect, useState } from 'react';
import { EmptyState } from '../components/EmptyState';
import { Spinner } from '../components/Spinner';
import { useBeginning } from '../stores/beginning';

/** A start that is quicker than this shows nothing at all, so that the window does not flicker. */
const QUIET_MS = 400;

/** Before the first answers of main. */
export function Starting() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  const beginning = useBeginning();
  const title =
    beginning.kind === 'busy' && beginning.way === 'sandbox'
      ? 'Starting the sandbox'
      : 'Opening your workspaces';
  return slow ? <EmptyState icon={<Spinner size={28} />} title={title} /> : null;
}
