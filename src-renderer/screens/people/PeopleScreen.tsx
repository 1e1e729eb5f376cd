import { usePersonStore } from '../../stores/person';
import { PeopleList } from './PeopleList';
import { PersonPage } from './PersonPage';

/** People across all workspaces: the list of them, or one person with every account side by side. */
export function PeopleScreen() {
  const email = usePersonStore((persons) => persons.email);
  return email === null ? <PeopleList /> : <PersonPage key={email} email={email} />;
}
