import { type ChannelOutput, channels, type ParsedInput } from '@contract/channels';
import type { z } from 'zod';
import type { HeldPolicy } from '../held-policy';
import {
  answerFind,
  answerLine,
  answerMap,
  answerOpen,
  answerPlace,
  answerWindow,
} from '../matrix-views/matrix-views';
import type { QuestionName } from '../messages';
import { answerCells } from './cells';
import { answerEffect } from './effect';
import { answerEffectSummary } from './effect-summary';
import { answerExplain } from './explain';
import { answerBehind, answerFindings, answerOverview } from './findings';
import { answerGrantOpens } from './grant-opens';
import { answerWhoCan } from './people';
import { answerReach } from './reach';
import { answerWhatCan } from './things';
import { answerJudge, answerMayGrant } from './verdicts';

type Answers = {
  [Name in QuestionName]: (held: HeldPolicy, input: ParsedInput<Name>) => ChannelOutput<Name>;
};

const answers: Answers = {
  'policy.explain': answerExplain,
  'policy.whoCan': answerWhoCan,
  'policy.whatCan': answerWhatCan,
  'policy.reach': answerReach,
  'policy.cells': answerCells,
  'policy.effect': answerEffect,
  'policy.effectSummary': answerEffectSummary,
  'policy.judge': answerJudge,
  'policy.grantOpens': answerGrantOpens,
  'policy.mayGrant': answerMayGrant,
  'matrix.open': answerOpen,
  'matrix.window': answerWindow,
  'matrix.map': answerMap,
  'matrix.find': answerFind,
  'matrix.place': answerPlace,
  'matrix.line': answerLine,
  'findings.list': answerFindings,
  'overview.get': answerOverview,
  'overview.behind': answerBehind,
};

const inputs: { [Name in QuestionName]: { input: z.ZodType<ParsedInput<Name>> } } = channels;

/**
 * Answers one question.
 *
 * @throws Failed in words: `notFound` for who or what is not there, `badInput` for an unknown action
 */
export function answerQuestion<Name extends QuestionName>(
  held: HeldPolicy,
  name: Name,
  input: unknown,
): ChannelOutput<Name> {
  return answers[name](held, inputs[name].input.parse(input));
}
