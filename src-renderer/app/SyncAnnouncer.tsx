import { useEffect, useState } from 'react';
import { HiddenText } from '../components/HiddenText';
import { createSyncNews } from '../stores/sync-words';
import { currentWorkspaces, useWorkspacesStore } from '../stores/workspaces';

/** Reads out when syncs begin and end, for those who do not see the header. */
export function SyncAnnouncer() {
  const [news, setNews] = useState('');
  useEffect(() => {
    const newsOf = createSyncNews(currentWorkspaces());
    return useWorkspacesStore.subscribe(() => {
      const said = newsOf(currentWorkspaces());
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
