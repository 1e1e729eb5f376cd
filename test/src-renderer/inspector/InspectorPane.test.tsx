// @vitest-environment happy-dom
import type { Inspection, Subject } from '@contract/inspect';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { InspectorPane } from '../../../src-renderer/inspector/InspectorPane';
import { select } from '../../../src-renderer/stores/selection';
import { receiveWorkspaces } from '../../../src-renderer/stores/workspaces';
import type { FakeBridge } from '../../fixtures/fake-bridge';
import { summary, workspaceView } from '../../fixtures/workspace-view';
import { button, click, mount, one, pageText, settle } from '../components/list/mount';
import { grant, holder, member, memberRow, scopes, tokenRow } from './inspections';
import { key, openInspector, prepareInspector } from './open-inspector';

let bridge: FakeBridge;

beforeEach(() => {
  bridge = prepareInspector();
});

/** Opens the inspector on `subject`, about which main answers `inspection`. */
function inspect(inspection: Inspection, subject: Subject = { kind: 'member', id: 'ada' }): Promise<string> {
  return openInspector(bridge, inspection, subject);
}

describe('a member', () => {
  it('has direct grants and those of groups apart, with the group to go on to', async () => {
    const text = await inspect(
      member({
        row: memberRow({ directGrants: 1 }),
        grants: [
          grant({ scope: scopes.all }),
          grant({ scope: scopes.prod, throughGroup: true, holder: holder('group', 'Analysts') }),
        ],
        groups: [{ subject: { kind: 'group', id: 'analysts' }, name: 'Analysts' }],
      }),
    );
    expect(text).toMatch(/Direct grants1Source Adminall current and future sources/);
    expect(text).toMatch(/Group grants1through groupAnalystsSource Adminsources with/);
    expect(one('.through').nextElementSibling?.textContent).toBe('Analysts');
  });

  it('has labels of one grant joined by AND, and grants of one role by OR', async () => {
    await inspect(member({ grants: [grant({ scope: scopes.prodAndTruck }), grant({ scope: scopes.all })] }));
    const pills = one('.pills');
    expect(pills.textContent).toBe('environment:prodANDproduct:truck');
    expect([...document.querySelectorAll('.roleName')].map((each) => each.textContent)).toEqual([
      'Source Admin',
    ]);
    const rows = [...document.querySelectorAll('.scopeRow')].map((each) => each.textContent);
    expect(rows).toEqual([
      'sources withenvironment:prodANDproduct:truckWhat it opens',
      'ORall current and future sourcesWhat it opens',
    ]);
  });

  it('has no OR between grants of two roles', async () => {
    await inspect(
      member({
        grants: [
          grant({ scope: scopes.all }),
          grant({ scope: scopes.all, roleId: 'r2', roleName: 'Source Read-only' }),
        ],
      }),
    );
    expect(document.querySelector('.or')).toBeNull();
  });

  it('says of a resource that is gone that it no longer exists', async () => {
    await inspect(
      member({
        grants: [
          grant({
            scope: {
              kind: 'list',
              resources: [
                { type: 'SOURCE', id: 's1', name: 'Web', exists: true },
                { type: 'SOURCE', id: 's2', name: null, exists: false },
                { type: 'SOURCE', id: 's3', name: null, exists: null },
              ],
            },
          }),
        ],
      }),
    );
    expect(pageText()).toContain('these 3 sources:');
    expect(one('s').textContent).toBe('s2');
    expect(one('.gone').textContent).toContain('no longer exists');
    expect(document.querySelectorAll('s')).toHaveLength(1);
    expect(pageText()).toContain('s3may be gone');
  });

  it('shows a long list of resources in part, and all of it on request', async () => {
    const resources = Array.from({ length: 12 }, (_, index) => ({
      type: 'SOURCE' as const,
      id: `s${index}`,
      name: `Source ${index}`,
      exists: true,
    }));
    await inspect(member({ grants: [grant({ scope: { kind: 'list', resources } })] }));
    expect(pageText()).not.toContain('Source 11');
    await click(button('Show 9 more'));
    expect(pageText()).toContain('Source 11');
  });

  it('whose grants are unknown has the reason, and never none', async () => {
    const text = await inspect(
      member({
        row: memberRow({ roles: null, groups: null, directGrants: null }),
        grants: null,
        groups: null,
        reason: 'The server refused.',
      }),
    );
    expect(text).toContain('Unknown. The server refused.');
    expect(text).not.toMatch(/No role|In no group|Grants0|none|Groups0/);
  });

  it('with part of the grants unknown does not claim that there are no direct ones', async () => {
    const text = await inspect(
      member({
        row: memberRow({ directGrants: null }),
        grants: [grant({ scope: scopes.all, throughGroup: true, holder: holder('group', 'Analysts') })],
        reason: 'This member’s own grants could not be read.',
      }),
    );
    expect(text).toContain('Not everything is known here: This member’s own grants could not be read.');
    expect(text).not.toContain('No role has been granted');
  });

  it('without grants says so', async () => {
    expect(await inspect(member())).toContain('No role has been granted to this member directly.');
  });

  it('with an unknown role or scope says that it is unknown', async () => {
    const text = await inspect(
      member({ grants: [grant({ scope: scopes.unknown, roleKnown: false, roleName: 'Night Porter' })] }),
    );
    expect(text).toContain('unknown role');
    expect(text).toContain('scope unknown');
    expect(text).toContain('The answer named no resource.');
  });
});

describe('links', () => {
  it('lead on inside of the inspector, and back', async () => {
    await inspect(member({ groups: [{ subject: { kind: 'group', id: 'analysts' }, name: 'Analysts' }] }));
    expect(document.querySelector('[aria-label="Back"]')).toBeNull();
    bridge.answer({
      inspect: () => ({
        kind: 'group',
        row: { id: 'analysts', name: 'Analysts', members: 1, invited: 0, roles: [], grants: 0, reach: null },
        grants: [],
        members: [],
        invited: [],
        reason: null,
      }),
    });
    await click(button('Analysts'));
    await settle();
    expect(one('h2').textContent).toBe('Analysts');
    expect(pageText()).toContain('User group');
    bridge.answer({ inspect: () => member() });
    await click(button('Back'));
    await settle();
    expect(one('h2').textContent).toBe('Ada');
    expect(document.querySelector('[aria-label="Back"]')).toBeNull();
  });

  it('show what was selected last, however late the answers come', async () => {
    const answers: ((inspection: Inspection) => void)[] = [];
    bridge.answer({ inspect: () => new Promise((answer) => answers.push(answer)) });
    select(key, 'members', { kind: 'member', id: 'ada' });
    await mount(<InspectorPane />);
    await act(async () => select(key, 'members', { kind: 'member', id: 'ben' }));
    await act(async () => answers[1]?.(member({ row: memberRow({ id: 'ben', name: 'Ben' }) })));
    await act(async () => answers[0]?.(member()));
    expect(one('h2').textContent).toBe('Ben');
  });
});

describe('other things', () => {
  it('an invite has the reason why its permissions are unknown', async () => {
    const text = await inspect(
      {
        kind: 'invite',
        row: memberRow({ kind: 'invite', id: 'new@x.example', name: '', email: 'new@x.example' }),
        groups: [],
        reason: 'The Public API shows the address only.',
      },
      { kind: 'invite', id: 'new@x.example' },
    );
    expect(text).toContain('PermissionsUnknown. The Public API shows the address only.');
    expect(text).not.toMatch(/No role|none/);
  });

  it('a group whose members are unknown does not look empty', async () => {
    const text = await inspect(
      {
        kind: 'group',
        row: {
          id: 'g1',
          name: 'Analysts',
          members: null,
          invited: null,
          roles: null,
          grants: null,
          reach: null,
        },
        grants: null,
        members: null,
        invited: null,
        reason: 'The server refused.',
      },
      { kind: 'group', id: 'g1' },
    );
    expect(text).not.toMatch(/Nobody|grants nothing|Members0|Invited0/);
    expect(text.match(/Unknown\. The server refused\./g)).toHaveLength(3);
  });

  it('what is gone says so', async () => {
    const subject: Subject = { kind: 'member', id: 'ada' };
    expect(await inspect({ kind: 'gone', subject })).toContain('does not have it any more');
  });

  it('a failure says what main said, and asks again', async () => {
    bridge.refuse('inspect', { code: 'internal', message: 'The copy could not be opened.' });
    select(key, 'members', { kind: 'member', id: 'ada' });
    await mount(<InspectorPane />);
    await settle();
    expect(pageText()).toContain('The copy could not be opened.');
    bridge.answer({ inspect: () => member() });
    await click(button('Try again'));
    await settle();
    expect(one('h2').textContent).toBe('Ada');
  });

  it('a token can be revoked by an owner only, and says why not', async () => {
    receiveWorkspaces([workspaceView(1, { snapshot: summary({ tokenRole: 'Member' }) })]);
    const text = await inspect({ kind: 'token', row: tokenRow() }, { kind: 'token', id: 'tok1' });
    expect(text).toContain('Only owners create and revoke tokens');
    expect(button('Revoke this token…').disabled).toBe(true);
  });
});
