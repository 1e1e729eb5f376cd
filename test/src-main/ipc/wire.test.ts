import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ ipcMain: {} }));
const { answer, failureFrom } = await import('../../../src-main/ipc/wire');
const { Failed } = await import('../../../src-main/storage/failed');

const key = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';

function handlersWith(part: object) {
  return new Proxy(part, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => {
        throw new Error(`no handler ${String(name)}`);
      }),
  }) as never;
}

describe('answer', () => {
  it('hands over parsed input and cuts the answer to the contract', async () => {
    const handlers = handlersWith({
      'tokens.create': (input: { description: string }) => ({
        token: {
          id: 't1',
          description: input.description,
          role: 'Owner',
          type: 'Public API',
          createdBy: 'a',
          createdAt: 'b',
          hash: 'must not leave',
        },
        secret: 's',
      }),
    });
    const reply = await answer(handlers, 'tokens.create', {
      key,
      description: '  for CI ',
      role: 'Owner',
    });
    expect(reply).toEqual({
      ok: true,
      value: {
        token: {
          id: 't1',
          description: 'for CI',
          role: 'Owner',
          type: 'Public API',
          createdBy: 'a',
          createdAt: 'b',
        },
        secret: 's',
      },
    });
  });

  it('refuses wrong input before the handler sees it', async () => {
    const handler = vi.fn();
    const reply = await answer(handlersWith({ 'sync.start': handler }), 'sync.start', {
      key: 'x',
      full: 'yes',
    });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'badInput' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('turns an answer that breaks the contract into an internal failure', async () => {
    const reply = await answer(
      handlersWith({ 'settings.get': () => ({ theme: 'pink' }) }),
      'settings.get',
      undefined,
    );
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
  });

  it('passes on failures and hides defects', async () => {
    expect(failureFrom(new Failed('disk', 'The disk is full.'))).toEqual({
      code: 'disk',
      message: 'The disk is full.',
    });
    const hidden = failureFrom(new Error('token sgp_secret in text'));
    expect(hidden.code).toBe('internal');
    expect(hidden.message).not.toContain('sgp_secret');
    expect(failureFrom('text').code).toBe('internal');
    expect(failureFrom(undefined).code).toBe('internal');
  });
});
