import type { MemberRow } from '@contract/lists';
import type { PersonRow, Resemblance } from '@contract/persons';
import { lazy } from '../lists/lazy';
import type { ListIndex } from '../lists/list-index';
import { addressKey } from '../lists/relations/subject-ids';
import { fold } from '../lists/search/fold';
import { createTable, type Table } from '../lists/table';
import { areApart, type Decisions } from './identities';
import { mailboxOf } from './mailbox';

/** A workspace that has been read. */
export interface PersonSource {
  readonly key: string;
  readonly workspaceName: string;
  readonly index: ListIndex;
}

/** A membership or a pending invite. */
export interface Account {
  readonly source: PersonSource;
  readonly row: MemberRow;
}

/** Everybody with one address, or with addresses that the admin joined. */
export interface Person {
  /** The first of the addresses. */
  readonly id: string;
  readonly name: string;
  /** As they are compared, sorted; those that the admin joined also where no account has them any more. */
  readonly emails: readonly string[];
  readonly accounts: readonly Account[];
}

/** Another address that may be the same person. */
export interface Suggestion {
  readonly person: Person;
  readonly email: string;
  readonly why: Resemblance;
}

export type PersonColumn = 'name' | 'email' | 'workspaces';

/** Everybody of all workspaces, ready for questions. */
export interface Directory {
  readonly persons: readonly Person[];
  readonly table: () => Table<PersonRow, PersonColumn>;
  /** Who has this address. */
  byEmail(email: string): Person | null;
  suggestionsFor(person: Person): readonly Suggestion[];
}

/** The name that most accounts give; of equally many the first by the alphabet. The address where none has a name. */
function nameOf(accounts: readonly Account[], id: string): string {
  const counts = new Map<string, number>();
  for (const { row } of accounts) {
    const name = row.name.trim();
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([one, many], [other, more]) => more - many || (one < other ? -1 : Number(one > other)),
  );
  return first?.[0] ?? id;
}

function gather(sources: readonly PersonSource[], decisions: Decisions): Person[] {
  const setOf = new Map(decisions.joined.flatMap(({ emails }) => emails.map((email) => [email, emails])));
  const accountsOf = new Map<string, Account[]>();
  const addressesOf = new Map<string, readonly string[]>();
  for (const source of sources) {
    for (const row of source.index.members().rows) {
      const key = addressKey(row.email);
      const emails = setOf.get(key) ?? [key];
      const id = emails[0] ?? key;
      addressesOf.set(id, emails);
      const accounts = accountsOf.get(id);
      if (accounts === undefined) accountsOf.set(id, [{ source, row }]);
      else accounts.push({ source, row });
    }
  }
  return [...accountsOf].map(([id, accounts]) => ({
    id,
    name: nameOf(accounts, id),
    emails: addressesOf.get(id) ?? [id],
    accounts,
  }));
}

function distinct<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** Puts the accounts of all workspaces together by address and by what the admin decided. */
export function createDirectory(sources: readonly PersonSource[], decisions: Decisions): Directory {
  const persons = gather(sources, decisions);
  const byAddress = new Map(persons.flatMap((person) => person.emails.map((email) => [email, person])));

  const alike = lazy(() => {
    const mailboxes = new Map<string, Set<string>>();
    const names = new Map<string, Set<string>>();
    const put = (into: Map<string, Set<string>>, key: string, email: string) => {
      const known = into.get(key);
      if (known === undefined) into.set(key, new Set([email]));
      else known.add(email);
    };
    for (const { accounts } of persons) {
      for (const { row } of accounts) {
        const email = addressKey(row.email);
        put(mailboxes, mailboxOf(email), email);
        const name = fold(row.name);
        if (name !== '' && name !== fold(row.email)) put(names, name, email);
      }
    }
    return { mailboxes, names };
  });

  const suggestionsFor = (person: Person): Suggestion[] => {
    const own = new Set(person.emails);
    const found = new Map<string, Suggestion>();
    const look = (emails: Iterable<string>, why: Resemblance) => {
      for (const email of emails) {
        const other = byAddress.get(email);
        if (other === undefined || own.has(email) || found.has(email)) continue;
        if (person.emails.some((mine) => areApart(decisions, mine, email))) continue;
        found.set(email, { person: other, email, why });
      }
    };
    const { mailboxes, names } = alike();
    for (const email of own) look(mailboxes.get(mailboxOf(email)) ?? [], 'alias');
    for (const { row } of person.accounts) look(names.get(fold(row.name)) ?? [], 'name');
    return [...found.values()];
  };

  const rowOf = (person: Person): PersonRow => ({
    id: person.id,
    name: person.name,
    emails: [...person.emails],
    workspaces: distinct(
      person.accounts.map(({ source }) => ({ key: source.key, name: source.workspaceName })),
      ({ key }) => key,
    ),
    invites: person.accounts.filter(({ row }) => row.kind === 'invite').length,
    owns: person.accounts.filter(({ row }) => row.owner === true).length,
    suggestions: suggestionsFor(person).length,
  });

  return {
    persons,
    table: lazy(() =>
      createTable<PersonRow, PersonColumn>({
        rows: persons.map(rowOf),
        idOf: ({ id }) => id,
        searched: ({ name, emails }) => [name, ...emails],
        columns: {
          name: { by: 'text', of: ({ name }) => name },
          email: { by: 'text', of: ({ id }) => id },
          workspaces: { by: 'number', of: ({ workspaces }) => workspaces.length },
        },
        first: 'name',
      }),
    ),
    byEmail: (email) => byAddress.get(addressKey(email)) ?? null,
    suggestionsFor,
  };
}
