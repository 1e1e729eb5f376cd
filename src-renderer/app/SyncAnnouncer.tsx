import { useEffect, useState } from 'react';
import { HiddenText } from '../components/HiddenText';
import { syncNews } from '../stores/sync-words';
import { currentWorkspaces, useWorkspacesStore } from '../stores/workspaces';

/** Reads out when syncs begin and end, for those who do not see the header. */
export function SyncAnnouncer() {
  const [news, setNews] = useState('');
  useEffect(() => {
    let before = currentWorkspaces();
    return useWorkspacesStore.subscribe(() => {
      const after = currentWorkspaces();
      const said = syncNews(before, after);
      before = after;
      if (said.length > 0) setNews(said.join(' '));
    });
  }, []);
  return (
    <HiddenText>
      <span role="status" aria-live="polite">
        {news}
      </span>
    </HiddenText>
  );
}
