import type { Attested } from '@contract/attestations';
import type { RadioCard } from '../../components/RadioCards';

/** What can be stated about a workspace as a whole by choosing. */
export type AttestableSubject = 'plan' | 'hipaaEligible';

/** How a subject is asked for, and how a choice becomes a statement. */
export interface Attestable {
  title: string;
  /** Why it is asked. */
  what: string;
  choices: readonly RadioCard<string>[];
  /** The choice that says the same as a statement; empty when it is about something else. */
  choiceOf: (statement: Attested) => string;
  /** The statement of a choice; `null` while nothing is chosen. */
  statementOf: (value: string) => Attested | null;
}

export const ATTESTABLE: Record<AttestableSubject, Attestable> = {
  plan: {
    title: 'Plan',
    what: 'The Public API does not show the plan.',
    choices: [
      { value: 'free', title: 'Free', text: 'Only Workspace Owner and Source Admin can be granted.' },
      { value: 'team', title: 'Team', text: 'Only Workspace Owner and Source Admin can be granted.' },
      { value: 'business', title: 'Business', text: 'All roles, user groups and labels in grants.' },
    ],
    choiceOf: (statement) => (statement.subject === 'plan' ? statement.value : ''),
    statementOf: (value) =>
      value === 'free' || value === 'team' || value === 'business' ? { subject: 'plan', value } : null,
  },
  hipaaEligible: {
    title: 'HIPAA eligibility',
    what: 'The Public API does not show whether a workspace is HIPAA eligible.',
    choices: [
      {
        value: 'yes',
        title: 'HIPAA eligible',
        text: 'Sessions of its members last 15 minutes, in all of their workspaces.',
      },
      { value: 'no', title: 'Not HIPAA eligible', text: 'Sessions of its members last 7 days.' },
    ],
    choiceOf: (statement) => {
      if (statement.subject !== 'hipaaEligible') return '';
      return statement.value ? 'yes' : 'no';
    },
    statementOf: (value) =>
      value === 'yes' || value === 'no' ? { subject: 'hipaaEligible', value: value === 'yes' } : null,
  },
};
