import type { Change } from '@contract/changes';
import type { ExplanationView, VerdictView } from '@contract/policy';
import { Check, CircleCheck, CircleHelp, CircleX, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button';
import { addChanges, useDraft } from '../../stores/draft';
import { useInspectorLinks } from '../links';
import { Section } from '../Section';
import { ShowMore } from '../ShowMore';
import styles from './pair.module.css';

/** More than this are offered, not shown. */
const FIRST = 5;

/** For a "no": the smallest changes that would open it, whether Segment would accept each, and a way into the draft. */
export function Fixes({ fixes }: { fixes: ExplanationView['fixes'] }) {
  if (fixes.length === 0) return null;
  const items = fixes.map((fix, place) => ({ ...fix, name: String(place) }));
  return (
    <Section title="What would open it" count={fixes.length} meaning="Each of these alone would be enough.">
      <ShowMore listClass={styles.reasons} items={items} first={FIRST} keyOf={({ name }) => name}>
        {({ words, verdict, change }) => (
          <li className={styles.reason}>
            <p>{words}</p>
            <p className={styles.note} data-verdict={verdict.verdict}>
              {ICONS[verdict.verdict]}
              <span>{[WORDS[verdict.verdict], ...verdict.reasons].join(' ')}</span>
            </p>
            {verdict.verdict === 'refused' ? null : <ToDraft change={change} words={words} />}
          </li>
        )}
      </ShowMore>
    </Section>
  );
}

/** Takes a change into the draft, or says that it is there. */
function ToDraft({ change, words }: { change: Change; words: string }) {
  const { workspaceKey } = useInspectorLinks();
  const draft = useDraft(workspaceKey);
  const [busy, setBusy] = useState(false);
  const text = JSON.stringify(change);
  if (draft?.items.some((item) => JSON.stringify(item.change) === text) === true) {
    return (
      <p className={styles.note}>
        <Check aria-hidden />
        <span>In the draft.</span>
      </p>
    );
  }
  const add = async () => {
    setBusy(true);
    await addChanges(workspaceKey, [change]);
    setBusy(false);
  };
  return (
    <div>
      <Button
        busy={busy}
        icon={<Plus aria-hidden />}
        aria-label={`Add to draft: ${words}`}
        onClick={() => void add()}
      >
        Add to draft
      </Button>
    </div>
  );
}

const WORDS: Record<VerdictView['verdict'], string> = {
  accepted: 'Segment would accept it.',
  refused: 'Segment would refuse it.',
  unknown: 'Whether Segment would accept it is unknown.',
};

const ICONS: Record<VerdictView['verdict'], ReactNode> = {
  accepted: <CircleCheck aria-hidden />,
  refused: <CircleX aria-hidden />,
  unknown: <CircleHelp aria-hidden />,
};
