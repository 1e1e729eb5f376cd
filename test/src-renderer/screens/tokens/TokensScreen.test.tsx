// @vitest-environment happy-dom
import type { Attestation } from '@contract/attestations';
import type { ListPage } from '@contract/lists';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { InspectorPane } from '../../../../src-renderer/inspector/InspectorPane';
import { TokensScreen } from '../../../../src-renderer/screens/tokens/TokensScreen';
import { closeTokenDialog } from '../../../../src-renderer/screens/tokens/token-dialogs';
import { summary, workspaceKey, workspaceView } from '../../../fixtures/workspace-view';
import { button, click, one, pageText, settle, type } from '../../components/list/mount';
import { tokenRow } from '../../inspector/inspections';
import { cellsOf, openScreen, prepareScreen } from '../open-screen';

const key = workspaceKey(1);
const SECRET = 'sgp_thisIsTheSecretOfTheToken';

function page(changes: Partial<ListPage<'tokens'>> = {}): ListPage<'tokens'> {
  const rows = [tokenRow({ id: 'tok0', description: 'Gatehouse', ours: true }), tokenRow()];
  return { fingerprint: 'f', total: 2, matched: 2, offset: 0, rows, unknown: null, ...changes };
}

function submit(): Promise<void> {
  return act(async () => one<HTMLFormElement>('form').requestSubmit());
}

beforeEach(() => closeTokenDialog());

describe('tokens that the workspace shows', () => {
  it('are listed, with the one that Gatehouse uses marked', async () => {
    prepareScreen('tokens').answer({ 'lists.tokens': () => page() });
    await openScreen(<TokensScreen />);
    expect(cellsOf(0)[0]).toBe('Gatehouseused by Gatehouse');
    expect(cellsOf(1).slice(0, 4)).toEqual([
      'Terraform in CI',
      'Owner',
      'Public API',
      'ada@northwind.example',
    ]);
  });

  it('are created with description and role, and the secret is shown once', async () => {
    const bridge = prepareScreen('tokens').answer({
      'lists.tokens': () => page(),
      'tokens.create': ({ description, role }) => {
        const { ours: _ours, ...token } = tokenRow({ id: 'tok9', description, role });
        return { token, secret: SECRET };
      },
    });
    await openScreen(<TokensScreen />);
    await click(button('Create token'));
    await type(one<HTMLInputElement>('form input'), 'Nightly export');
    await submit();
    await settle();
    expect(bridge.inputsOf('tokens.create')).toEqual([
      { key, description: 'Nightly export', role: 'Member' },
    ]);
    expect(pageText()).toContain(SECRET);
    expect(pageText()).toContain('it will not be shown again');

    await click(button('I have stored it'));
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    await click(button('Create token'));
    expect(one<HTMLInputElement>('form input').value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
  });

  it('keep the form when main refuses, and say why', async () => {
    prepareScreen('tokens')
      .answer({ 'lists.tokens': () => page() })
      .refuse('tokens.create', { code: 'unauthorized', message: 'Only owners create tokens.' });
    await openScreen(<TokensScreen />);
    await click(button('Create token'));
    await type(one<HTMLInputElement>('form input'), 'Nightly export');
    await submit();
    await settle();
    expect(pageText()).toContain('Only owners create tokens.');
    expect(one<HTMLInputElement>('form input').value).toBe('Nightly export');
  });

  it('are not changed with a member’s token, and the reason is said in words', async () => {
    const snapshot = summary({ tokenRole: 'Member' });
    prepareScreen('tokens', workspaceView(1, { snapshot })).answer({ 'lists.tokens': () => page() });
    await openScreen(<TokensScreen />);
    expect(button('Create token').disabled).toBe(true);
    expect(pageText()).toContain('Only owners create and revoke tokens');
  });
});

describe('revoking', () => {
  async function openRevoke(ours: boolean) {
    const row = tokenRow({ ours });
    const bridge = prepareScreen('tokens').answer({
      'lists.tokens': () => page({ rows: [row], total: 1, matched: 1 }),
      inspect: () => ({ kind: 'token', row }),
      'tokens.revoke': () => undefined,
    });
    await openScreen(
      <>
        <TokensScreen />
        <InspectorPane />
      </>,
    );
    await click(one('tr[data-index="0"] td'));
    await settle();
    await click(button('Revoke this token…'));
    return bridge;
  }

  it('asks once for a token of another program', async () => {
    const bridge = await openRevoke(false);
    expect(pageText()).toContain('Every program that uses it stops working at once.');
    expect(bridge.inputsOf('tokens.revoke')).toEqual([]);
    await click(button('Revoke token'));
    await settle();
    expect(bridge.inputsOf('tokens.revoke')).toEqual([{ key, id: 'tok1' }]);
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  it('warns about the token in use, and wants a word typed', async () => {
    const bridge = await openRevoke(true);
    expect(pageText()).toContain('Gatehouse itself uses this token. Once it is revoked');
    expect(button('Revoke token').disabled).toBe(true);
    await type(one<HTMLInputElement>('[role="dialog"] input'), 'revok');
    expect(button('Revoke token').disabled).toBe(true);
    await type(one<HTMLInputElement>('[role="dialog"] input'), 'revoke');
    await click(button('Revoke token'));
    expect(bridge.inputsOf('tokens.revoke')).toEqual([{ key, id: 'tok1' }]);
  });
});

describe('tokens that the workspace does not show', () => {
  const reason = 'Segment’s Public API has no endpoint for tokens.';
  const unknown = () => page({ total: 0, matched: 0, rows: [], unknown: reason });

  it('are unknown with the reason, and lead to Segment’s own page', async () => {
    const bridge = prepareScreen('tokens').answer({
      'lists.tokens': unknown,
      'attestations.list': () => [],
      'app.openLink': () => undefined,
    });
    await openScreen(<TokensScreen />);
    await settle();
    expect(pageText()).toContain(reason);
    expect(pageText()).not.toMatch(/No tokens|Tokens ?0/);
    await click(button('Open the tokens in Segment'));
    expect(bridge.inputsOf('app.openLink')).toEqual([{ to: 'tokens', slug: 'northwind-1' }]);
  });

  it('can be spoken for by the admin, with date and name, until that is withdrawn', async () => {
    const said = '3 tokens, all known; checked with Priya';
    let kept: Attestation[] = [];
    const bridge = prepareScreen('tokens').answer({
      'lists.tokens': unknown,
      'attestations.list': () => kept,
      'attestations.set': ({ statement }) => {
        if (statement.subject !== 'tokens') throw new Error('not about tokens');
        const attestation = { key, statement, by: 'ada@northwind.example', at: '2026-11-23T12:00:00.000Z' };
        kept = [attestation];
        return attestation;
      },
      'attestations.clear': () => {
        kept = [];
        return undefined;
      },
    });
    await openScreen(<TokensScreen />);
    await settle();
    await type(one<HTMLTextAreaElement>('textarea'), said);
    await submit();
    await settle();
    expect(bridge.inputsOf('attestations.set')).toEqual([
      { key, statement: { subject: 'tokens', value: said } },
    ]);
    expect(pageText()).toContain(said);
    expect(pageText()).toContain('Stated by ada@northwind.example');
    expect(one('time').getAttribute('datetime')).toBe('2026-11-23T12:00:00.000Z');
    await click(button('Withdraw'));
    await settle();
    expect(bridge.inputsOf('attestations.clear')).toEqual([{ key, subject: 'tokens', spaceId: null }]);
    expect(pageText()).not.toContain(said);
  });
});
