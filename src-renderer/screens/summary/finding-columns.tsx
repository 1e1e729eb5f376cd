import type { Finding } from '@contract/findings';
import type { GrantView } from '@contract/inspect';
import { Button } from '../../components/Button';
import type { Column } from '../../components/list/column';
import { countText } from '../../components/list/counts';
import { SubjectIcon } from '../../inspector/SubjectIcon';
import { scopeLead } from '../../inspector/scope-words';
import { addChanges, useDraft } from '../../stores/draft';
import styles from './summary.module.css';

function grantWords({ roleName, scope }: GrantView): string {
  const lead = scopeLead(scope);
  switch (scope.kind) {
    case 'labels':
      return `${roleName} on ${lead} ${scope.labels.map(({ key, value }) => `${key}:${value}`).join(' AND ')}`;
    case 'list':
      return `${roleName} on ${lead} ${scope.resources.map(({ name, id }) => name ?? id).join(', ')}`;
    case 'all':
    case 'unknown':
      return `${roleName} on ${lead}`;
  }
}

function subjectsText({ subjects, of }: Finding): string {
  const names = subjects.map(({ name }) => name).join(', ');
  return of > subjects.length ? `${names} and ${countText(of - subjects.length)} more` : names;
}

/** The columns of findings: about what, how it shows, and the change that settles it. */
export function findingColumns(workspaceKey: string): readonly Column<Finding, never>[] {
  return [
    {
      id: 'subjects',
      head: 'About',
      track: 'minmax(150px, 1fr)',
      cell: (finding) => {
        const [first] = finding.subjects;
        return (
          <span className={styles.subject} title={subjectsText(finding)}>
            {first === undefined ? null : <SubjectIcon subject={first.subject} />}
            <span>{subjectsText(finding)}</span>
          </span>
        );
      },
      text: subjectsText,
    },
    {
      id: 'evidence',
      head: 'Evidence',
      track: 'minmax(220px, 2fr)',
      cell: (finding) => {
        const words = evidenceText(finding);
        return (
          <span className={styles.detail} title={words}>
            {words}
          </span>
        );
      },
      text: evidenceText,
    },
    {
      id: 'fix',
      head: '',
      track: '136px',
      from: 620,
      align: 'end',
      cell: ({ fix }) => (fix === null ? null : <ToDraft workspaceKey={workspaceKey} fix={fix} />),
      text: () => '',
    },
  ];
}

function evidenceText({ grant, evidence }: Finding): string {
  return grant === null ? evidence : `${grantWords(grant)}. ${evidence}`;
}

const FIX_WORDS: Partial<Record<NonNullable<Finding['fix']>['kind'], string>> = {
  removeGrant: 'Draft removal',
  deleteGroup: 'Draft deletion',
  deleteLabel: 'Draft deletion',
  revokeInvite: 'Draft revoking',
};

function ToDraft({ workspaceKey, fix }: { workspaceKey: string; fix: NonNullable<Finding['fix']> }) {
  const draft = useDraft(workspaceKey);
  const wanted = JSON.stringify(fix);
  if (draft?.items.some(({ change }) => JSON.stringify(change) === wanted) === true) {
    return <span className={styles.inDraft}>in the draft</span>;
  }
  return (
    <Button variant="quiet" onClick={() => void addChanges(workspaceKey, [fix])}>
      {FIX_WORDS[fix.kind] ?? 'Draft it'}
    </Button>
  );
}
