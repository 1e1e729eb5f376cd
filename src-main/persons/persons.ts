import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { PersonRow, PersonView } from '@contract/persons';
import { joinSentences } from '../inspect/references';
import { createDirectory, type Directory, type PersonSource } from './directory';
import type { Decisions } from './identities';
import { type ConnectedPlace, viewPerson } from './person-view';
import type { HipaaEligible } from './session-rule';

/** Questions about people across workspaces. Nothing here asks the network: what was read last answers. */
export interface Persons {
  list(input: ParsedInput<'persons.list'>): ChannelOutput<'persons.list'>;
  /** By any of their addresses; `null` where nobody has it. */
  get(email: string): PersonView | null;
}

/** What the questions are answered from; each is asked anew for every question. */
export interface PersonParts {
  readonly sources: () => readonly PersonSource[];
  readonly connected: () => readonly ConnectedPlace[];
  readonly decisions: () => Decisions;
  readonly eligible: HipaaEligible;
}

type Show = ParsedInput<'persons.list'>['show'];

const KEPT: Readonly<Record<Show, (row: PersonRow) => boolean>> = {
  all: () => true,
  several: ({ workspaces }) => workspaces.length > 1,
  suggested: ({ suggestions }) => suggestions > 0,
  invited: ({ invites }) => invites > 0,
  owners: ({ owns }) => owns > 0,
};

/** The directory is made anew when a workspace was read again, came or went, and when addresses were joined. */
export function createPersons({ sources, connected, decisions, eligible }: PersonParts): Persons {
  let last: {
    readonly key: string;
    readonly from: Decisions;
    readonly directory: Directory;
    readonly counts: ChannelOutput<'persons.list'>['counts'];
  } | null = null;

  const now = () => {
    const from = decisions();
    const key = JSON.stringify(
      sources().map((one) => [one.key, one.workspaceName, one.index.facts.snapshot.fingerprint]),
    );
    if (last?.key === key && last.from === from) return last;
    const directory = createDirectory(sources(), from);
    const count = (show: Show) => directory.table().rows.filter(KEPT[show]).length;
    last = {
      key,
      from,
      directory,
      counts: {
        several: count('several'),
        suggested: count('suggested'),
        invited: count('invited'),
        owners: count('owners'),
      },
    };
    return last;
  };

  return {
    list: (input) => {
      const { key, from, directory, counts } = now();
      const table = directory.table();
      const { matched, rows } = table.window(input, { name: input.show, keep: KEPT[input.show] });
      return {
        fingerprint: JSON.stringify([key, from.joined.length, from.apart.length]),
        total: table.rows.length,
        matched,
        offset: input.offset,
        rows: [...rows],
        counts,
        unread: sources().flatMap((source) => {
          const { unknowns } = source.index.facts;
          const reason = joinSentences([unknowns.whole('members'), unknowns.whole('invites')]);
          return reason === null ? [] : [{ key: source.key, workspace: source.workspaceName, reason }];
        }),
      };
    },
    get: (email) => {
      const { directory, from } = now();
      const person = directory.byEmail(email);
      return person && viewPerson(person, directory, from, sources(), connected(), eligible);
    },
  };
}
