import type { Reading } from '../catalogue/readings';

/** Why something may not be done, or what it depends on. */
export interface VerdictReason {
  readonly message: string;
  /** Set where the sources disagree or are silent and the stricter reading was taken. */
  readonly reading?: Reading | 'undocumented';
}

/** Whether Segment would accept something; `unknown` where what cannot be seen decides. */
export interface Verdict {
  readonly verdict: 'accepted' | 'refused' | 'unknown';
  readonly reasons: readonly VerdictReason[];
}

/** One finding: it refuses, or leaves open. */
export type Objection = VerdictReason & { readonly weight: 'refused' | 'unknown' };

/** Something that is certainly refused. */
export function refused(message: string, reading?: VerdictReason['reading']): Objection {
  return reading === undefined ? { weight: 'refused', message } : { weight: 'refused', message, reading };
}

/** Something that cannot be told from here. */
export function open(message: string): Objection {
  return { weight: 'unknown', message };
}

/** Refused by any refusal, else unknown by anything left open, else accepted. */
export function verdictOf(objections: readonly Objection[]): Verdict {
  const refusals = objections.filter(({ weight }) => weight === 'refused');
  const deciding = refusals.length > 0 ? refusals : objections;
  const verdict = refusals.length > 0 ? 'refused' : objections.length > 0 ? 'unknown' : 'accepted';
  return {
    verdict,
    reasons: deciding.map(({ message, reading }) =>
      reading === undefined ? { message } : { message, reading },
    ),
  };
}
