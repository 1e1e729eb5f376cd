import type { Attested } from '@contract/attestations';
import { planWords } from '../../stores/plan-words';

/** A statement about a workspace in a word or two. */
export function statedWords(statement: Attested): string {
  switch (statement.subject) {
    case 'plan':
      return planWords(statement.value);
    case 'hipaaEligible':
      return statement.value ? 'HIPAA eligible' : 'not HIPAA eligible';
    case 'tokens':
      return statement.value;
    case 'spaceLabels':
      return statement.value.map(({ key, value }) => `${key}:${value}`).join(', ');
  }
}
