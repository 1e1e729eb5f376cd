import type { PaletteHit } from '@contract/lists';
import * as Parts from '@radix-ui/react-dialog';
import { Command } from 'cmdk';
import { CircleAlert, Mail, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { HiddenText } from '../../components/HiddenText';
import { Kbd } from '../../components/Kbd';
import { Monogram } from '../../components/Monogram';
import { useNow } from '../../components/use-now';
import { goToSubject, goToWorkspace } from '../../stores/navigation';
import { screenOf } from '../../stores/screen-names';
import { useWorkspaceAtHand } from '../../stores/selected-workspace';
import { standingOf } from '../../stores/workspace-state';
import { useWorkspaces } from '../../stores/workspaces';
import { SCREEN_ENTRIES } from '../screen-entries';
import styles from './Palette.module.css';
import { type PaletteAction, paletteActions } from './palette-actions';
import { hitsOf, usePaletteHits } from './use-palette-hits';
import { wordsMatch } from './word-match';

/** Finds any member, group, resource, label or role of all workspaces, and does anything. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const found = usePaletteHits(text);
  const now = useNow();
  const workspaces = useWorkspaces();
  const actions = paletteActions(useWorkspaceAtHand()).filter(({ title, also }) =>
    wordsMatch(text, `${title} ${also}`),
  );
  const named = workspaces.filter(({ name, slug }) => wordsMatch(text, `${name} ${slug} workspace`));
  const hits = hitsOf(found);
  const nothing = actions.length + named.length + hits.length === 0;
  const doAndClose = (run: () => void) => () => {
    // First close: what runs may open a dialog of its own.
    onClose();
    run();
  };

  return (
    <Parts.Root open onOpenChange={(open) => !open && onClose()}>
      <Parts.Portal>
        <div className={styles.veil}>
          <Parts.Content className={styles.palette} aria-describedby={undefined}>
            <HiddenText>
              <Parts.Title>Find anything</Parts.Title>
            </HiddenText>
            <Command shouldFilter={false} label="Find anything" loop>
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
                {hits.length === 0 ? null : (
                  <Command.Group heading="In your workspaces" className={styles.group}>
                    {hits.map((hit) => (
                      <Hit
                        key={`${hit.key} ${hit.kind} ${hit.id}`}
                        hit={hit}
                        onSelect={doAndClose(() => goToSubject(hit.key, { kind: hit.kind, id: hit.id }))}
                      />
                    ))}
                  </Command.Group>
                )}
                {named.length === 0 ? null : (
                  <Command.Group heading="Workspaces" className={styles.group}>
                    {named.map((workspace) => (
                      <Entry
                        key={workspace.key}
                        value={`workspace ${workspace.key}`}
                        icon={
                          <Monogram
                            name={workspace.name}
                            id={workspace.id}
                            state={standingOf(workspace, now)}
                            size={20}
                          />
                        }
                        title={workspace.name}
                        detail={workspace.email}
                        keys={keysOf(workspaces.indexOf(workspace))}
                        onSelect={doAndClose(() => goToWorkspace(workspace.key))}
                      />
                    ))}
                  </Command.Group>
                )}
                {actions.length === 0 ? null : (
                  <Command.Group heading="Actions" className={styles.group}>
                    {actions.map((action: PaletteAction) => (
                      <Entry
                        key={action.id}
                        value={`action ${action.id}`}
                        icon={action.icon}
                        title={action.title}
                        detail=""
                        keys={action.keys ?? null}
                        onSelect={doAndClose(action.run)}
                      />
                    ))}
                  </Command.Group>
                )}
              </Command.List>
              <div className={styles.foot} role="status">
                {found.kind === 'failed' ? (
                  <span className={styles.failed}>
                    <CircleAlert size={14} aria-hidden="true" />
                    {found.failure.message}
                  </span>
                ) : (
                  footWords(found.kind, hits.length, nothing)
                )}
              </div>
            </Command>
          </Parts.Content>
        </div>
      </Parts.Portal>
    </Parts.Root>
  );
}

function footWords(kind: 'none' | 'searching' | 'found', hits: number, nothing: boolean): string {
  if (kind === 'none') return 'Searches all workspaces that have been read.';
  if (kind === 'searching' && hits === 0) return 'Searching…';
  if (nothing) return 'Nothing found. Workspaces that have not been read yet are not searched.';
  if (hits === 0) return 'Nothing of this name in your workspaces.';
  return hits === 30 ? 'The 30 best matches. Type more to narrow them down.' : `${hits} found.`;
}

function keysOf(index: number): string | null {
  return index < 9 ? `mod+${index + 1}` : null;
}

function Hit({ hit, onSelect }: { hit: PaletteHit; onSelect: () => void }) {
  return (
    <Entry
      value={`${hit.kind} ${hit.key} ${hit.id}`}
      icon={hit.kind === 'invite' ? <Mail /> : SCREEN_ENTRIES[screenOf(hit.kind)].icon}
      title={hit.title}
      detail={hit.detail}
      end={hit.workspace}
      keys={null}
      onSelect={onSelect}
    />
  );
}

function Entry({
  value,
  icon,
  title,
  detail,
  end,
  keys,
  onSelect,
}: {
  value: string;
  icon: ReactNode;
  title: string;
  detail: string;
  end?: string;
  keys: string | null;
  onSelect: () => void;
}) {
  return (
    <Command.Item value={value} className={styles.item} onSelect={onSelect}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.title}>{title}</span>
      <span className={styles.detail}>{detail}</span>
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
      {keys === null ? null : <Kbd keys={keys} />}
    </Command.Item>
  );
}
