import { ContactRound } from 'lucide-react';
import { Button } from '../components/Button';
import { showPerson } from '../stores/person';
import { useWorkspaces } from '../stores/workspaces';

/** Leads to the same person in all workspaces, where there is more than one. */
export function PersonLink({ email }: { email: string }) {
  const several = useWorkspaces().length > 1;
  if (!several) return null;
  return (
    <Button variant="quiet" icon={<ContactRound />} onClick={() => showPerson(email)}>
      This person everywhere
    </Button>
  );
}
