import type { ExplanationView } from '@contract/policy';
import { Section } from '../Section';
import { ShowMore } from '../ShowMore';
import { GrantSentence } from './GrantSentence';
import styles from './pair.module.css';

/** More than this are offered, not shown. */
const FIRST = 5;

/** For a "no": the grants that nearly give it, and what each lacks. */
export function NearGrants({ explanation: { near, member } }: { explanation: ExplanationView }) {
  if (near.length === 0) return null;
  const items = near.map((each, place) => ({ ...each, name: String(place) }));
  return (
    <Section title="Nearest grants" count={near.length}>
      <ShowMore listClass={styles.reasons} items={items} first={FIRST} keyOf={({ name }) => name}>
        {({ grant, lacks }) => (
          <li className={styles.reason}>
            <GrantSentence member={member} grant={grant} target={null} />
            <p className={styles.lacks}>{lacks}</p>
          </li>
        )}
      </ShowMore>
    </Section>
  );
}
