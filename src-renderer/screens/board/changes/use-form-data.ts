import type { LabelRow, RoleRow } from '@contract/lists';
import { call } from '../../../api/bridge';
import { applyingChanges, useDraft } from '../../../stores/draft';
import { useWorkspace } from '../../../stores/workspaces';
import { allLabels } from '../all-labels';
import { createShelf, useAnswer } from '../use-answer';

const roleShelf = createShelf<RoleRow[]>();
const labelShelf = createShelf<LabelRow[]>();
const NO_ROLES: RoleRow[] = [];
const NO_LABELS: LabelRow[] = [];

/** What a form about grants chooses from: roles and labels of the workspace, with those that the draft creates. */
export function useFormData(key: string): { roles: RoleRow[]; labels: { key: string; value: string }[] } {
  const epoch = useWorkspace(key)?.snapshot?.fingerprint ?? '';
  const query = { key, text: '', sort: null, offset: 0, limit: 500 };
  const roles = useAnswer(roleShelf, `${key} ${epoch}`, async () => (await call('lists.roles', query)).rows);
  const labels = useAnswer(labelShelf, `${key} ${epoch}`, () => allLabels(key));
  const created = applyingChanges(useDraft(key)).flatMap((change) =>
    change.kind === 'createLabel' ? [change.label] : [],
  );
  return {
    roles: roles.kind === 'known' ? roles.value : NO_ROLES,
    labels: [...(labels.kind === 'known' ? labels.value : NO_LABELS), ...created],
  };
}
