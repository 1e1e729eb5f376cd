import type { WorkspaceState } from '../state/workspace-state';
import { FAMILY_NAMES, GIVEN_NAMES, mailName } from './names';

/** Somebody, before any workspace has taken them in. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Makes up people of one company, none with an address that the workspace knows already. */
export class PeopleMaker {
  readonly #state: WorkspaceState;
  readonly #domain: string;

  constructor(state: WorkspaceState, domain: string) {
    this.#state = state;
    this.#domain = domain;
  }

  /** One more person; to be added before the next is asked for. */
  next(): Person {
    const given = this.#state.random.pick(GIVEN_NAMES);
    const family = this.#state.random.pick(FAMILY_NAMES);
    return { name: `${given} ${family}`, email: this.#freeAddress(mailName(given, family)) };
  }

  #freeAddress(name: string): string {
    let email = `${name}@${this.#domain}`;
    for (let number = 2; this.#state.isTaken(email); number += 1) email = `${name}${number}@${this.#domain}`;
    return email;
  }
}

/**
 * People who are in more than one of the three workspaces. Ada keeps her seven
 * days elsewhere by being in the HIPAA eligible workspace under an alias.
 */
export const SHARED_PEOPLE = {
  ada: { name: 'Ada Lindqvist', email: 'ada.lindqvist@northwind.example' },
  adaAlias: { name: 'Ada Lindqvist', email: 'ada.lindqvist+maplecrest@northwind.example' },
  meiLing: { name: 'Mei-Ling Castellanos', email: 'mei-ling.castellanos@northwind.example' },
  jonas: { name: 'Jonas Adeyemi', email: 'jonas.adeyemi@northwind.example' },
  priya: { name: 'Priya Raghunathan', email: 'priya.raghunathan@maplecrest.example' },
  tomas: { name: 'Tomás Ferreira', email: 'tomas@harbourlight-consulting.example' },
} as const satisfies Record<string, Person>;
