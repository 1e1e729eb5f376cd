import type { DropVerdict } from '@contract/drafts';
import { counted, countText } from '../components/list/counts';

/** What a drop would do, by the direction in which access moves. */
export type EffectTone = 'gain' | 'loss' | 'both' | 'none' | 'unknown';

type Effect = NonNullable<DropVerdict['effect']>;

/** Cells that have more afterwards, and cells that have less. */
function moved({ counts }: Effect): { up: number; down: number } {
  return {
    up: counts.gained + counts.raised + counts.piiGained,
    down: counts.lost + counts.lowered + counts.piiLost,
  };
}

/** Whether the labels can be dropped there. What nobody can tell may be tried: Segment then decides. */
export function isDroppable({ changes, kind, verdict }: DropVerdict): boolean {
  if (verdict.verdict === 'refused') return false;
  return kind === 'attestation' || changes.length > 0;
}

/** Who wins and who loses by it. */
export function effectTone(effect: DropVerdict['effect']): EffectTone {
  if (effect === null) return 'unknown';
  const { up, down } = moved(effect);
  if (up > 0 && down > 0) return 'both';
  if (up > 0) return 'gain';
  return down > 0 ? 'loss' : 'none';
}

/** The size in full: `+12 members, +38 resources, −0`. Where some gain and some lose both are counted. */
export function effectWords(effect: DropVerdict['effect']): string {
  if (effect === null) return 'effect unknown';
  const { up, down } = moved(effect);
  const { members, resources } = effect;
  const who = (sign: string) =>
    `${sign}${counted(members, 'member')}, ${sign}${counted(resources, 'resource')}`;
  switch (effectTone(effect)) {
    case 'gain':
      return `${who('+')}, −0`;
    case 'loss':
      return `${who('−')}, +0`;
    case 'both':
      return `${counted(members, 'member')}, ${counted(resources, 'resource')}: +${countText(up)} −${countText(down)}`;
    case 'none':
      return effect.counts.onlyDoubt > 0 ? 'only what is unknown changes' : 'changes nobody’s access';
    case 'unknown':
      return 'effect unknown';
  }
}

/** The size for little room: `+12 · +38`, members and resources. */
export function effectShort(effect: DropVerdict['effect']): string {
  if (effect === null) return '?';
  const { up, down } = moved(effect);
  switch (effectTone(effect)) {
    case 'gain':
      return `+${countText(effect.members)} · +${countText(effect.resources)}`;
    case 'loss':
      return `−${countText(effect.members)} · −${countText(effect.resources)}`;
    case 'both':
      return `+${countText(up)} −${countText(down)}`;
    case 'none':
      return '±0';
    case 'unknown':
      return '?';
  }
}

/** Everything about one drop in a sentence or two, to be read out. */
export function verdictSentence(verdict: DropVerdict): string {
  const { reasons } = verdict.verdict;
  if (!isDroppable(verdict)) return `Not possible: ${reasons.join(' ') || verdict.words}`;
  const doubt = verdict.verdict.verdict === 'unknown' ? ` Segment may refuse it. ${reasons.join(' ')}` : '';
  const effect =
    verdict.kind === 'attestation' && verdict.effect === null ? '' : `, ${effectWords(verdict.effect)}`;
  return `${verdict.words}${effect}.${doubt}`;
}
