import type { PolicyEffect } from '@contract/policy';
import { Check, CircleHelp, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './pair.module.css';

/** Allowed, denied or unknown as a shape and a colour. Its word stands, or is said, beside it. */
export function EffectMark({ effect }: { effect: PolicyEffect }) {
  return (
    <span className={styles[effect]} aria-hidden="true">
      {ICONS[effect]}
    </span>
  );
}

const ICONS: Record<PolicyEffect, ReactNode> = {
  allowed: <Check />,
  denied: <Minus />,
  unknown: <CircleHelp />,
};
