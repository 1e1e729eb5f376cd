import { RadioGroup } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import styles from './RadioCards.module.css';

export interface RadioCard<Value extends string> {
  value: Value;
  title: string;
  /** What it means, in a sentence. */
  text: ReactNode;
  /** Why it cannot be chosen here; `null` when it can. */
  unavailable?: string | null;
  /** What else is asked when this one is chosen. */
  more?: ReactNode;
}

/** One of a few choices that need a sentence each. */
export function RadioCards<Value extends string>({
  label,
  value,
  cards,
  onChange,
  disabled = false,
}: {
  label: string;
  value: Value;
  cards: readonly RadioCard<Value>[];
  onChange: (value: Value) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <RadioGroup.Root
      className={styles.group}
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={(chosen) => {
        const card = cards.find((each) => each.value === chosen);
        if (card !== undefined) onChange(card.value);
      }}
    >
      {cards.map((card) => {
        const itemId = `${id}-${card.value}`;
        const unavailable = card.unavailable ?? null;
        return (
          <div
            key={card.value}
            className={classNames(styles.card, card.value === value && styles.chosen)}
            data-unavailable={unavailable !== null || undefined}
          >
            <RadioGroup.Item
              id={itemId}
              value={card.value}
              disabled={unavailable !== null}
              className={styles.radio}
              aria-describedby={`${itemId}-text`}
            >
              <RadioGroup.Indicator className={styles.indicator} />
            </RadioGroup.Item>
            <label htmlFor={itemId} className={styles.words}>
              <span className={styles.title}>{card.title}</span>
              <span id={`${itemId}-text`} className={styles.text}>
                {unavailable ?? card.text}
              </span>
            </label>
            {card.value === value && card.more !== undefined ? (
              <div className={styles.more}>{card.more}</div>
            ) : null}
          </div>
        );
      })}
    </RadioGroup.Root>
  );
}
