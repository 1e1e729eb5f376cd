import type { VaultState } from '@contract/vault';
import type { WorkspaceView } from '@contract/workspaces';
import { call, failureOf, on } from '../api/bridge';
import { forgetListLooks } from '../components/list/look-memory';
import { forgetAnswers } from '../screens/board/use-answer';
import { receiveAppInfo } from '../stores/app-info';
import { keepAppliesOf, receiveApply } from '../stores/apply';
import { keepAttestationsOf, loadAttestations } from '../stores/attestations';
import { keepDraftsOf, receiveDraft } from '../stores/draft';
import { forgetDragging } from '../stores/drag';
import { receiveExportProgress } from '../stores/exports';
import { keepToWorkspaces, leaveAll, startAt } from '../stores/navigation';
import { notify } from '../stores/notices';
import { forgetPersons } from '../stores/person';
import { keepPoliciesOf, receivePolicies, receivePolicy } from '../stores/policy';
import { forgetRememberedWorkspace, rememberedWorkspace } from '../stores/remembered-workspace';
import { receiveSandbox } from '../stores/sandbox';
import { keepSelectionsOf } from '../stores/selection';
import { receiveSessions } from '../stores/session';
import { receiveSettings, useSettingsStore } from '../stores/settings';
import { keepSummariesOf } from '../stores/summary';
import { keepProgressOf, receiveProgress } from '../stores/sync';
import { keepUnfoldedOf } from '../stores/unfolded';
import { receiveVault, useVaultStore } from '../stores/vault';
import { forgetWorkspaces, receiveWorkspaces, workspacesFailed } from '../stores/workspaces';
import { cacheKeeper } from './cache-keeper';

/** The workspaces whose statements were asked for, so that each list that arrives does not ask again. */
const statementsAsked = new Set<string>();

/** Lets the stores hear what main says, and asks for how things stand. The answer stops listening. */
export function connect(): () => void {
  const stops = [
    on('workspaces.changed', takeWorkspaces),
    on('sync.progress', receiveProgress),
    on('cache.ready', ({ key, id }) => void cacheKeeper.keep(key, id)),
    on('vault.changed', takeVault),
    on('session.changed', receiveSessions),
    on('settings.changed', receiveSettings),
    on('sandbox.changed', receiveSandbox),
    on('policy.changed', receivePolicy),
    on('drafts.changed', receiveDraft),
    on('apply.changed', receiveApply),
    on('reports.progress', receiveExportProgress),
    on('notice', ({ level, message }) => notify(level, message)),
  ];
  void start();
  return () => {
    for (const stop of stops) stop();
  };
}

async function start(): Promise<void> {
  await told(async () => {
    receiveSettings(await call('settings.get'));
    startAt(useSettingsStore.getState().settings.screen);
  });
  await Promise.all([
    told(async () => receiveAppInfo(await call('app.info'))),
    told(async () => receiveSandbox(await call('sandbox.state'))),
    told(async () => takeVault(await call('vault.state'))),
  ]);
}

/** Follows the vault: opened, the workspaces come and the copies go to main; closed, all that was shown is destroyed. */
export function takeVault(vault: VaultState): void {
  const before = useVaultStore.getState().vault;
  receiveVault(vault);
  if (vault.kind !== 'open') {
    destroyShown();
    return;
  }
  const memory = vault.protection === 'memory';
  if (memory) {
    forgetRememberedWorkspace();
    void cacheKeeper.clear();
  }
  if (before?.kind !== 'open') {
    startAt(useSettingsStore.getState().settings.screen);
    void loadWorkspaces();
    void told(async () => receivePolicies(await call('policy.states')));
    void told(async () => receiveSessions(await call('session.list')));
    void cacheKeeper.restore(rememberedWorkspace());
  }
}

/** Asks for the workspaces: at the start, and when the list could not be had before. */
export async function loadWorkspaces(): Promise<void> {
  try {
    takeWorkspaces(await call('workspaces.list'));
  } catch (thrown) {
    workspacesFailed(failureOf(thrown));
  }
}

/** Takes over the list, and destroys what is held of workspaces that are gone. */
export function takeWorkspaces(list: WorkspaceView[]): void {
  const keys = list.map(({ key }) => key);
  receiveWorkspaces(list);
  keepProgressOf(list);
  keepSelectionsOf(keys);
  keepUnfoldedOf(keys);
  keepSummariesOf(keys);
  keepPoliciesOf(keys);
  keepDraftsOf(keys);
  keepAppliesOf(keys);
  keepAttestationsOf(keys);
  keepToWorkspaces(list);
  for (const key of keys) askForStatements(key);
}

function askForStatements(key: string): void {
  if (statementsAsked.has(key)) return;
  statementsAsked.add(key);
  loadAttestations(key).catch(() => statementsAsked.delete(key));
}

function destroyShown(): void {
  statementsAsked.clear();
  forgetWorkspaces();
  keepProgressOf([]);
  keepSelectionsOf([]);
  keepUnfoldedOf([]);
  keepPoliciesOf([]);
  keepDraftsOf([]);
  keepAppliesOf([]);
  keepAttestationsOf([]);
  receiveSessions([]);
  leaveAll();
  forgetListLooks();
  forgetPersons();
  forgetAnswers();
  forgetDragging();
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    notify('error', failureOf(thrown).message);
  }
}
