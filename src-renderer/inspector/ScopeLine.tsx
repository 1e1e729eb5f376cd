import type { ScopeView } from '@contract/inspect';
import { LabelChip } from '../components/LabelChip';
import { labelText } from '../components/list/label-text';
import { UnknownMark } from '../components/UnknownMark';
import styles from './grants.module.css';
import { ShowMore } from './ShowMore';
import { SubjectLink } from './SubjectLink';
import { scopeLead } from './scope-words';

/** Up to this many listed resources are named at once. */
const NAMED = 3;

/** What one grant reaches, as Segment words it. */
export function ScopeLine({ scope }: { scope: ScopeView }) {
  switch (scope.kind) {
    case 'all':
      return <div className={styles.scope}>{scopeLead(scope)}</div>;
    case 'unknown':
      return (
        <div className={styles.scope}>
          <UnknownMark word={scopeLead(scope)} reason={scope.reason} />
          <span className={styles.reason}>{scope.reason}</span>
        </div>
      );
    case 'labels':
      return (
        <div className={styles.scope}>
          <span>{scopeLead(scope)}</span>
          <span className={styles.pills}>
            {scope.labels.map((label, index) => (
              <span key={labelText(label)} className={styles.pill}>
                {index === 0 ? null : <span className={styles.and}>AND</span>}
                <SubjectLink subject={{ kind: 'label', id: labelText(label) }}>
                  <LabelChip label={label} />
                </SubjectLink>
              </span>
            ))}
          </span>
        </div>
      );
    case 'list':
      return (
        <div className={styles.scope}>
          <span>{scopeLead(scope)}</span>
          <div className={styles.listedBlock}>
            <ShowMore
              listClass={styles.listed}
              items={scope.resources}
              first={scope.resources.length <= NAMED + 1 ? scope.resources.length : NAMED}
              keyOf={({ type, id }) => `${type}:${id}`}
            >
              {(resource) => <ListedResource resource={resource} />}
            </ShowMore>
          </div>
        </div>
      );
  }
}

type Listed = Extract<ScopeView, { kind: 'list' }>['resources'][number];

/** A resource that a grant names. Segment keeps naming it when it is gone. */
function ListedResource({ resource: { type, id, name, exists } }: { resource: Listed }) {
  const words = name === null || name === '' ? id : name;
  if (exists === false) {
    return (
      <li className={styles.gone}>
        <s>{words}</s> <span>no longer exists</span>
      </li>
    );
  }
  return (
    <li>
      <SubjectLink icon subject={{ kind: 'resource', id: `${type}:${id}` }}>
        {words}
      </SubjectLink>
      {exists === null ? (
        <UnknownMark
          word="may be gone"
          reason="Resources of this kind could not be read, so nobody can tell whether it still exists."
        />
      ) : null}
    </li>
  );
}
