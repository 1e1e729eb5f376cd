import { randomUUID } from 'node:crypto';
import { app, BrowserWindow, net, powerMonitor, safeStorage, type WebContents } from 'electron';
import { createApplyJournal } from './apply/apply-journal';
import { createApplyRoom } from './apply/apply-room';
import { createSegmentRemote } from './apply/segment-remote';
import { createAttestationStore } from './attestations/attestation-store';
import { hipaaEligible } from './attestations/attested';
import { openSnapshot } from './cache/open-snapshot';
import { createCacheOutbox } from './cache/outbox';
import { sealSnapshot } from './cache/seal-snapshot';
import { createCompiledPolicies } from './compiled-policies/compiled-policies';
import { startPolicyWorker } from './compiled-policies/start-worker';
import { createDraftStore } from './drafts/draft-store';
import { createDrafts } from './drafts/drafts';
import { createSigningKeyStore } from './evidence/signing-key';
import { createExports } from './exports/exports';
import { appHandlers } from './ipc/handlers/app';
import { applyHandlers } from './ipc/handlers/apply';
import { attestationHandlers } from './ipc/handlers/attestations';
import { cacheHandlers } from './ipc/handlers/cache';
import { draftHandlers } from './ipc/handlers/drafts';
import { evidenceHandlers } from './ipc/handlers/evidence';
import { listHandlers } from './ipc/handlers/lists';
import { personHandlers } from './ipc/handlers/persons';
import { policyHandlers } from './ipc/handlers/policy';
import { reportHandlers } from './ipc/handlers/reports';
import { sandboxHandlers } from './ipc/handlers/sandbox';
import { sessionHandlers } from './ipc/handlers/session';
import { settingsHandlers } from './ipc/handlers/settings';
import { syncHandlers } from './ipc/handlers/sync';
import { tokenHandlers } from './ipc/handlers/tokens';
import { vaultHandlers } from './ipc/handlers/vault';
import { workspaceHandlers } from './ipc/handlers/workspaces';
import { failureFrom, type Handlers, send } from './ipc/wire';
import { createIdentityStore } from './persons/identity-store';
import { createPersons } from './persons/persons';
import { stateLines } from './plan/state-lines';
import { sleep } from './segment/sleep';
import { createSessions } from './session/sessions';
import { watchSessions } from './session/watch-sessions';
import type { SettingsStore } from './settings/settings-store';
import { writeAtomically } from './storage/atomic-file';
import { Failed } from './storage/failed';
import { createSyncManager, type SyncManager } from './sync/sync-manager';
import { createWhenToSync } from './sync/when-to-sync';
import { createVault } from './vault/vault';
import { askTyped } from './window/ask-typed';
import { chooseFileToRead, chooseFileToWrite } from './window/choose-file';
import { forkSandbox } from './window/fork-sandbox';
import type { Notices } from './window/notices';
import { printPdf } from './window/print-pdf';
import { segmentFetch } from './window/segment-session';
import { createConnections } from './workspaces/connections';
import { createEmbeddedSandbox } from './workspaces/embedded-sandbox';
import { createOpenWorkspaces } from './workspaces/open-workspaces';
import { createWorkspaceRegistry } from './workspaces/registry';

/** How often the system is asked whether it has a network. */
const NETWORK_CHECK_MS = 2000;

/** Evidence packs, in the dialogs of the system. */
const PACKS = { name: 'Evidence pack', extensions: ['zip'] };

/** What the window and the end of the app need of all rooms. */
export interface Rooms {
  readonly handlers: Handlers;
  /** To be called before each call of the window is answered. */
  beforeCall(): void;
  /** Whether a workspace has been read and compiled. @throws Failed where compiling failed */
  hasPolicy(): boolean;
  /** For a picture: keeps nothing on disk and opens the sandbox. */
  openForPicture(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Puts the rooms of main together. `window` is the window's web contents, `null`
 * while there is none; `notices` takes what no call asked for.
 */
export async function wireRooms(
  settings: SettingsStore,
  window: () => WebContents | null,
  notices: Notices,
): Promise<Rooms> {
  const now = () => Date.now();
  const theWindow = () => {
    const contents = window();
    return contents === null ? null : BrowserWindow.fromWebContents(contents);
  };
  const { tell } = notices;
  const vault = createVault({
    dir: app.getPath('userData'),
    safeStorage,
    platform: process.platform,
    now,
    tell,
  });
  const registry = createWorkspaceRegistry(vault);
  const attestations = createAttestationStore(vault, registry, now);
  const identities = createIdentityStore(vault, now);
  const signingKeys = createSigningKeyStore(vault, now);
  const policies = createCompiledPolicies(() => startPolicyWorker(), {
    onState: (state) => send(window(), 'policy.changed', state),
    onCounts: (key, fingerprint, counts) => workspaces.setCounts(key, fingerprint, counts),
  });
  const workspaces = createOpenWorkspaces(
    () => connected(),
    (sealed) => openSnapshot(vault, sealed),
    () => {
      send(window(), 'workspaces.changed', workspaces.views());
      sessions.refresh();
    },
    (key, snapshot) => {
      policies.take(key, snapshot);
      void drafts.snapshotAccepted(key);
    },
  );
  const drafts = createDrafts({
    store: createDraftStore(vault, registry),
    snapshotOf: (key) => workspaces.snapshotOf(key),
    onChange: (view) => send(window(), 'drafts.changed', view),
    newId: () => randomUUID(),
    now,
  });
  const persons = createPersons({
    sources: () => workspaces.indexes(),
    connected: () => connected(),
    decisions: () => identities.decisions(),
    eligible: (key) => hipaaEligible(workspaces.snapshotOf(key), attestations.list(key)),
  });
  const exports = createExports({
    open: () =>
      connected().flatMap(({ key, email }) => {
        const snapshot = workspaces.snapshotOf(key);
        return snapshot === null ? [] : [{ key, snapshot, email }];
      }),
    attestations: (key) => attestations.list(key),
    report: (key, question, signal) => policies.report(key, question, signal),
    print: printPdf,
    signer: () => signingKeys.signer(),
    choose: (name, kind) => chooseFileToWrite(theWindow(), 'Export', name, [kind]),
    write: (path, bytes) => writeAtomically(path, bytes),
    onProgress: (progress) => send(window(), 'reports.progress', progress),
    appVersion: app.getVersion(),
    now,
  });
  const outbox = createCacheOutbox(
    () => vault.keepsOnDisk(),
    (key, snapshot) => sealSnapshot(vault, key, snapshot),
    (waiting) => send(window(), 'cache.ready', waiting),
  );

  const connected = () => (vault.state().kind === 'locked' ? [] : registry.list());
  const sandbox = createEmbeddedSandbox(forkSandbox, (state) => {
    send(window(), 'sandbox.changed', state);
    whenToSync.sandboxChanged(state);
  });
  const connections = createConnections(registry, () => sandbox.state().url, {
    fetch: segmentFetch(),
    now,
    sleep,
    random: Math.random,
  });

  const syncs: SyncManager = createSyncManager<NodeJS.Timeout>({
    connectionOf: async (key) => {
      try {
        const { id, extensions } = registry.get(key);
        return { client: connections.of(key).client, extensions: extensions ?? false, workspaceId: id };
      } catch (error) {
        return failureFrom(error);
      }
    },
    baseOf: (key) => workspaces.snapshotOf(key),
    onSnapshot: async (key, snapshot) => {
      const { slug, name } = snapshot.workspace;
      workspaces.accept(key, snapshot);
      // What was read is shown, whatever the disk says; what could not be kept is told.
      const untold = (error: unknown) => tell(`${name}: ${failureFrom(error).message}`);
      await registry.update(key, { slug, name }).catch(untold);
      await outbox.put(key, snapshot).catch(untold);
    },
    onState: (key, state) => workspaces.setSync(key, state),
    onProgress: (progress) => send(window(), 'sync.progress', progress),
    now,
    setTimer: setTimeout,
    clearTimer: clearTimeout,
  });
  const sync = (key: string) => syncs.start(key);
  const applying = createApplyRoom({
    journal: createApplyJournal(vault, registry),
    remoteOf: (key, signal) =>
      createSegmentRemote({
        client: connections.of(key).client,
        tokenId: workspaces.snapshotOf(key)?.beyondApi.actingToken?.id ?? null,
        now,
        signal,
      }),
    makePlan: (key) => drafts.plan(key),
    draftRevision: (key) => drafts.revision(key),
    words: (key, state) => {
      const snapshot = workspaces.snapshotOf(key);
      return snapshot === null ? [] : stateLines(snapshot, state);
    },
    confirm: (questions) => askTyped(theWindow(), questions),
    carried: (key, done) => drafts.carried(key, done),
    sync: (key) => syncs.startAfterChange(key),
    onChange: (view) => send(window(), 'apply.changed', view),
    tell,
    now,
    sleep,
  });

  const whenToSync = createWhenToSync(
    { connected, syncs, sandbox, sandboxStopped: () => settings.get().sandboxStopped },
    net.isOnline(),
  );
  /** The window has handed over its copies: what waits for it is said again, and reading begins. */
  const begin = () => {
    outbox.announceAgain();
    whenToSync.begin();
    applying.settleInterrupted();
  };

  const sessions = createSessions({
    workspaces: () =>
      vault.state().kind !== 'open'
        ? []
        : registry.list().map(({ key, name, email, endpoint }) => ({
            key,
            name,
            email,
            hipaaEligible: hipaaEligible(workspaces.snapshotOf(key), attestations.list(key)),
            embedded: endpoint.kind === 'sandbox',
          })),
    atMost: () => settings.get().shortSession === 'atMost',
    clock: () => ({ wall: Date.now(), monotonic: performance.now() }),
    lock: (why) => {
      const kept = vault.keepsOnDisk();
      vault.lock();
      tell(
        `${why} ${kept ? 'Gatehouse is locked.' : 'Nothing was kept on disk, so everything was forgotten.'}`,
      );
    },
    tell,
    onChange: (list) => send(window(), 'session.changed', list),
  });

  registry.onChange(() => {
    send(window(), 'workspaces.changed', workspaces.views());
    sessions.refresh();
  });
  registry.whenRemoved(async (key) => {
    syncs.stop(key);
    workspaces.forget(key);
    policies.forget(key);
    drafts.forget(key);
    applying.forget(key);
    outbox.forget(key);
    if (!connected().some(({ endpoint }) => endpoint.kind === 'sandbox')) sandbox.stop();
  });
  let keeping = false;
  vault.onChange((state) => {
    const before = keeping;
    keeping = state.kind === 'open' && state.protection !== 'memory';
    if (state.kind === 'open' && !keeping) outbox.forget();
    if (state.kind !== 'open') {
      syncs.stopAll();
      void applying.halt();
      outbox.forget();
      workspaces.forget();
      policies.forget();
      drafts.forget();
      sessions.end();
    } else if (keeping && !before) {
      // What was read before anything was kept is kept from now on.
      for (const { key } of registry.list()) {
        const snapshot = workspaces.snapshotOf(key);
        if (snapshot !== null)
          void outbox.put(key, snapshot).catch(() => tell('A copy could not be sealed.'));
      }
    }
    if (state.kind === 'open') sessions.refresh();
    send(window(), 'vault.changed', state);
  });
  settings.onChange((changed) => {
    sessions.refresh();
    send(window(), 'settings.changed', changed);
  });

  const watchNetwork = setInterval(() => whenToSync.network(net.isOnline()), NETWORK_CHECK_MS);
  powerMonitor.on('resume', () => syncs.networkMayBeBack());
  const unwatchSessions = watchSessions(sessions, vault, powerMonitor);

  await vault.start();

  const handlers: Handlers = {
    ...appHandlers,
    ...settingsHandlers(settings),
    ...vaultHandlers(vault, notices.release),
    ...sessionHandlers(sessions, vault),
    ...workspaceHandlers(registry, connections, workspaces, (key) => {
      // A running sync still holds the token that was replaced.
      syncs.cancel(key);
      sync(key);
    }),
    ...sandboxHandlers(sandbox, registry, connections, workspaces, settings, sync),
    ...syncHandlers(registry, syncs),
    ...cacheHandlers(outbox, workspaces, begin),
    ...listHandlers(workspaces, attestations),
    ...reportHandlers(exports),
    ...evidenceHandlers(signingKeys, () => chooseFileToRead(theWindow(), 'Verify an evidence pack', [PACKS])),
    ...personHandlers(persons, identities),
    ...policyHandlers(workspaces, policies),
    ...draftHandlers(drafts, workspaces, policies),
    ...applyHandlers(applying),
    ...tokenHandlers(connections, workspaces, (key) => syncs.startAfterChange(key)),
    ...attestationHandlers(attestations, (key) => workspaces.snapshotOf(key), sessions.refresh),
  };

  return {
    handlers,
    beforeCall: sessions.check,
    hasPolicy: () =>
      policies.states().some(({ kind, reason }) => {
        if (kind === 'failed') throw new Failed('internal', reason ?? 'The policy could not be compiled.');
        return kind === 'ready';
      }),
    openForPicture: async () => {
      await vault.choose({ protection: 'memory' });
      await handlers['sandbox.open'](undefined);
    },
    close: async () => {
      whenToSync.close();
      clearInterval(watchNetwork);
      unwatchSessions();
      syncs.stopAll();
      await applying.halt();
      sandbox.stop();
      await settings.flush();
      vault.lock();
    },
  };
}
