// @vitest-environment happy-dom
import type { ListPage, MemberRow } from '@contract/lists';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useWindowedList } from '../../../../src-renderer/components/list/use-windowed-list';
import { type FakeBridge, installFakeBridge, Refusal } from '../../../fixtures/fake-bridge';
import { workspaceKey } from '../../../fixtures/workspace-view';
import { mount, pageText, settle } from './mount';

type Members = ListPage<'members'>;

let bridge: FakeBridge;
/** What main has not answered yet, by what was searched for. */
let waiting: Map<string, { answer: (page: Members) => void; fail: () => void }>;

beforeEach(() => {
  bridge = installFakeBridge();
  waiting = new Map();
  bridge.answer({
    'lists.members': ({ text, key }) =>
      new Promise((answer, reject) => {
        const fail = () => reject(new Refusal({ code: 'internal', message: 'it broke' }));
        waiting.set(`${key === workspaceKey(1) ? '' : 'other '}${text}`, { answer, fail });
      }),
  });
});

function row(name: string): MemberRow {
  return {
    kind: 'member',
    id: name,
    name,
    email: '',
    owner: false,
    roles: [],
    rolesComplete: true,
    groups: 0,
    directGrants: 0,
    reach: null,
  };
}

function page(name: string, fingerprint = 'f1'): Members {
  return {
    fingerprint,
    total: 212,
    matched: 38,
    offset: 0,
    rows: [row(name)],
    unknown: null,
    counts: { members: 200, invites: 12, owners: 3 },
  };
}

async function answer(text: string, with_: Members) {
  await act(async () => {
    waiting.get(text)?.answer(with_);
    await Promise.resolve();
  });
  await settle();
}

function List({ text, fingerprint = 'f1', n = 1 }: { text: string; fingerprint?: string; n?: number }) {
  const { view, retry } = useWindowedList(
    'members',
    { key: workspaceKey(n), text, sort: null, show: 'all' },
    fingerprint,
  );
  if (view.kind === 'failed') {
    return (
      <button type="button" onClick={retry}>
        {view.failure.message}
      </button>
    );
  }
  if (view.kind !== 'shown') return <p>{view.kind}</p>;
  return (
    <p>
      {view.rowAt(0)?.name} {view.head.matched} of {view.head.total} {view.renewing ? 'renewing' : 'still'}
    </p>
  );
}

describe('a list of main', () => {
  it('asks for the first hundred rows and shows them', async () => {
    await mount(<List text="" />);
    expect(pageText()).toBe('loading');
    expect(bridge.inputsOf('lists.members')).toEqual([
      { key: workspaceKey(1), text: '', sort: null, show: 'all', offset: 0, limit: 100 },
    ]);
    await answer('', page('Ada'));
    expect(pageText()).toBe('Ada 38 of 212 still');
  });

  it('asks once, however often the screen is drawn', async () => {
    const { render } = await mount(<List text="" />);
    await render(<List text="" />);
    await answer('', page('Ada'));
    await render(<List text="" />);
    expect(bridge.calls).toHaveLength(1);
  });

  it('keeps the old rows while the admin types', async () => {
    const { render } = await mount(<List text="" />);
    await answer('', page('Ada'));
    await render(<List text="b" />);
    expect(pageText()).toBe('Ada 38 of 212 renewing');
    await answer('b', page('Ben'));
    expect(pageText()).toBe('Ben 38 of 212 still');
  });

  it('shows the answer to the last question, in whatever order answers come', async () => {
    const { render } = await mount(<List text="" />);
    await answer('', page('Ada'));
    await render(<List text="b" />);
    await render(<List text="be" />);
    await answer('be', page('Beatrix'));
    await answer('b', page('Ben'));
    expect(pageText()).toBe('Beatrix 38 of 212 still');
  });

  it('asks anew when the workspace has new data', async () => {
    const { render } = await mount(<List text="" />);
    await answer('', page('Ada'));
    await render(<List text="" fingerprint="f2" />);
    expect(bridge.calls).toHaveLength(2);
    expect(pageText()).toBe('Ada 38 of 212 renewing');
    await answer('', page('Zoe', 'f2'));
    expect(pageText()).toBe('Zoe 38 of 212 still');
  });

  it('does not show one workspace under the name of another', async () => {
    const { render } = await mount(<List text="" />);
    await answer('', page('Ada'));
    await render(<List text="" n={2} />);
    expect(pageText()).toBe('loading');
    await answer('other ', page('Xenia', 'f9'));
    expect(pageText()).toContain('Xenia');
  });

  it('says what main said when it fails, and asks again', async () => {
    await mount(<List text="" />);
    await act(async () => {
      waiting.get('')?.fail();
    });
    await settle();
    expect(pageText()).toBe('it broke');
    await act(async () => document.querySelector('button')?.click());
    await answer('', page('Ada'));
    expect(pageText()).toContain('Ada');
  });

  it('drops what comes after the screen is gone', async () => {
    const { unmount } = await mount(<List text="" />);
    await unmount();
    await answer('', page('Ada'));
    expect(pageText()).toBe('');
  });
});
