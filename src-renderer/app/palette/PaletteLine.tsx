import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { Kbd } from '../../components/Kbd';
import { Monogram } from '../../components/Monogram';
import { useNow } from '../../components/use-now';
import { SubjectIcon } from '../../inspector/SubjectIcon';
import { standingOf } from '../../stores/workspace-state';
import styles from './Palette.module.css';
import { type PaletteEntry, titleOf } from './palette-groups';

/** One line of the palette. */
export function PaletteLine({ entry, onSelect }: { entry: PaletteEntry; onSelect: () => void }) {
  const keys = keysOf(entry);
  return (
    <Command.Item value={entry.value} className={styles.item} onSelect={onSelect}>
      <span className={styles.icon} aria-hidden="true">
        <Icon entry={entry} />
      </span>
      <span className={styles.title}>{titleOf(entry)}</span>
      <span className={styles.detail}>{detailOf(entry)}</span>
      {entry.kind === 'hit' ? <span className={styles.end}>{entry.hit.workspace}</span> : null}
      {keys === null ? null : <Kbd keys={keys} />}
    </Command.Item>
  );
}

function Icon({ entry }: { entry: PaletteEntry }): ReactNode {
  const now = useNow();
  switch (entry.kind) {
    case 'hit':
      return <SubjectIcon subject={{ kind: entry.hit.kind, id: entry.hit.id }} />;
    case 'workspace': {
      const { name, id } = entry.workspace;
      return <Monogram name={name} id={id} state={standingOf(entry.workspace, now)} size={20} />;
    }
    case 'action':
      return entry.action.icon;
  }
}

function detailOf(entry: PaletteEntry): string {
  switch (entry.kind) {
    case 'hit':
      return entry.hit.detail;
    case 'workspace':
      return entry.workspace.email;
    case 'action':
      return '';
  }
}

function keysOf(entry: PaletteEntry): string | null {
  switch (entry.kind) {
    case 'hit':
      return null;
    case 'workspace':
      return entry.index < 9 ? `mod+${entry.index + 1}` : null;
    case 'action':
      return entry.action.keys ?? null;
  }
}
