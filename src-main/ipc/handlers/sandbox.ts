import type { SettingsStore } from '../../settings/settings-store';
import { Failed } from '../../storage/failed';
import { addSandboxWorkspaces } from '../../workspaces/add-workspace';
import type { Connections } from '../../workspaces/connections';
import type { EmbeddedSandbox } from '../../workspaces/embedded-sandbox';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { WorkspaceRegistry } from '../../workspaces/registry';
import type { Handlers } from '../wire';

/** The embedded demo server. `sync` starts to read a workspace. */
export function sandboxHandlers(
  sandbox: EmbeddedSandbox,
  registry: WorkspaceRegistry,
  connections: Connections,
  workspaces: OpenWorkspaces,
  settings: SettingsStore,
  sync: (key: string) => void,
): Pick<Handlers, 'sandbox.state' | 'sandbox.open' | 'sandbox.stop'> {
  const open = async () => {
    // Says so when the vault is locked, before anything starts.
    registry.list();
    settings.set({ sandboxStopped: false });
    const ready = await sandbox.start().catch(() => {
      throw new Failed('internal', 'The sandbox did not start. Try again; if it stays, restart Gatehouse.');
    });
    await addSandboxWorkspaces(registry, connections, ready);
    const keys = registry.list().filter(({ endpoint }) => endpoint.kind === 'sandbox');
    for (const { key } of keys) sync(key);
    return keys.map(({ key }) => workspaces.view(key));
  };
  /** Two that ask at once get the same answer, and each workspace is connected once. */
  let opening: ReturnType<typeof open> | null = null;

  return {
    'sandbox.state': () => sandbox.state(),
    'sandbox.open': () => {
      opening ??= open().finally(() => {
        opening = null;
      });
      return opening;
    },
    'sandbox.stop': () => {
      settings.set({ sandboxStopped: true });
      sandbox.stop();
      return sandbox.state();
    },
  };
}
