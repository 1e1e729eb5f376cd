import type { ResourceRow } from '@contract/lists';
import { User } from 'lucide-react';
import { useCallback } from 'react';
import { call } from '../../api/bridge';
import { countText } from '../../components/list/counts';
import { useInspectorLinks } from '../links';
import { Nothing, Section, UnknownBlock } from '../Section';
import { PairRow } from './PairRow';
import { PairRows } from './PairRows';
import { PolicyFailure, PolicyWait } from './PolicyWait';
import { usePages } from './use-pages';

const TITLE = 'Who can reach it';

/** The members who reach a resource, and apart from them those of whom nobody can tell. */
export function PeopleSection({ row: { type, id } }: { row: Pick<ResourceRow, 'type' | 'id'> }) {
  const { workspaceKey } = useInspectorLinks();
  const ask = useCallback(
    (window: { offset: number; limit: number }) =>
      call('policy.whoCan', {
        key: workspaceKey,
        action: 'view',
        target: { kind: 'resource', resource: { type, id } },
        ...window,
      }),
    [workspaceKey, type, id],
  );
  const { pages, showMore, retry } = usePages(ask);
  if (pages.kind === 'working') {
    return (
      <Section title={TITLE}>
        <PolicyWait />
      </Section>
    );
  }
  if (pages.kind === 'failed') {
    return (
      <Section title={TITLE}>
        <PolicyFailure failure={pages.failure} onRetry={retry} />
      </Section>
    );
  }
  const { allowed, unknown, errors } = pages.head;
  return (
    <Section
      title={TITLE}
      count={allowed}
      {...(unknown === 0 ? {} : { aside: `+${countText(unknown)} unknown` })}
    >
      {errors.map((error) => (
        <UnknownBlock key={error} reason={error} />
      ))}
      {allowed + unknown === 0 && errors.length === 0 ? <Nothing>Nobody.</Nothing> : null}
      <PairRows
        rows={pages.rows}
        all={allowed + unknown}
        asking={pages.asking}
        onMore={showMore}
        unknownWords="Perhaps these people too: what could not be read may let them in. Each says what."
        keyOf={({ member }) => member.subject.id}
      >
        {({ member, email, level }) => (
          <PairRow
            pair={{ kind: 'pair', memberId: member.subject.id, resource: { type, id }, action: 'view' }}
            icon={<User aria-hidden />}
            name={member.name === '' ? email : member.name}
            {...(member.name === '' ? {} : { detail: email })}
            level={level}
          />
        )}
      </PairRows>
    </Section>
  );
}
