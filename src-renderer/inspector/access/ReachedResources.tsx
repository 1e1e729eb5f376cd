import type { ResourceType } from '@contract/snapshot';
import { useCallback } from 'react';
import { call } from '../../api/bridge';
import { useInspectorLinks } from '../links';
import { SubjectIcon } from '../SubjectIcon';
import { PairRow } from './PairRow';
import { PairRows } from './PairRows';
import { PolicyFailure, PolicyWait } from './PolicyWait';
import { resourceOfSubject } from './resource-of-subject';
import { usePages } from './use-pages';

/** The resources of one kind that a member reaches, and those of which nobody can tell. */
export function ReachedResources({ memberId, type }: { memberId: string; type: ResourceType }) {
  const { workspaceKey } = useInspectorLinks();
  const ask = useCallback(
    (window: { offset: number; limit: number }) =>
      call('policy.whatCan', { key: workspaceKey, memberId, action: 'view', types: [type], ...window }),
    [workspaceKey, memberId, type],
  );
  const { pages, showMore, retry } = usePages(ask);
  switch (pages.kind) {
    case 'working':
      return <PolicyWait />;
    case 'failed':
      return <PolicyFailure failure={pages.failure} onRetry={retry} />;
    case 'shown':
      return (
        <PairRows
          rows={pages.rows}
          all={pages.head.allowed + pages.head.unknown}
          asking={pages.asking}
          onMore={showMore}
          unknownWords="Perhaps these too: what could not be read may open them. Each says what."
          keyOf={({ resource }) => resource.subject.id}
        >
          {({ resource, level, type: of }) => (
            <PairRow
              pair={{
                kind: 'pair',
                memberId,
                resource: resourceOfSubject(of, resource.subject),
                action: 'view',
              }}
              icon={<SubjectIcon subject={resource.subject} />}
              name={resource.name === '' ? resource.subject.id : resource.name}
              level={level}
            />
          )}
        </PairRows>
      );
  }
}
