import type { ExplanationView } from '@contract/policy';
import { Notice } from '../../components/Notice';
import type { ChosenPair } from '../../stores/selection';
import { useInspectorLinks } from '../links';
import { SubjectLink } from '../SubjectLink';
import { ActionPicker } from './ActionPicker';
import { Answer } from './Answer';
import { Fixes } from './Fixes';
import { LevelCard } from './LevelCard';
import { NearGrants } from './NearGrants';
import styles from './pair.module.css';
import { Reasons } from './Reasons';
import { UnseenLabels } from './UnseenLabels';

/** The access of a member to a resource: the level, each action, and why the chosen one is allowed or not. */
export function PairInspection({ pair, explanation }: { pair: ChosenPair; explanation: ExplanationView }) {
  const { replace } = useInspectorLinks();
  const { member, targets, level, actions, action, errors } = explanation;
  return (
    <>
      <div className={styles.ends}>
        {[member, ...targets].map(({ subject, name }) => (
          <SubjectLink key={subject.id} icon block subject={subject}>
            {name === '' ? subject.id : name}
          </SubjectLink>
        ))}
      </div>
      {level === null ? null : <LevelCard level={level} />}
      {errors.map((error) => (
        <Notice key={error} tone="warning">
          {error}
        </Notice>
      ))}
      <ActionPicker
        actions={actions}
        chosen={action}
        onChoose={(next) => replace({ ...pair, action: next })}
      />
      <Answer explanation={explanation} />
      <Reasons explanation={explanation} />
      <UnseenLabels explanation={explanation} />
      <NearGrants explanation={explanation} />
      <Fixes fixes={explanation.fixes} />
    </>
  );
}
