// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../src-renderer/components/Dialog';
import { Menu } from '../../../src-renderer/components/Menu';
import { button, click, mount, one, press, settle } from './list/mount';

/** Style elements in the page: the content security policy refuses them, so nothing may put one in. */
const injectedStyles = () => document.querySelectorAll('style').length;

describe('a dialog', () => {
  it('is modal, named and described, and puts no style element into the page', async () => {
    await mount(
      <Dialog title="Remove Northwind?" description="Nothing changes at Segment." onClose={() => undefined}>
        <p>What is lost</p>
      </Dialog>,
    );
    const dialog = one('[role="dialog"]');
    const text = (id: string | null) => document.getElementById(id ?? '')?.textContent;
    expect(text(dialog.getAttribute('aria-labelledby'))).toBe('Remove Northwind?');
    expect(text(dialog.getAttribute('aria-describedby'))).toBe('Nothing changes at Segment.');
    expect(injectedStyles()).toBe(0);
  });

  it('begins in its first field', async () => {
    await mount(
      <Dialog title="Add" description={null} onClose={() => undefined}>
        <input aria-label="Token" />
      </Dialog>,
    );
    await settle();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Token');
  });

  it('begins on itself without a field, so that Enter presses nothing', async () => {
    await mount(
      <Dialog
        title="Remove?"
        description={null}
        onClose={() => undefined}
        actions={<button type="button">Remove</button>}
      />,
    );
    await settle();
    expect(document.activeElement).toBe(one('[role="dialog"]'));
  });

  it('closes on Esc and on its cross', async () => {
    const onClose = vi.fn();
    await mount(<Dialog title="Keys" description={null} onClose={onClose} />);
    await press(one('[role="dialog"]'), 'Escape');
    await click(button('Close'));
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});

describe('a menu', () => {
  it('opens with the keyboard, does what was chosen, and puts no style element into the page', async () => {
    const onSelect = vi.fn();
    await mount(
      <Menu
        items={[
          { kind: 'action', id: 'sync', label: 'Sync now', onSelect },
          { kind: 'line', id: 'line' },
          { kind: 'action', id: 'off', label: 'Not now', disabled: true, onSelect: () => undefined },
        ]}
      >
        <button type="button">Actions</button>
      </Menu>,
    );
    await press(button('Actions'), 'Enter');
    await settle();
    const items = [...document.querySelectorAll('[role="menuitem"]')];
    expect(items.map((item) => [item.textContent, item.getAttribute('aria-disabled')])).toEqual([
      ['Sync now', null],
      ['Not now', 'true'],
    ]);
    expect(injectedStyles()).toBe(0);
    await click(one('[role="menuitem"]'));
    expect(onSelect).toHaveBeenCalledOnce();
    expect(document.querySelector('[role="menu"]')).toBeNull();
  });
});
