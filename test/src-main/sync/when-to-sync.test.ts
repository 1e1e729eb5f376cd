import type { SandboxState } from '@contract/channels';
import type { Endpoint } from '@contract/workspaces';
import { describe, expect, it } from 'vitest';
import { createWhenToSync } from '../../../src-main/sync/when-to-sync';

function make(endpoints: Record<string, Endpoint>, stopped = false) {
  const did: string[] = [];
  let state: SandboxState = { kind: 'stopped', url: null };
  let finish: (works: boolean) => void = () => undefined;
  const when = createWhenToSync(
    {
      connected: () => Object.entries(endpoints).map(([key, endpoint]) => ({ key, endpoint })),
      syncs: {
        start: (key) => did.push(`start ${key}`),
        cancel: (key) => did.push(`cancel ${key}`),
        networkMayBeBack: () => did.push('back'),
      },
      sandbox: {
        state: () => state,
        start: () => {
          did.push('sandbox');
          return new Promise((resolve, reject) => {
            finish = (works) => (works ? resolve(undefined) : reject(new Error('no')));
          });
        },
      },
      sandboxStopped: () => stopped,
    },
    true,
  );
  return {
    when,
    did,
    runs: () => {
      state = { kind: 'running', url: 'http://127.0.0.1:1' };
    },
    finish: async (works: boolean) => {
      finish(works);
      await new Promise((done) => setTimeout(done));
    },
  };
}

const US: Endpoint = { kind: 'us' };
const SANDBOX: Endpoint = { kind: 'sandbox' };
const HERE: Endpoint = { kind: 'custom', url: 'http://127.0.0.1:4010' };
const PROXY: Endpoint = { kind: 'custom', url: 'https://segment.example.com' };

describe('when to sync', () => {
  it('reads everything at the start, and the sandbox’s own once that runs', async () => {
    const { when, did, finish } = make({ a: US, b: SANDBOX });
    when.begin();
    expect(did).toEqual(['start a', 'sandbox']);
    await finish(true);
    expect(did).toEqual(['start a', 'sandbox', 'start b']);
  });

  it('tries the sandbox’s own all the same when it does not start: that says so', async () => {
    const { when, did, finish } = make({ b: SANDBOX });
    when.begin();
    await finish(false);
    expect(did).toEqual(['sandbox', 'start b']);
  });

  it('leaves a sandbox stopped that the admin stopped, and does not start a running one again', () => {
    const stopped = make({ b: SANDBOX }, true);
    stopped.when.begin();
    expect(stopped.did).toEqual(['start b']);
    const running = make({ b: SANDBOX });
    running.runs();
    running.when.begin();
    expect(running.did).toEqual(['start b']);
  });

  it('notices that the network went, and that it is back; what is on this machine does not care', () => {
    const { when, did } = make({ a: US, b: SANDBOX, c: HERE, d: PROXY });
    when.network(true);
    expect(did).toEqual([]);
    when.network(false);
    expect(did).toEqual(['start a', 'start d']);
    when.network(false);
    expect(did).toHaveLength(2);
    when.network(true);
    expect(did.at(-1)).toBe('back');
  });

  it('says that the sandbox’s own are offline when it stops', () => {
    const { when, did } = make({ a: US, b: SANDBOX });
    when.sandboxChanged({ kind: 'starting', url: null });
    expect(did).toEqual([]);
    when.sandboxChanged({ kind: 'stopped', url: null });
    expect(did).toEqual(['cancel b', 'start b']);
  });

  it('begins nothing while the app closes', () => {
    const { when, did } = make({ a: US, b: SANDBOX });
    when.close();
    when.begin();
    when.network(false);
    when.sandboxChanged({ kind: 'stopped', url: null });
    expect(did).toEqual([]);
  });
});
