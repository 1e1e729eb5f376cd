import type { ExplanationView } from '@contract/policy';
import { RadioGroup } from 'radix-ui';
import { Section } from '../Section';
import { actionWords } from './action-words';
import { EffectMark } from './EffectMark';
import styles from './pair.module.css';

/** Everything that can be asked of the resource, each with its answer. The chosen one is explained below. */
export function ActionPicker({
  actions,
  chosen,
  onChoose,
}: {
  actions: ExplanationView['actions'];
  chosen: string;
  onChoose: (action: string) => void;
}) {
  if (actions.length === 0) return null;
  const allowed = actions.filter(({ effect }) => effect === 'allowed').length;
  return (
    <Section title="Actions" aside={`${allowed} of ${actions.length} allowed`}>
      <RadioGroup.Root
        className={styles.actions}
        aria-label="Explain the action"
        value={chosen}
        onValueChange={onChoose}
      >
        {actions.map(({ action, effect }) => (
          <RadioGroup.Item
            key={action}
            value={action}
            className={styles.action}
            data-effect={effect}
            aria-label={`${actionWords(action).title}: ${effect}`}
          >
            <EffectMark effect={effect} />
            {actionWords(action).title}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </Section>
  );
}
