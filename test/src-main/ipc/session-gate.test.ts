import { beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../../../src-main/ipc/wire';

const registered = new Map<string, (event: unknown, input: unknown) => unknown>();

vi.mock('electron', () => ({
  ipcMain: {
    handle: (name: string, answer: (event: unknown, input: unknown) => unknown) =>
      registered.set(name, answer),
  },
}));
vi.mock('../../../src-main/ipc/sender', () => ({ isTrusted: (event: unknown) => event === 'ours' }));

beforeEach(() => registered.clear());

it('a session is judged before the call is answered, and not for strangers', async () => {
  const order: string[] = [];
  const handlers = new Proxy(
    {},
    {
      get: () => () => {
        order.push('answered');
        return undefined;
      },
    },
  );
  Reflect.apply(connect, undefined, [handlers, () => null, null, () => order.push('judged')]);
  await registered.get('gatehouse:session.touch')?.('ours', undefined);
  expect(order).toEqual(['judged', 'answered']);
  expect(await registered.get('gatehouse:session.touch')?.('stranger', undefined)).toMatchObject({
    ok: false,
    failure: { code: 'refused' },
  });
  expect(order).toHaveLength(2);
});
