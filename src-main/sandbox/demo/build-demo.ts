import type { TokenStore } from '../state/token-store';
import type { WorkspaceState } from '../state/workspace-state';
import { addDemoTokens, type TokenPair } from './demo-tokens';
import { buildFoxglove } from './foxglove';
import { addHistory } from './history';
import { buildMaplecrest } from './maplecrest';
import { buildNorthwind } from './northwind';
import { buildScaledNorthwind } from './northwind-scaled';
import { SHARED_PEOPLE } from './people';
import type { Scale } from './scale';

/** A demo workspace and the secrets of its two tokens. */
export interface DemoWorkspace extends TokenPair {
  readonly state: WorkspaceState;
}

function northwindOf(scale: Scale): WorkspaceState {
  switch (scale) {
    case 'S':
      return buildNorthwind();
    case 'M':
      return buildScaledNorthwind({ members: 5_000, resources: 5_000, groups: 300 });
    case 'L':
      return buildScaledNorthwind({ members: 20_000, resources: 20_000, groups: 1_000 });
  }
}

/**
 * The three workspaces, the same at each start. Only the times of the audit
 * trail's past move with `now` (milliseconds), since the trail keeps 90 days.
 */
export function buildDemo(scale: Scale, tokens: TokenStore, now: number): DemoWorkspace[] {
  const { ada, adaAlias, meiLing, priya } = SHARED_PEOPLE;
  const northwind = northwindOf(scale);
  addHistory(northwind, 140, [ada.email, meiLing.email], now);
  const maplecrest = buildMaplecrest();
  addHistory(maplecrest, 45, [priya.email, adaAlias.email], now);
  const foxglove = buildFoxglove();
  return [
    { state: northwind, ...addDemoTokens(tokens, northwind, ada.email) },
    { state: maplecrest, ...addDemoTokens(tokens, maplecrest, adaAlias.email) },
    { state: foxglove, ...addDemoTokens(tokens, foxglove, ada.email) },
  ];
}
