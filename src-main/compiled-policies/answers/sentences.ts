import type { ReasonView, VerdictView } from '@contract/policy';
import { readingText } from '../../policy/catalogue/readings';
import type { Verdict, VerdictReason } from '../../policy/granting/verdict';

/** A message of the engine as a sentence: with a capital letter and a full stop. */
export function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** A list of words with commas and a last "and". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A contested place with its text. */
export function viewReading(name: string): ReasonView['readings'][number] {
  return { name, text: readingText(name) };
}

function reasonWords({ message, reading }: VerdictReason): string {
  const said = sentence(message);
  if (reading === undefined) return said;
  if (reading === 'undocumented') {
    return `${said} Segment’s documentation does not say; Gatehouse takes the stricter reading.`;
  }
  return `${said} ${sentence(readingText(reading))}`;
}

/** A verdict with its reasons in sentences. */
export function viewVerdict({ verdict, reasons }: Verdict): VerdictView {
  return { verdict, reasons: reasons.map(reasonWords) };
}
