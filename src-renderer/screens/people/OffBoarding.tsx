import type { OffBoardingItem, PersonView } from '@contract/persons';
import { CircleCheck, Copy, FilePlus2 } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../components/Button';
import { copyText } from '../../components/list/copy-text';
import { addChanges, loadDraft, useDraft } from '../../stores/draft';
import { goToWorkspace } from '../../stores/navigation';
import { notify } from '../../stores/notices';
import { toggleTick, usePersonStore } from '../../stores/person';
import { byWorkspace, checklistText, entryOf } from './off-boarding-words';
import styles from './person.module.css';

const NONE: readonly string[] = [];

/** Every occurrence of a person, to tick off; what can be removed goes into the draft of its workspace. */
export function OffBoarding({ person }: { person: PersonView }) {
  const ticked = usePersonStore((persons) => persons.ticked[person.id] ?? NONE);
  const isTicked = (item: OffBoardingItem) => ticked.includes(entryOf(item));
  const done = person.offBoarding.filter(isTicked).length;
  const copy = () => {
    const taken = copyText(checklistText(person, isTicked));
    if (!taken) notify('error', 'The system refused to put it on the clipboard.');
    else notify('info', 'The list is on the clipboard.');
  };
  return (
    <div className={styles.offBoarding}>
      <div className={styles.offBoardingTop}>
        <p role="status">
          {done} of {person.offBoarding.length} ticked off. Groups and own grants go with the membership;
          nothing changes at Segment before you apply a draft.
        </p>
        <Button icon={<Copy />} onClick={copy}>
          Copy the list
        </Button>
      </div>
      {byWorkspace(person.offBoarding).map(({ key, name, items }) => (
        <section key={key} className={styles.checklist} aria-label={name}>
          <h2 className={styles.cardTitle}>{name}</h2>
          <ul>
            {items.map((item) => (
              <li key={entryOf(item)} className={styles.entry} data-kind={item.kind}>
                <label className={styles.entryWords}>
                  <input
                    type="checkbox"
                    checked={isTicked(item)}
                    onChange={() => toggleTick(person.id, entryOf(item))}
                  />
                  <span>{item.words}</span>
                  {person.emails.length > 1 ? <span className={styles.muted}>{item.email}</span> : null}
                </label>
                {item.change === null ? null : <ToDraft item={item} change={item.change} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ToDraft({
  item,
  change,
}: {
  item: OffBoardingItem;
  change: NonNullable<OffBoardingItem['change']>;
}) {
  const { key } = item;
  const draft = useDraft(key);
  useEffect(() => {
    // Without it the button adds to the draft all the same: that reads it first.
    loadDraft(key).catch(() => undefined);
  }, [key]);
  const wanted = JSON.stringify(change);
  const isThere = draft?.items.some((one) => JSON.stringify(one.change) === wanted) === true;
  if (isThere) {
    return (
      <span className={styles.inDraft}>
        <CircleCheck aria-hidden /> in the draft ·
        <button type="button" className={styles.link} onClick={() => goToWorkspace(item.key, 'plan')}>
          review the plan
        </button>
      </span>
    );
  }
  return (
    <Button variant="quiet" icon={<FilePlus2 />} onClick={() => void addChanges(item.key, [change])}>
      Add to the draft
    </Button>
  );
}
