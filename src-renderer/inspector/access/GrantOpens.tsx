import type { Holder } from '@contract/changes';
import type { ChannelOutput } from '@contract/channels';
import type { Failure } from '@contract/failure';
import type { Grant } from '@contract/snapshot';
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { LevelMark } from '../../components/level/LevelMark';
import { counted, countText } from '../../components/list/counts';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { usePolicyRound } from '../../stores/policy';
import { useInspectorLinks } from '../links';
import { Nothing, UnknownBlock } from '../Section';
import { ShowMore } from '../ShowMore';
import { SubjectLink } from '../SubjectLink';
import styles from './grant-opens.module.css';
import { PolicyFailure, PolicyWait } from './PolicyWait';

type Opens = ChannelOutput<'policy.grantOpens'>;
type Answer = { kind: 'working' } | { kind: 'failed'; failure: Failure } | { kind: 'shown'; opens: Opens };

/** How many resources are listed by name; the rest is counted. */
const LISTED = 500;

/** What one grant opens by itself, and what only it opens; worked out when it is unfolded. */
export function GrantOpens({ holder, grant }: { holder: Holder; grant: Grant }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <div className={styles.opens}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight aria-hidden data-open={open || undefined} />
        What it opens
      </button>
      {open ? (
        <div id={panel} className={styles.panel}>
          <Opened key={JSON.stringify([holder, grant])} holder={holder} grant={grant} />
        </div>
      ) : null}
    </div>
  );
}

function Opened({ holder, grant }: { holder: Holder; grant: Grant }) {
  const { workspaceKey } = useInspectorLinks();
  const [answer, setAnswer] = useState<Answer>({ kind: 'working' });
  const [tries, setTries] = useState(0);
  // The same for as long as this is open: another grant comes with another key.
  const [question] = useState({ holder, grant });
  const asked = `${tries} ${usePolicyRound(workspaceKey)}`;
  useEffect(() => {
    let wanted = asked !== '';
    call('policy.grantOpens', { key: workspaceKey, ...question, offset: 0, limit: LISTED }).then(
      (opens) => {
        if (wanted) setAnswer({ kind: 'shown', opens });
      },
      (thrown: unknown) => {
        if (wanted) setAnswer({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspaceKey, question, asked]);
  switch (answer.kind) {
    case 'working':
      return <PolicyWait />;
    case 'failed':
      return <PolicyFailure failure={answer.failure} onRetry={() => setTries((before) => before + 1)} />;
    case 'shown':
      return <Shown holder={holder} opens={answer.opens} />;
  }
}

function Shown({ holder, opens }: { holder: Holder; opens: Opens }) {
  const { allowed, unknown, byType, rows, only, errors } = opens;
  const kinds = byType.flatMap(({ type, of, reach }) => {
    const count = reach.admin + reach.read;
    return count === 0
      ? []
      : [`${countText(count)} of ${countText(of)} ${RESOURCE_KINDS[type].many.toLowerCase()}`];
  });
  return (
    <>
      {allowed === 0 ? <Nothing>It opens no resource.</Nothing> : <p>{kinds.join(', ')}.</p>}
      {unknown === 0 ? null : (
        <UnknownBlock reason={`Perhaps ${counted(unknown, 'more resource')}: what decides cannot be seen.`} />
      )}
      {errors.map((error) => (
        <UnknownBlock key={error} reason={error} />
      ))}
      {only === null ? null : <p>{onlyWords(only, holder)}</p>}
      <ShowMore items={rows} first={8} listClass={styles.list} keyOf={({ resource }) => resource.subject.id}>
        {({ resource, level }) => (
          <li className={styles.row}>
            <LevelMark level={level} />
            <SubjectLink icon subject={resource.subject}>
              {resource.name}
            </SubjectLink>
          </li>
        )}
      </ShowMore>
      {allowed + unknown > rows.length ? (
        <Nothing>And {countText(allowed + unknown - rows.length)} more.</Nothing>
      ) : null}
    </>
  );
}

/** What is lost without the grant, in a sentence. */
function onlyWords({ counts, members, resources }: NonNullable<Opens['only']>, { kind }: Holder): string {
  if (counts.cells === 0) return 'Nothing of it hangs on this grant alone: other grants give the same.';
  const parts = [
    counts.lost > 0 ? 'reach' : null,
    counts.lowered > 0 ? 'a higher level' : null,
    counts.piiLost > 0 ? 'PII' : null,
  ].filter((each) => each !== null);
  const what = parts.length === 0 ? 'certainty' : parts.join(' and ');
  const where = `on ${counted(resources, 'resource')}`;
  return kind === 'member'
    ? `Only this grant gives ${what} ${where}.`
    : `Only this grant gives ${what} ${where} to ${counted(members, 'member')}.`;
}
