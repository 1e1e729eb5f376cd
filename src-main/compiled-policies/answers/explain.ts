import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { GrantView } from '@contract/inspect';
import type { ExplanationView, ReasonView } from '@contract/policy';
import type { Grant } from '@contract/snapshot';
import { viewGrant } from '../../inspect/grant-view';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { labelId } from '../../lists/relations/subject-ids';
import { changeWords } from '../../plan/change-words';
import { actionTargets, workspaceActions } from '../../policy/catalogue/action-targets';
import { findRole } from '../../policy/catalogue/catalogue';
import { type Action, actionSchema } from '../../policy/catalogue/role-schema';
import type { Fix, NearGrant } from '../../policy/decision/counterproof';
import type { ExplainedReason } from '../../policy/decision/explain';
import type { Path } from '../../policy/decision/holdings';
import { theWorkspace } from '../../policy/decision/target';
import type { HeldPolicy } from '../held-policy';
import { levelRange } from './level-range';
import { type AskedTarget, actionNamed, askedMember, askedTarget } from './names';
import { listed, sentence, viewReading, viewVerdict } from './sentences';

function viewPath(
  facts: WorkspaceFacts,
  {
    holder,
    position,
    grant,
  }: { holder: { kind: 'member' | 'group'; id: string }; position: number; grant: Grant },
): GrantView {
  const held = facts.grants().ofHolder(holder.kind, holder.id)[position] ?? {
    holder: { ...holder, name: holder.id },
    grant,
    role: findRole(grant.roleName),
    position,
  };
  return viewGrant(facts, held, holder.kind === 'group');
}

function unreadWords(facts: WorkspaceFacts, { subject, id }: Extract<Path, { kind: 'unread' }>): string {
  switch (subject) {
    case 'memberGrants':
      return "The team member's own grants could not be read.";
    case 'groupGrants':
      return `The grants of the group ${facts.memberships().groupById.get(id ?? '')?.name ?? id} could not be read.`;
    case 'groups':
      return 'The user groups could not be read.';
  }
}

function viewReason(
  facts: WorkspaceFacts,
  { leg, path, readings, doubt, deciding }: ExplainedReason,
): ReasonView {
  return {
    part: leg,
    grant: path.kind === 'grant' ? viewPath(facts, path) : null,
    unread: path.kind === 'unread' ? unreadWords(facts, path) : null,
    readings: readings.map(viewReading),
    doubt: doubt === null ? null : sentence(doubt),
    deciding,
  };
}

function lacksWords({ path, lacks }: NearGrant): string {
  switch (lacks.kind) {
    case 'right':
      return `The role ${lacks.roleName} does not give this.`;
    case 'labels': {
      const labels = lacks.labels.map(labelId);
      return `The resource does not carry the ${labels.length === 1 ? 'label' : 'labels'} ${listed(labels)}.`;
    }
    case 'listing':
      return `The list of this ${path.grant.roleName} grant does not name the resource.`;
  }
}

/** The actions that can be asked of such a target alone. */
function actionsOf(target: AskedTarget): readonly Action[] {
  switch (target.kind) {
    case 'workspace':
      return workspaceActions;
    case 'resource':
      return actionSchema.options.filter((action) => {
        const targets = actionTargets[action];
        return targets !== 'workspace' && targets !== 'pair' && targets.includes(target.resource.type);
      });
    case 'pair':
      return [];
  }
}

/** The most groups that somebody is advised to join. */
const MOST_GROUPS = 20;

/** Grants and labels, and of the groups to join those that give least. */
function shownFixes(facts: WorkspaceFacts, fixes: readonly Fix[]): Fix[] {
  const { groupById } = facts.memberships();
  const joins = fixes.flatMap((fix) => {
    if (fix.change.kind !== 'addToGroup') return [];
    return [{ fix, grants: groupById.get(fix.change.groupId)?.grants?.length ?? 0 }];
  });
  joins.sort((one, other) => one.grants - other.grants);
  return [
    ...fixes.filter(({ change }) => change.kind !== 'addToGroup'),
    ...joins.slice(0, MOST_GROUPS).map(({ fix }) => fix),
  ];
}

function helpOf(
  held: HeldPolicy,
  memberId: string,
  action: Action,
  { target, effect }: { target: AskedTarget; effect: string },
): Pick<ExplanationView, 'near' | 'fixes'> {
  if (target.kind !== 'resource' || effect !== 'denied') return { near: [], fixes: [] };
  const { policy, facts } = held;
  const { near, fixes } = policy.counterproof(memberId, action, target.resource);
  return {
    near: near.map((one) => ({ grant: viewPath(facts, one.path), lacks: lacksWords(one) })),
    fixes: shownFixes(facts, fixes).map(({ change, verdict }) => ({
      change,
      words: changeWords(policy.snapshot, change),
      verdict: viewVerdict(verdict),
    })),
  };
}

/** Everything about one member, one action and one target. */
export function answerExplain(
  held: HeldPolicy,
  { memberId, action: actionName, target: asked }: ParsedInput<'policy.explain'>,
): ChannelOutput<'policy.explain'> {
  const { policy, facts } = held;
  const action = actionNamed(actionName);
  const member = askedMember(facts, memberId);
  const { target, references } = askedTarget(facts, asked);
  const { effect, reasons, errors, ambiguous } = policy.explain(memberId, action, target);
  const one = asked.kind === 'resource' ? asked.resource : null;
  const asWhole = one === null ? theWorkspace : ({ kind: 'resource', ...one } as const);
  return {
    fingerprint: policy.snapshot.fingerprint,
    member,
    targets: references,
    action,
    effect,
    reasons: reasons.map((reason) => viewReason(facts, reason)),
    errors: errors.map(({ message }) => sentence(message)),
    ambiguous:
      ambiguous === undefined
        ? null
        : { readings: ambiguous.readings.map(viewReading), otherwise: ambiguous.otherwise },
    level: one === null ? null : levelRange(policy.matrixWindow([memberId], [one])[0] ?? 0),
    actions: actionsOf(asked).map((each) => ({
      action: each,
      effect: policy.check(memberId, each, asWhole),
    })),
    ...(facts.memberById().has(memberId)
      ? helpOf(held, memberId, action, { target: asked, effect })
      : { near: [], fixes: [] }),
  };
}
