import { ContextMenu as Context, DropdownMenu as Dropdown } from 'radix-ui';
import type { ReactElement } from 'react';
import { classNames } from './class-names';
import { Kbd } from './Kbd';
import styles from './Menu.module.css';
import type { MenuItem } from './menu-items';

/*
 * Both menus are opened with `modal={false}`: a modal Radix menu locks scrolling
 * with a style element, which the content security policy refuses.
 */

/** A menu that opens from a button. `children` is that button. */
export function Menu({
  items,
  align = 'start',
  children,
}: {
  items: MenuItem[];
  align?: 'start' | 'end';
  children: ReactElement;
}) {
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger asChild>{children}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop>
          {items.map((item) => menuPart(item, Dropdown))}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

/** A menu that opens on a right click, or on the menu key, over `children`. */
export function ContextMenu({ items, children }: { items: MenuItem[]; children: ReactElement }) {
  return (
    <Context.Root modal={false}>
      <Context.Trigger asChild>{children}</Context.Trigger>
      <Context.Portal>
        <Context.Content className={styles.menu} collisionPadding={8} loop>
          {items.map((item) => menuPart(item, Context))}
        </Context.Content>
      </Context.Portal>
    </Context.Root>
  );
}

type Parts = Pick<typeof Dropdown, 'Item' | 'Separator' | 'Label'>;

function menuPart(item: MenuItem, { Item, Separator, Label }: Parts) {
  switch (item.kind) {
    case 'line':
      return <Separator key={item.id} className={styles.line} />;
    case 'heading':
      return (
        <Label key={item.id} className={styles.heading}>
          {item.label}
        </Label>
      );
    case 'action':
      return (
        <Item
          key={item.id}
          className={classNames(styles.item, item.danger === true && styles.danger)}
          disabled={item.disabled ?? false}
          onSelect={item.onSelect}
        >
          <span className={styles.icon} aria-hidden="true">
            {item.icon}
          </span>
          <span className={styles.label}>{item.label}</span>
          {item.keys === undefined ? null : <Kbd keys={item.keys} />}
        </Item>
      );
  }
}
