import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { CompiledPolicies } from '../../compiled-policies/compiled-policies';
import type { QuestionName } from '../../compiled-policies/messages';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { Handlers } from '../wire';

/** Questions to the policy engine: they go to the compiled policy of their workspace. */
export function policyHandlers(
  workspaces: OpenWorkspaces,
  policies: CompiledPolicies,
): Pick<Handlers, 'policy.states' | QuestionName> {
  const ask = async <Name extends QuestionName>(
    name: Name,
    input: ParsedInput<Name>,
  ): Promise<ChannelOutput<Name>> => {
    // Says so where the workspace is not connected, or nothing of it was read.
    workspaces.indexOf(input.key);
    return policies.ask(name, input);
  };
  return {
    'policy.states': () => workspaces.views().map(({ key }) => policies.stateOf(key)),
    'policy.explain': (input) => ask('policy.explain', input),
    'policy.whoCan': (input) => ask('policy.whoCan', input),
    'policy.whatCan': (input) => ask('policy.whatCan', input),
    'policy.reach': (input) => ask('policy.reach', input),
    'policy.cells': (input) => ask('policy.cells', input),
    'policy.effect': (input) => ask('policy.effect', input),
    'policy.effectSummary': (input) => ask('policy.effectSummary', input),
    'policy.judge': (input) => ask('policy.judge', input),
    'policy.grantOpens': (input) => ask('policy.grantOpens', input),
    'policy.mayGrant': (input) => ask('policy.mayGrant', input),
    'matrix.open': (input) => ask('matrix.open', input),
    'matrix.window': (input) => ask('matrix.window', input),
    'matrix.map': (input) => ask('matrix.map', input),
    'matrix.find': (input) => ask('matrix.find', input),
    'matrix.place': (input) => ask('matrix.place', input),
    'matrix.line': (input) => ask('matrix.line', input),
    'findings.list': (input) => ask('findings.list', input),
    'overview.get': (input) => ask('overview.get', input),
    'overview.behind': (input) => ask('overview.behind', input),
  };
}
