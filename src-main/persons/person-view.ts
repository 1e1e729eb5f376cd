import type { PersonAccount, PersonView } from '@contract/persons';
import { inspectInvite, inspectMember } from '../inspect/people';
import { joinSentences } from '../inspect/references';
import { addressKey } from '../lists/relations/subject-ids';
import type { Account, Directory, Person, PersonSource } from './directory';
import type { Decisions } from './identities';
import { offBoardingOf } from './off-boarding';
import { type HipaaEligible, sessionRule } from './session-rule';

function viewAccount({ source, row }: Account): PersonAccount {
  const { key, workspaceName: workspace, index } = source;
  const base = {
    key,
    workspace,
    asOf: index.facts.snapshot.completedAt,
    subject: { kind: row.kind, id: row.id },
  };
  if (row.kind === 'member') {
    const found = inspectMember(index, row.id);
    return {
      ...base,
      row: found?.row ?? row,
      grants: found?.grants ?? null,
      groups: found?.groups ?? null,
      reason: found?.reason ?? null,
    };
  }
  const found = inspectInvite(index, row.email);
  return { ...base, row, grants: null, groups: found?.groups ?? null, reason: found?.reason ?? null };
}

/** A workspace that is connected, read or not. */
export interface ConnectedPlace {
  readonly key: string;
  readonly name: string;
}

/**
 * Everything about one person in all workspaces. `connected` names all
 * workspaces, `sources` those that have been read.
 */
export function viewPerson(
  person: Person,
  directory: Directory,
  decisions: Decisions,
  sources: readonly PersonSource[],
  connected: readonly ConnectedPlace[],
  eligible: HipaaEligible,
): PersonView {
  const accounts = person.accounts.map(viewAccount);
  const present = new Set(accounts.map(({ key }) => key));
  return {
    id: person.id,
    name: person.name,
    emails: [...person.emails],
    joined: decisions.joined
      .filter(({ emails }) => emails.includes(person.id))
      .map(({ emails, at }) => ({ emails: [...emails], at })),
    accounts,
    absent: connected
      .filter(({ key }) => !present.has(key))
      .map(({ key, name }) => {
        const facts = sources.find((source) => source.key === key)?.index.facts;
        const unread = facts
          ? joinSentences([facts.unknowns.whole('members'), facts.unknowns.whole('invites')])
          : 'Nothing of this workspace has been read yet.';
        return { key, workspace: name, asOf: facts?.snapshot.completedAt ?? null, unread };
      }),
    sessions: person.emails.map((email) =>
      sessionRule(
        email,
        person.accounts.filter(({ row }) => addressKey(row.email) === email),
        eligible,
      ),
    ),
    suggestions: directory.suggestionsFor(person).map(({ person: other, email, why }) => ({
      id: other.id,
      name: other.name,
      email,
      why,
      workspaces: [...new Set(other.accounts.map(({ source }) => source.workspaceName))],
    })),
    offBoarding: offBoardingOf(person.id, accounts, sources),
  };
}
