import { app, net, powerMonitor, safeStorage, type WebContents } from 'electron';
import { createAttestationStore } from './attestations/attestation-store';
import { openSnapshot } from './cache/open-snapshot';
import { createCacheOutbox } from './cache/outbox';
import { sealSnapshot } from './cache/seal-snapshot';
import { appHandlers } from './ipc/handlers/app';
import { attestationHandlers } from './ipc/handlers/attestations';
import { cacheHandlers } from './ipc/handlers/cache';
import { listHandlers } from './ipc/handlers/lists';
import { sandboxHandlers } from './ipc/handlers/sandbox';
import { settingsHandlers } from './ipc/handlers/settings';
import { syncHandlers } from './ipc/handlers/sync';
import { tokenHandlers } from './ipc/handlers/tokens';
import { vaultHandlers } from './ipc/handlers/vault';
import { workspaceHandlers } from './ipc/handlers/workspaces';
import { failureFrom, type Handlers, send } from './ipc/wire';
import { sleep } from './segment/sleep';
import type { SettingsStore } from './settings/settings-store';
import { createSyncManager, type SyncManager } from './sync/sync-manager';
import { createVault } from './vault/vault';
import type { Notices } from './window/notices';
import { segmentFetch } from './window/segment-session';
import { createConnections } from './workspaces/connections';
import { createEmbeddedSandbox } from './workspaces/embedded-sandbox';
import { createOpenWorkspaces } from './workspaces/open-workspaces';
import { createWorkspaceRegistry } from './workspaces/registry';

/** How often the system is asked whether it has a network. */
const NETWORK_CHECK_MS = 2000;

/** What the window and the end of the app need of all rooms. */
export interface Rooms {
  readonly handlers: Handlers;
  /** Whether the first connected workspace has been read. */
  hasSnapshot(): boolean;
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
  const workspaces = createOpenWorkspaces(
    () => (vault.state().kind === 'locked' ? [] : registry.list()),
    (sealed) => openSnapshot(vault, sealed),
    () => send(window(), 'workspaces.changed', workspaces.views()),
  );
  const outbox = createCacheOutbox(
    () => vault.keepsOnDisk(),
    (key, snapshot) => sealSnapshot(vault, key, snapshot),
    (waiting) => send(window(), 'cache.ready', waiting),
  );

  const sandboxKeys = () =>
    registry.list().flatMap(({ key, endpoint }) => (endpoint.kind === 'sandbox' ? [key] : []));

  const sandbox = createEmbeddedSandbox((state) => {
    send(window(), 'sandbox.changed', state);
    if (state.kind === 'running' || vault.state().kind === 'locked') return;
    if (state.kind === 'starting') return;
    // Its workspaces are offline from now on: trying them says so.
    for (const key of sandboxKeys()) {
      syncs.cancel(key);
      syncs.start(key);
    }
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
      await registry.update(key, { slug, name });
      workspaces.accept(key, snapshot);
      await outbox.put(key, snapshot);
    },
    onState: (key, state) => workspaces.setSync(key, state),
    onProgress: (progress) => send(window(), 'sync.progress', progress),
    now,
    setTimer: setTimeout,
    clearTimer: clearTimeout,
  });
  const sync = (key: string) => syncs.start(key);

  /** After the cache has been shown: the sandbox comes back where it was on, and everything syncs. */
  const begin = () => {
    if (vault.state().kind === 'locked') return;
    if (sandboxKeys().length > 0 && !settings.get().sandboxStopped && sandbox.state().kind === 'stopped') {
      sandbox.start().then(
        () => sandboxKeys().forEach(sync),
        () => sandboxKeys().forEach(sync),
      );
    }
    for (const { key, endpoint } of registry.list()) {
      if (endpoint.kind !== 'sandbox' || settings.get().sandboxStopped) sync(key);
    }
  };

  registry.onChange(() => send(window(), 'workspaces.changed', workspaces.views()));
  registry.whenRemoved(async (key) => {
    syncs.stop(key);
    workspaces.forget(key);
    outbox.forget(key);
    if (sandboxKeys().length === 0) sandbox.stop();
  });
  let keeping = false;
  vault.onChange((state) => {
    const before = keeping;
    keeping = state.kind === 'open' && state.protection !== 'memory';
    if (state.kind === 'open' && !keeping) outbox.forget();
    if (state.kind !== 'open') {
      syncs.cancelAll();
      outbox.forget();
      workspaces.forget();
    } else if (keeping && !before) {
      // What was read before anything was kept is kept from now on.
      for (const { key } of registry.list()) {
        const snapshot = workspaces.snapshotOf(key);
        if (snapshot !== null)
          void outbox.put(key, snapshot).catch(() => tell('A copy could not be sealed.'));
      }
    }
    send(window(), 'vault.changed', state);
  });
  settings.onChange((changed) => send(window(), 'settings.changed', changed));

  let online = net.isOnline();
  const watchNetwork = setInterval(() => {
    const before = online;
    online = net.isOnline();
    if (online && !before) syncs.networkMayBeBack();
  }, NETWORK_CHECK_MS);
  powerMonitor.on('resume', () => syncs.networkMayBeBack());

  await vault.start();

  return {
    handlers: {
      ...appHandlers,
      ...settingsHandlers(settings),
      ...vaultHandlers(vault, notices.release),
      ...workspaceHandlers(registry, connections, workspaces, sync),
      ...sandboxHandlers(sandbox, registry, connections, workspaces, settings, sync),
      ...syncHandlers(registry, syncs),
      ...cacheHandlers(outbox, workspaces, begin),
      ...listHandlers(workspaces, attestations),
      ...tokenHandlers(connections, workspaces, sync),
      ...attestationHandlers(attestations),
    },
    hasSnapshot: () => workspaces.indexes().length > 0,
    openForPicture: async () => {
      await vault.choose({ protection: 'memory' });
      const open = sandboxHandlers(sandbox, registry, connections, workspaces, settings, sync)[
        'sandbox.open'
      ];
      await open(undefined);
    },
    close: async () => {
      clearInterval(watchNetwork);
      syncs.cancelAll();
      sandbox.stop();
      await settings.flush();
    },
  };
}
