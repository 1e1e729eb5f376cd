import type { ExplanationView, ReasonView } from '@contract/policy';
import { Nothing, Section } from '../Section';
import { ShowMore } from '../ShowMore';
import { actionWords } from './action-words';
import styles from './pair.module.css';
import { Reason } from './Reason';

/** More reasons of one part than this are offered, not shown. */
const FIRST = 6;

/** Every reason for the answer, the deciding one first; by its parts where the question has several. */
export function Reasons({ explanation }: { explanation: ExplanationView }) {
  const { effect, reasons, action } = explanation;
  const { parts } = actionWords(action);
  if (parts === undefined) {
    return (
      <Section title="Why" {...(reasons.length === 0 ? {} : { count: reasons.length })}>
        {reasons.length === 0 ? (
          <Nothing>{effect === 'denied' ? 'No grant gives it.' : 'No reason can be named.'}</Nothing>
        ) : (
          <ReasonList explanation={explanation} reasons={reasons} />
        )}
      </Section>
    );
  }
  if (reasons.length === 0) {
    return (
      <Section title="Why" meaning="It takes all of these together, and not all of them are given:">
        <ul className={styles.needed}>
          {Object.entries(parts).map(([part, words]) => (
            <li key={part}>{words}</li>
          ))}
        </ul>
      </Section>
    );
  }
  return (
    <Section title="Why" count={reasons.length} meaning="It takes all of these together.">
      {Object.entries(parts).map(([part, words]) => {
        const some = reasons.filter((reason) => reason.part === part);
        return (
          <div key={part} className={styles.part}>
            <h4 className={styles.partTitle}>{words}</h4>
            {some.length === 0 ? (
              <Nothing>No grant gives this part.</Nothing>
            ) : (
              <ReasonList explanation={explanation} reasons={some} />
            )}
          </div>
        );
      })}
    </Section>
  );
}

function ReasonList({
  explanation,
  reasons,
}: {
  explanation: ExplanationView;
  reasons: readonly ReasonView[];
}) {
  const ordered = reasons
    .map((reason, place) => ({ reason, name: String(place) }))
    .sort((one, other) => Number(other.reason.deciding) - Number(one.reason.deciding));
  return (
    <ShowMore listClass={styles.reasons} items={ordered} first={FIRST} keyOf={({ name }) => name}>
      {({ reason }) => <Reason explanation={explanation} reason={reason} />}
    </ShowMore>
  );
}
