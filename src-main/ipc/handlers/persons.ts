import type { IdentityStore } from '../../persons/identity-store';
import type { Persons } from '../../persons/persons';
import type { Handlers } from '../wire';

/** People across workspaces, and which addresses the admin says are one person. */
export function personHandlers(
  persons: Persons,
  identities: IdentityStore,
): Pick<
  Handlers,
  'persons.list' | 'persons.get' | 'persons.join' | 'persons.separate' | 'persons.keepApart'
> {
  return {
    'persons.list': (input) => persons.list(input),
    'persons.get': ({ email }) => persons.get(email),
    'persons.join': async ({ emails }) => {
      await identities.join(emails);
      return undefined;
    },
    'persons.separate': async ({ email }) => {
      await identities.separate(email);
      return undefined;
    },
    'persons.keepApart': async ({ emails: [one, other] }) => {
      await identities.keepApart(one, other);
      return undefined;
    },
  };
}
