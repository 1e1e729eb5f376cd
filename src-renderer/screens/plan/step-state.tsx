import type { StepState } from '@contract/apply';
import { Ban, CircleCheck, CircleDashed, CircleHelp, CircleMinus, GitFork, LoaderCircle } from 'lucide-react';
import styles from './plan.module.css';

/** Where a step is, as a word. */
export function stepWord(state: StepState): string {
  switch (state.kind) {
    case 'planned':
      return 'waiting';
    case 'sending':
      return 'writing';
    case 'verifying':
      return 'verifying';
    case 'applied':
      return 'verified';
    case 'conflict':
      return 'conflict';
    case 'unknown':
      return 'unknown';
    case 'refused':
      return 'refused';
    case 'skipped':
      return 'not tried';
  }
}

/** Where a step is, as an icon. */
export function StepMark({ state }: { state: StepState }) {
  switch (state.kind) {
    case 'planned':
      return <CircleDashed className={styles.plain} aria-hidden />;
    case 'sending':
    case 'verifying':
      return <LoaderCircle className={styles.turning} aria-hidden />;
    case 'applied':
      return <CircleCheck className={styles.good} aria-hidden />;
    case 'conflict':
      return <GitFork className={styles.warned} aria-hidden />;
    case 'unknown':
      return <CircleHelp className={styles.doubt} aria-hidden />;
    case 'refused':
      return <Ban className={styles.bad} aria-hidden />;
    case 'skipped':
      return <CircleMinus className={styles.plain} aria-hidden />;
  }
}
