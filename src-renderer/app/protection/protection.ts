import type { VaultChoice, VaultState } from '@contract/vault';

/** The three ways to keep data on this machine. */
export type Protection = VaultChoice['protection'];

/** The shortest passphrase that main takes. */
export const SHORTEST_PASSPHRASE = 8;

/** What the admin has entered so far. */
export interface ProtectionDraft {
  protection: Protection;
  passphrase: string;
  repeated: string;
}

/** The safest that needs nothing of the admin: the keyring where it really encrypts, else nothing on disk. */
export function proposedProtection({ keyring }: { keyring: boolean }): ProtectionDraft {
  return { protection: keyring ? 'keyring' : 'memory', passphrase: '', repeated: '' };
}

/** What is wrong with the passphrase; `null` when nothing is. */
export function passphraseProblem({
  protection,
  passphrase,
  repeated,
}: ProtectionDraft): { field: 'passphrase' | 'repeated'; message: string } | null {
  if (protection !== 'passphrase') return null;
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    return { field: 'passphrase', message: `Use ${SHORTEST_PASSPHRASE} characters or more.` };
  }
  if (passphrase !== repeated) return { field: 'repeated', message: 'The two are not the same.' };
  return null;
}

/** The draft as main takes it. Ask {@link passphraseProblem} first. */
export function choiceOf({ protection, passphrase }: ProtectionDraft): VaultChoice {
  return protection === 'passphrase' ? { protection, passphrase } : { protection };
}

/** A hint on how well a passphrase withstands guessing. It is a hint: only its length is judged. */
export function strengthWords(passphrase: string): string {
  const { length } = [...passphrase];
  if (length === 0) return 'Four or five unrelated words are good and can be remembered.';
  if (length < SHORTEST_PASSPHRASE) {
    const missing = SHORTEST_PASSPHRASE - length;
    return `${missing} more ${missing === 1 ? 'character' : 'characters'} at least.`;
  }
  if (length < 14) return 'Short: it can be guessed by someone who has the disk. Add another word or two.';
  if (length < 20) return 'Good.';
  return 'Very good.';
}

/** How data is kept now, in words. */
export function protectionWords(state: Extract<VaultState, { kind: 'open' }>): string {
  switch (state.protection) {
    case 'keyring':
      return 'Encrypted on disk; the key is in the system keyring.';
    case 'passphrase':
      return 'Encrypted on disk; the key is locked with your passphrase.';
    case 'memory':
      return 'Nothing is kept on disk.';
  }
}
