import type { Change, Holder } from '@contract/changes';
import type { GrantView } from '@contract/inspect';
import { useState } from 'react';
import { call } from '../../../api/bridge';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { labelText } from '../../../components/list/label-text';
import { scopeLead } from '../../../inspector/scope-words';
import { addChanges, applyingChanges, useDraft } from '../../../stores/draft';
import { useWorkspace } from '../../../stores/workspaces';
import { type DraftedGrant, draftedGrants, grantText, withoutGrant } from '../drafted-grants';
import { createShelf, useAnswer } from '../use-answer';
import forms from './changes.module.css';
import { EMPTY_GRANT, GrantFields, grantFrom } from './GrantFields';
import { useFormData } from './use-form-data';
import { useVerdict } from './use-verdict';
import { VerdictNotice } from './VerdictNotice';

interface Held {
  grants: GrantView[] | null;
  reason: string | null;
}
const shelf = createShelf<Held>();

async function heldBy(key: string, { kind, id }: Holder): Promise<Held> {
  const inspection = await call('inspect', { key, subject: { kind, id } });
  if (inspection.kind === 'gone') return { grants: [], reason: null };
  if (inspection.kind !== 'member' && inspection.kind !== 'group') {
    return { grants: null, reason: 'It is not in the latest reading any more.' };
  }
  const grants = inspection.grants?.filter(({ throughGroup }) => !throughGroup) ?? null;
  return { grants, reason: inspection.reason };
}

/** The direct grants of a member or group: takes some away, adds others; each at once, in the draft. */
export function GrantsDialog({
  workspaceKey,
  holder,
  name,
  onClose,
}: {
  workspaceKey: string;
  holder: Holder;
  name: string;
  onClose: () => void;
}) {
  const epoch = useWorkspace(workspaceKey)?.snapshot?.fingerprint ?? '';
  const changes = applyingChanges(useDraft(workspaceKey));
  const { roles, labels } = useFormData(workspaceKey);
  const held = useAnswer(shelf, `${workspaceKey} ${epoch} ${holder.kind} ${holder.id}`, () =>
    heldBy(workspaceKey, holder),
  );
  const [draft, setDraft] = useState(EMPTY_GRANT);
  const [busy, setBusy] = useState(false);
  const grant = grantFrom(draft, roles);
  const change: Change | null = grant === null ? null : { kind: 'addGrant', holder, grant };
  const verdict = useVerdict(workspaceKey, change);
  const add = async () => {
    if (change === null) return;
    setBusy(true);
    if (await addChanges(workspaceKey, [change])) setDraft(EMPTY_GRANT);
    setBusy(false);
  };
  const views = held.kind === 'known' ? held.value.grants : null;
  const drafted = views === null ? [] : draftedGrants(views, holder, changes);
  return (
    <Dialog
      size="large"
      title={`Permissions of ${name}`}
      description={holder.kind === 'member' ? 'Those held directly; groups give further ones.' : null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Done</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={change === null || verdict?.verdict === 'refused'}
            onClick={() => void add()}
          >
            Add this permission
          </Button>
        </>
      }
    >
      <div className={forms.form}>
        {held.kind === 'loading' ? <p className={forms.none}>Loading…</p> : null}
        {held.kind === 'failed' ? <p className={forms.none}>{held.failure.message}</p> : null}
        {held.kind === 'known' && views === null ? (
          <p className={forms.none}>The permissions are unknown. {held.value.reason}</p>
        ) : null}
        <ul className={forms.hits} aria-label="Permissions held">
          {drafted.length === 0 && views !== null ? <li className={forms.none}>None so far.</li> : null}
          {drafted.map((each, index) => (
            <li key={`${grantText(each.grant)} ${each.at ?? `gone ${index}`}`} className={forms.hit}>
              <span className={forms.hitName} data-mark={each.mark}>
                {each.grant.roleName} <span className={forms.hitDetail}>{scopeWords(each)}</span>
              </span>
              {each.at === null ? (
                <span className={forms.none}>gone with the draft</span>
              ) : (
                <Button
                  variant="quiet"
                  aria-label={`Remove ${each.grant.roleName}, ${scopeWords(each)}`}
                  onClick={() => void addChanges(workspaceKey, withoutGrant(holder, each.grant, null))}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
        <h3 className={forms.heading}>A further permission</h3>
        <GrantFields
          workspaceKey={workspaceKey}
          roles={roles}
          labels={labels}
          draft={draft}
          onDraft={setDraft}
        />
        <VerdictNotice verdict={verdict} />
      </div>
    </Dialog>
  );
}

function scopeWords({ grant: { scope }, view }: DraftedGrant): string {
  switch (scope.kind) {
    case 'labels':
      return scope.labels.map(labelText).join(' AND ');
    case 'list':
      if (view === null) return `${scope.resources.length} chosen`;
      return view.scope.kind === 'list'
        ? view.scope.resources.map((resource) => resource.name ?? resource.id).join(', ')
        : '';
    case 'all':
      return view === null ? 'all current and future' : scopeLead(view.scope);
    case 'unknown':
      return 'scope unknown';
  }
}
