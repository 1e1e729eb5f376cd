import { create } from 'zustand';
import { call, failureOf } from '../api/bridge';
import { goToScreen } from './navigation';
import { notify } from './notices';

/** What of a person is shown: what they can reach, or what to take away when they leave. */
export type PersonPart = 'access' | 'offBoarding';

/** The person at hand on the People screen, and what was ticked off of their list. Only in memory. */
interface PersonState {
  /** By any of their addresses; `null`: the list of people is shown. */
  email: string | null;
  part: PersonPart;
  /** What was ticked off, by address of the person and text of the entry. */
  ticked: Readonly<Record<string, readonly string[]>>;
  /** Grows when addresses were joined or separated: answers are new then. */
  round: number;
}

const START: PersonState = { email: null, part: 'access', ticked: {}, round: 0 };

export const usePersonStore = create<PersonState>()(() => START);

/** Shows a person on the People screen; `null` shows the list of people. */
export function showPerson(email: string | null): void {
  usePersonStore.setState({ email });
  if (email !== null) goToScreen('people');
}

export function showPart(part: PersonPart): void {
  usePersonStore.setState({ part });
}

/** Ticks an entry of somebody's off-boarding list, or takes the tick away. */
export function toggleTick(person: string, entry: string): void {
  usePersonStore.setState(({ ticked }) => {
    const before = ticked[person] ?? [];
    const after = before.includes(entry) ? before.filter((each) => each !== entry) : [...before, entry];
    return { ticked: { ...ticked, [person]: after } };
  });
}

/** Destroys what is known of people: the vault was locked or emptied. */
export function forgetPersons(): void {
  usePersonStore.setState(START);
}

async function decide(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    usePersonStore.setState(({ round }) => ({ round: round + 1 }));
  } catch (thrown) {
    notify('error', failureOf(thrown).message);
  }
}

/** The admin confirms that these addresses are one person; tells when main refuses. */
export function joinAddresses(emails: readonly string[]): Promise<void> {
  return decide(() => call('persons.join', { emails: [...emails] }));
}

/** Takes an address out of what was joined. */
export function separateAddress(email: string): Promise<void> {
  return decide(() => call('persons.separate', { email }));
}

/** The admin says that these are two persons. */
export function keepApart(one: string, other: string): Promise<void> {
  return decide(() => call('persons.keepApart', { emails: [one, other] }));
}
