import type { GrantView, Reference, ScopeView } from '@contract/inspect';
import { Fragment } from 'react';
import { LabelChip } from '../../components/LabelChip';
import { countText } from '../../components/list/counts';
import { labelText } from '../../components/list/label-text';
import { UnknownMark } from '../../components/UnknownMark';
import { SubjectLink } from '../SubjectLink';
import { scopeLead } from '../scope-words';
import styles from './pair.module.css';

/**
 * A grant as a sentence from the member to what it reaches, with links:
 * `Ana is in Analysts, which holds Source Admin over sources with brand:a. Web prod carries it.`
 */
export function GrantSentence({
  member,
  grant,
  target,
}: {
  member: Reference;
  grant: GrantView;
  /** What the scope reaches for certain; `null` where that is not said. */
  target: Reference | null;
}) {
  const { holder, throughGroup, roleId, roleName, roleKnown, scope } = grant;
  return (
    <p className={styles.sentence}>
      <Named reference={member} />{' '}
      {throughGroup ? (
        <>
          is in <Named reference={holder} />, which holds
        </>
      ) : (
        'holds'
      )}{' '}
      <SubjectLink subject={{ kind: 'role', id: roleId }}>{roleName}</SubjectLink>
      {roleKnown ? null : (
        <>
          {' '}
          <UnknownMark
            word="unknown role"
            reason="Gatehouse does not know this role, so it cannot tell what it gives. That is not the same as nothing."
          />
        </>
      )}{' '}
      <ScopeWords scope={scope} followed={target !== null && isDestination(target) ? target : null} />
      {target === null ? '.' : <Reached scope={scope} target={target} />}
    </p>
  );
}

function Named({ reference: { subject, name } }: { reference: Reference }) {
  return <SubjectLink subject={subject}>{name === '' ? subject.id : name}</SubjectLink>;
}

/** What the grant is over, inside of a sentence. */
function ScopeWords({
  scope,
  followed,
}: {
  scope: ScopeView;
  /** The destination that is reached through what the scope names. */
  followed: Reference | null;
}) {
  switch (scope.kind) {
    case 'all':
      return <>over {scopeLead(scope)}</>;
    case 'labels':
      return (
        <>
          over {scopeLead(scope)}{' '}
          {scope.labels.map((label, index) => (
            <Fragment key={labelText(label)}>
              {index === 0 ? null : <span className={styles.and}> AND </span>}
              <SubjectLink subject={{ kind: 'label', id: labelText(label) }}>
                <LabelChip label={label} />
              </SubjectLink>
            </Fragment>
          ))}
        </>
      );
    case 'list': {
      const [only, ...others] = scope.resources;
      if (only === undefined) return <>over an empty list</>;
      if (others.length > 0) return <>over a list of {countText(scope.resources.length)} resources</>;
      return (
        <>
          over{' '}
          {only.exists === false ? (
            <s>{only.name ?? only.id}</s>
          ) : (
            <SubjectLink subject={{ kind: 'resource', id: `${only.type}:${only.id}` }}>
              {only.name ?? only.id}
            </SubjectLink>
          )}
          {followed === null ? null : (
            <>
              , the source of <Named reference={followed} />,
            </>
          )}{' '}
          by name
        </>
      );
    }
    case 'unknown':
      return <>over what is unknown: {scope.reason}</>;
  }
}

/** How the scope comes to the resource. A destination is reached through its source. */
function Reached({ scope, target }: { scope: ScopeView; target: Reference }) {
  const follows = isDestination(target);
  switch (scope.kind) {
    case 'labels':
      return (
        <>
          . {follows ? 'The source of ' : null}
          <Named reference={target} /> carries {ALL_OF[scope.labels.length] ?? 'all of them'}.
        </>
      );
    case 'list':
      if (scope.resources.length === 1) return <>.</>;
      return (
        <>
          ; {follows ? 'the source of ' : null}
          <Named reference={target} /> is on it.
        </>
      );
    case 'all':
    case 'unknown':
      return <>.</>;
  }
}

const ALL_OF: Record<number, string> = { 1: 'it', 2: 'both' };

function isDestination({ subject }: Reference): boolean {
  return subject.id.startsWith('DESTINATION:');
}
