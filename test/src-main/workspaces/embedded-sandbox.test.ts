import { EventEmitter } from 'node:events';
import type { SandboxState } from '@contract/channels';
import { describe, expect, it } from 'vitest';
import { createEmbeddedSandbox } from '../../../src-main/workspaces/embedded-sandbox';

const READY = { kind: 'ready', url: 'http://127.0.0.1:4010', workspaces: [{ id: 'w', ownerToken: 't' }] };

class FakeProcess extends EventEmitter {
  killed = false;
  kill() {
    this.killed = true;
    this.emit('exit');
  }
}

function make() {
  const processes: FakeProcess[] = [];
  const states: SandboxState['kind'][] = [];
  const sandbox = createEmbeddedSandbox(
    () => {
      const made = new FakeProcess();
      processes.push(made);
      return made;
    },
    ({ kind }) => states.push(kind),
  );
  return { sandbox, processes, states };
}

describe('the embedded sandbox', () => {
  it('is running once its process says so, and starts only one', async () => {
    const { sandbox, processes, states } = make();
    const first = sandbox.start();
    const second = sandbox.start();
    processes[0]?.emit('message', READY);
    expect((await first).url).toBe(READY.url);
    expect(await second).toBe(await first);
    expect(processes).toHaveLength(1);
    expect(states).toEqual(['starting', 'running']);
  });

  it('rejects the start that a stop interrupts, and can be started again', async () => {
    const { sandbox, processes } = make();
    const interrupted = sandbox.start();
    sandbox.stop();
    await expect(interrupted).rejects.toThrow('stopped while it was starting');
    const again = sandbox.start();
    processes[1]?.emit('message', READY);
    expect((await again).url).toBe(READY.url);
  });

  it('does not believe a process that was stopped', () => {
    const { sandbox, processes, states } = make();
    sandbox.start().catch(() => undefined);
    sandbox.stop();
    processes[0]?.emit('message', READY);
    expect(sandbox.state()).toEqual({ kind: 'stopped', url: null });
    expect(states).toEqual(['starting', 'stopped']);
  });

  it('says when its process dies: failed while starting, stopped later', async () => {
    const { sandbox, processes } = make();
    const failing = sandbox.start();
    processes[0]?.emit('exit');
    await expect(failing).rejects.toThrow();
    expect(sandbox.state().kind).toBe('failed');
    const running = sandbox.start();
    processes[1]?.emit('message', READY);
    await running;
    processes[1]?.emit('exit');
    expect(sandbox.state().kind).toBe('stopped');
  });

  it('says nothing when there is nothing to stop', () => {
    const { sandbox, states } = make();
    sandbox.stop();
    expect(states).toEqual([]);
  });
});
