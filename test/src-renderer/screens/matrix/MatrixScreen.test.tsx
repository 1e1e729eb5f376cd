// @vitest-environment happy-dom
import type { MatrixView, ResourceHead } from '@contract/matrix';
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { MatrixScreen } from '../../../../src-renderer/screens/matrix/MatrixScreen';
import { showInMatrix } from '../../../../src-renderer/stores/matrix-target';
import { keepSelectionsOf, useSelectionStore } from '../../../../src-renderer/stores/selection';
import type { FakeBridge } from '../../../fixtures/fake-bridge';
import { workspaceKey } from '../../../fixtures/workspace-view';
import {
  button,
  click,
  focus,
  mount,
  one,
  pageText,
  press,
  settle,
  type,
  wait,
} from '../../components/list/mount';
import { prepareScreen } from '../open-screen';
import { FINGERPRINT, memberHead, openedOf, windowOf } from './matrix-answers';

const key = workspaceKey(1);
const AT = `${key} matrix`;

/** A matrix of 200 members and 300 sources; texts and filters leave what `leaves` says. */
function prepare(leaves: (view: MatrixView) => [number, number] = () => [200, 300]): FakeBridge {
  return prepareScreen('matrix').answer({
    'matrix.open': ({ view }) => {
      views.push(view);
      return openedOf(...leaves(view));
    },
    'matrix.window': ({ view, principals, resources }) => {
      const [down, across] = leaves(view);
      return windowOf({ principals, resources }, { principals: down, resources: across });
    },
    'matrix.map': ({ width, height }) => ({
      fingerprint: FINGERPRINT,
      reach: new Uint8Array(width * height),
      unknown: new Uint8Array(width * height),
    }),
    'matrix.find': () => ({ fingerprint: FINGERPRINT, line: 42 }),
    'matrix.place': () => ({ fingerprint: FINGERPRINT, line: 7 }),
    'matrix.line': () => ({
      fingerprint: FINGERPRINT,
      of: 2,
      rows: [memberHead(1), memberHead(9)].map(({ subject, name }) => ({ subject, name })),
    }),
    'app.copy': () => undefined,
  });
}

/** Shows the screen, and lets the tiles come and the mirror follow. */
async function open() {
  await mount(<MatrixScreen />);
  await settle();
  await wait(200);
}

/** What a screen reader hears of the active cell. */
function heard(): string | null {
  const id = one('[role="grid"]').getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent ?? null;
}

const inspected = () => useSelectionStore.getState().inspected[AT]?.subject;

/** The views that were opened, in order. */
const views: MatrixView[] = [];

beforeEach(() => {
  keepSelectionsOf([]);
  views.length = 0;
});

describe('the matrix', () => {
  it('says how much it shows, and mirrors only what is in sight', async () => {
    prepare();
    await open();
    expect(pageText()).toContain('200 members × 300 resources');
    const grid = one('[role="grid"]');
    expect(grid.getAttribute('aria-rowcount')).toBe('201');
    expect(grid.getAttribute('aria-colcount')).toBe('301');
    expect(grid.querySelectorAll('tr').length).toBeLessThan(40);
    expect(heard()).toBe('Member 0, Source 0, admin');
    expect(pageText()).toContain('admin10');
    expect(pageText()).toContain('1 unknown');
  });

  it('asks for few tiles at a time, and for no more than are near', async () => {
    const bridge = prepare();
    await open();
    const asked = bridge.inputsOf('matrix.window');
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(asked[0]).toMatchObject({ principals: { offset: 0, limit: 64 }, draft: [] });
  });

  it('is walked with the keyboard: row, column and level are read', async () => {
    prepare();
    await open();
    const grid = one('[role="grid"]');
    await focus(grid);
    await press(grid, 'ArrowRight');
    expect(heard()).toBe('Member 0, Source 1, read');
    await press(grid, 'ArrowRight');
    expect(heard()).toBe('Member 0, Source 2, unknown, at most admin');
    await press(grid, 'ArrowDown');
    await press(grid, 'End');
    await press(grid, 'Home');
    expect(heard()).toBe('Member 1, Source 0, no access');
    await press(grid, 'ArrowLeft');
    expect(heard()).toBe('Member 1, reaches 0 resources');
    expect(await press(grid, 'Tab')).toBe(false);
  });

  it('explains a cell, and opens what a head names', async () => {
    prepare();
    await open();
    const grid = one('[role="grid"]');
    await press(grid, 'ArrowRight');
    await press(grid, 'Enter');
    expect(inspected()).toEqual({
      kind: 'pair',
      memberId: 'm0',
      resource: { type: 'SOURCE', id: 's1' },
      action: 'view',
    });
    await press(grid, 'ArrowUp');
    await press(grid, 'Enter');
    expect(inspected()).toEqual({ kind: 'resource', id: 'SOURCE:s1' });
  });

  it('goes to the line that typing names', async () => {
    const bridge = prepare();
    await open();
    const grid = one('[role="grid"]');
    await press(grid, 'm');
    await press(grid, 'e');
    await settle();
    expect(bridge.inputsOf('matrix.find')).toMatchObject([{ text: 'm' }, { text: 'me' }]);
    expect(grid.getAttribute('aria-activedescendant')).toBe('matrix-43-1');
  });

  it('swaps rows and columns in the window alone, and keeps the cursor', async () => {
    const bridge = prepare();
    await open();
    await press(one('[role="grid"]'), 'ArrowRight');
    const asked = bridge.inputsOf('matrix.open').length;
    await click(button('Swap axes'));
    await wait(200);
    expect(one('[role="grid"]').getAttribute('aria-rowcount')).toBe('301');
    expect(heard()).toBe('Source 1, Member 0, read');
    expect(bridge.inputsOf('matrix.open')).toHaveLength(asked);
  });

  it('says which filter empties it, and takes it away', async () => {
    prepare(({ principalText, alike }) => (principalText === '' ? [alike ? 20 : 200, 300] : [0, 300]));
    await open();
    await type(one<HTMLInputElement>('input[data-screen-filter]'), 'nobody');
    await wait(120);
    expect(pageText()).toContain('The filters leave nothing');
    await click(button('Remove “members: “nobody””'));
    await wait(200);
    expect(heard()).toBe('Member 0, Source 0, admin');
  });

  it('unfolds a fold, and keeps it open in the view', async () => {
    const fold: ResourceHead = { kind: 'fold', id: '=a', value: 'a', size: 12, open: false };
    const bridge = prepare();
    bridge.answer({
      'matrix.window': (asked) => {
        const answer = windowOf(asked, { principals: 3, resources: 3 });
        return { ...answer, resources: [fold, ...answer.resources.slice(1)] };
      },
    });
    await open();
    const grid = one('[role="grid"]');
    await press(grid, 'ArrowUp');
    expect(heard()).toContain('12 resources, folded');
    await press(grid, 'Enter');
    await settle();
    expect(views.at(-1)?.open).toEqual(['=a']);
  });

  it('lists those alike, and inspects one of them', async () => {
    const bridge = prepare();
    bridge.answer({
      'matrix.window': (asked) => {
        const answer = windowOf(asked, { principals: 3, resources: 3 });
        return {
          ...answer,
          principals: answer.principals.map((head) => ({ ...head, kind: 'alike', size: 2 })),
        };
      },
    });
    await open();
    const grid = one('[role="grid"]');
    await press(grid, 'ArrowLeft');
    expect(heard()).toContain('2 people with the same access');
    await press(grid, 'Enter');
    await settle();
    expect(pageText()).toContain('2 people with the same access');
    await click(button('Member 9'));
    expect(inspected()).toEqual({ kind: 'member', id: 'm9' });
  });

  it('copies what is chosen with its heads, and nothing that a spreadsheet would run', async () => {
    const bridge = prepare();
    bridge.answer({
      'matrix.window': (asked) => {
        const answer = windowOf(asked, { principals: 200, resources: 300 });
        return {
          ...answer,
          principals: answer.principals.map((head) => ({ ...head, name: `=${head.name}` })),
        };
      },
    });
    await open();
    const grid = one('[role="grid"]');
    await press(grid, 'ArrowRight', { shiftKey: true });
    await press(grid, 'ArrowDown', { shiftKey: true });
    await press(grid, 'c', { ctrlKey: true });
    await settle();
    expect(bridge.inputsOf('app.copy')).toEqual([
      { text: "\tSource 0\tSource 1\n'=Member 0\tadmin\tread\n'=Member 1\tno access\tadmin" },
    ]);
  });

  it('goes to what another screen asks it to show, and takes away what hides it', async () => {
    const bridge = prepare();
    bridge.answer({
      'matrix.place': ({ view }) => ({ fingerprint: FINGERPRINT, line: view.resourceText === '' ? 7 : null }),
    });
    await open();
    await type(one<HTMLInputElement>('input[aria-label="Search resources"]'), 'web');
    await wait(120);
    await act(async () => showInMatrix(key, { kind: 'resource', id: 'SOURCE:s7' }));
    await wait(200);
    expect(views.at(-1)?.resourceText).toBe('');
    expect(one('[role="grid"]').getAttribute('aria-activedescendant')).toBe('matrix-0-8');
  });
});
