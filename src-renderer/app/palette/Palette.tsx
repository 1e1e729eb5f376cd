import * as Parts from '@radix-ui/react-dialog';
import { Command } from 'cmdk';
import { CircleAlert, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { HiddenText } from '../../components/HiddenText';
import { Kbd } from '../../components/Kbd';
import { goToSubject, goToWorkspace } from '../../stores/navigation';
import { useWorkspaceAtHand } from '../../stores/selected-workspace';
import { useWorkspaces } from '../../stores/workspaces';
import styles from './Palette.module.css';
import { PaletteLine } from './PaletteLine';
import { paletteActions } from './palette-actions';
import { type PaletteEntry, paletteGroups } from './palette-groups';
import { hitsOf, PALETTE_LIMIT, type PaletteHits, usePaletteHits } from './use-palette-hits';

/** Finds any member, group, resource, label or role of all workspaces, and does anything. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const found = usePaletteHits(text);
  const groups = paletteGroups(text, {
    hits: hitsOf(found),
    workspaces: useWorkspaces(),
    actions: paletteActions(useWorkspaceAtHand()),
  });
  // What is found comes after the text was typed: Enter must take the first line that is seen, not the first that was.
  const first = groups[0]?.entries[0]?.value ?? '';
  useEffect(() => setChosen(first), [first]);

  const run = (entry: PaletteEntry) => {
    // First close: what runs may open a dialog of its own.
    onClose();
    switch (entry.kind) {
      case 'hit':
        return goToSubject(entry.hit.key, { kind: entry.hit.kind, id: entry.hit.id });
      case 'workspace':
        return goToWorkspace(entry.workspace.key);
      case 'action':
        return entry.action.run();
    }
  };

  return (
    <Parts.Root open onOpenChange={(open) => !open && onClose()}>
      <Parts.Portal>
        <div className={styles.veil}>
          <Parts.Content className={styles.palette} aria-describedby={undefined}>
            <HiddenText>
              <Parts.Title>Find anything</Parts.Title>
            </HiddenText>
            <Command shouldFilter={false} label="Find anything" loop value={chosen} onValueChange={setChosen}>
              <div className={styles.search}>
                <Search aria-hidden="true" />
                <Command.Input
                  className={styles.input}
                  placeholder="A person, group, resource, label, role, or what to do"
                  value={text}
                  onValueChange={setText}
                />
                <Kbd keys="esc" />
              </div>
              <Command.List className={styles.list} label="Found">
                {groups.map(({ heading, entries }) => (
                  <Command.Group key={heading} heading={heading} className={styles.group}>
                    {entries.map((entry) => (
                      <PaletteLine key={entry.value} entry={entry} onSelect={() => run(entry)} />
                    ))}
                  </Command.Group>
                ))}
              </Command.List>
              <div className={styles.foot} role="status">
                <Foot found={found} nothing={groups.length === 0} />
              </div>
            </Command>
          </Parts.Content>
        </div>
      </Parts.Portal>
    </Parts.Root>
  );
}

function Foot({ found, nothing }: { found: PaletteHits; nothing: boolean }) {
  switch (found.kind) {
    case 'none':
      return 'Searches all workspaces that have been read.';
    case 'failed':
      return (
        <span className={styles.failed}>
          <CircleAlert size={14} aria-hidden="true" />
          {found.failure.message}
        </span>
      );
    case 'searching':
      return found.hits.length === 0 ? 'Searching…' : foundWords(found.hits.length);
    case 'found':
      if (nothing) return 'Nothing found. Workspaces that have not been read yet are not searched.';
      return foundWords(found.hits.length);
  }
}

function foundWords(amount: number): string {
  if (amount === 0) return 'Nothing of this name in your workspaces.';
  if (amount < PALETTE_LIMIT) return `${amount} found.`;
  return `The ${amount} best matches. Type more to narrow them down.`;
}
