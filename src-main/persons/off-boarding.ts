import type { GrantView, Reference } from '@contract/inspect';
import type { OffBoardingItem, PersonAccount } from '@contract/persons';
import { memberName } from '../lists/relations/subject-ids';
import type { PersonSource } from './directory';

function grantWords({ roleName, scope }: GrantView): string {
  switch (scope.kind) {
    case 'all':
      return `${roleName}, on all ${scope.of}`;
    case 'list':
      return `${roleName}, on ${scope.resources.length === 1 ? '1 resource' : `${scope.resources.length} resources`}`;
    case 'labels':
      return `${roleName}, on ${scope.of} with ${scope.labels.map(({ key, value }) => `${key}:${value}`).join(' AND ')}`;
    case 'unknown':
      return `${roleName}, on what cannot be seen`;
  }
}

function ofMember(account: PersonAccount): OffBoardingItem[] {
  const { key, workspace, subject, row } = account;
  const item = (part: Pick<OffBoardingItem, 'kind' | 'words' | 'subject' | 'change'>): OffBoardingItem => ({
    key,
    workspace,
    email: row.email,
    ...part,
  });
  const inGroup = ({ subject: group, name }: Reference) =>
    item({ kind: 'group', words: `Member of the group ${name}`, subject: group, change: null });
  const direct = (account.grants ?? []).filter(({ throughGroup }) => !throughGroup);
  return [
    item({
      kind: 'member',
      words: `Remove ${memberName(row)} from the workspace`,
      subject,
      change: { kind: 'removeMember', memberId: row.id },
    }),
    ...(account.groups ?? []).map(inGroup),
    ...direct.map((grant) =>
      item({ kind: 'grant', words: `Own grant: ${grantWords(grant)}`, subject, change: null }),
    ),
    ...(account.reason === null
      ? []
      : [item({ kind: 'unread', words: account.reason, subject, change: null })]),
  ];
}

function ofInvite(account: PersonAccount): OffBoardingItem[] {
  const { key, workspace, subject, row } = account;
  const base = { key, workspace, email: row.email };
  return [
    {
      ...base,
      kind: 'invite',
      words: `Revoke the pending invite of ${row.email}`,
      subject,
      change: { kind: 'revokeInvite', email: row.email },
    },
    ...(account.groups ?? []).map(
      ({ subject: group, name }): OffBoardingItem => ({
        ...base,
        kind: 'invitedToGroup',
        words: `Waits in the group ${name}`,
        subject: group,
        change: null,
      }),
    ),
  ];
}

/** What a workspace may hold of the person that nobody can see. */
function ofWorkspace(source: PersonSource, email: string): OffBoardingItem[] {
  const { key, workspaceName: workspace, index } = source;
  const { unknowns, snapshot } = index.facts;
  const base = { key, workspace, email, subject: null, change: null };
  const unread = [unknowns.whole('members'), unknowns.whole('invites')].flatMap(
    (reason): OffBoardingItem[] =>
      reason === null ? [] : [{ ...base, kind: 'unread', words: `There may be an account: ${reason}` }],
  );
  const tokens = (snapshot.beyondApi.tokens ?? []).length;
  const words =
    snapshot.beyondApi.tokens === null
      ? 'Tokens belong to the workspace and stay valid; the Public API does not list them. Revoke those that the person may know.'
      : `Tokens belong to the workspace and stay valid: ${tokens === 1 ? 'there is 1' : `there are ${tokens}`}. Revoke those that the person may know.`;
  return [...unread, { ...base, kind: 'token', words }];
}

/**
 * Everything to take away when a person leaves. Groups and own grants go with
 * the membership: they are listed for the record, without a change of their own.
 */
export function offBoardingOf(
  email: string,
  accounts: readonly PersonAccount[],
  sources: readonly PersonSource[],
): OffBoardingItem[] {
  return sources.flatMap((source) => {
    const here = accounts.filter(({ key }) => key === source.key);
    const found = here.flatMap((account) =>
      account.row.kind === 'member' ? ofMember(account) : ofInvite(account),
    );
    const possible = ofWorkspace(source, email);
    // Tokens matter only where the person had an account.
    return [...found, ...possible.filter(({ kind }) => kind === 'unread' || found.length > 0)];
  });
}
