import { RadioCards } from '../../components/RadioCards';
import { TextField } from '../../components/TextField';
import styles from './ProtectionChoice.module.css';
import { type ProtectionDraft, passphraseProblem, strengthWords } from './protection';

/** Where data is kept on this machine: the keyring, a passphrase, or nowhere. */
export function ProtectionChoice({
  keyring,
  backend,
  draft,
  showProblem,
  disabled,
  onChange,
}: {
  /** Whether the system has a keyring that really encrypts. */
  keyring: boolean;
  /** The system's own word for its keyring; `null` where it is not told. */
  backend: string | null;
  draft: ProtectionDraft;
  /** Set once the admin wanted to go on: then what is wrong is said. */
  showProblem: boolean;
  disabled: boolean;
  onChange: (draft: ProtectionDraft) => void;
}) {
  const problem = showProblem ? passphraseProblem(draft) : null;
  const system = backend === null ? '' : ` (${backend})`;
  return (
    <RadioCards
      label="Where data is kept"
      value={draft.protection}
      disabled={disabled}
      onChange={(protection) => onChange({ ...draft, protection })}
      cards={[
        {
          value: 'keyring',
          title: 'System keyring',
          text: `Tokens and copies are encrypted on disk. The key is in the keyring of this system${system}: no extra passphrase, as long as you are signed in.`,
          unavailable: keyring
            ? null
            : `This system has no keyring that encrypts${system}. A key kept there could be read by anyone with the disk.`,
        },
        {
          value: 'passphrase',
          title: 'Passphrase',
          text: 'Tokens and copies are encrypted on disk with a passphrase that Gatehouse asks for at each start. A lost one cannot be recovered.',
          more: (
            <div className={styles.fields}>
              <TextField
                label="Passphrase"
                type="password"
                autoComplete="new-password"
                value={draft.passphrase}
                disabled={disabled}
                hint={strengthWords(draft.passphrase)}
                error={problem?.field === 'passphrase' ? problem.message : null}
                onChange={(event) => onChange({ ...draft, passphrase: event.target.value })}
              />
              <TextField
                label="Once more"
                type="password"
                autoComplete="new-password"
                value={draft.repeated}
                disabled={disabled}
                error={problem?.field === 'repeated' ? problem.message : null}
                onChange={(event) => onChange({ ...draft, repeated: event.target.value })}
              />
            </div>
          ),
        },
        {
          value: 'memory',
          title: 'Keep nothing on disk',
          text: 'Everything is gone when you quit: you connect your workspaces again at the next start, and there is nothing to read while offline after that.',
        },
      ]}
    />
  );
}
