import type { LabelRow, RoleRow } from '@contract/lists';
import type { Grant, GrantableType, Scope } from '@contract/snapshot';
import { useCallback, useId } from 'react';
import { call } from '../../../api/bridge';
import { Button } from '../../../components/Button';
import { LabelChip } from '../../../components/LabelChip';
import { labelText } from '../../../components/list/label-text';
import { RESOURCE_KINDS } from '../../../components/list/resource-kinds';
import { RadioCards } from '../../../components/RadioCards';
import forms from './changes.module.css';
import { type Found, SearchPick } from './SearchPick';

type Label = Pick<LabelRow, 'key' | 'value'>;

/** A grant as far as it was filled in. */
export interface GrantDraft {
  roleId: string;
  scope: 'all' | 'labels' | 'list';
  labels: Label[];
  resources: { type: GrantableType; id: string; name: string }[];
}

export const EMPTY_GRANT: GrantDraft = { roleId: '', scope: 'all', labels: [], resources: [] };

/** The grant that was filled in; `null` while something is missing. */
export function grantFrom(draft: GrantDraft, roles: readonly RoleRow[]): Grant | null {
  const role = roles.find(({ id }) => id === draft.roleId);
  const scope = scopeFrom(draft);
  return role === undefined || scope === null ? null : { roleId: role.id, roleName: role.name, scope };
}

function scopeFrom({ scope, labels, resources }: GrantDraft): Scope | null {
  switch (scope) {
    case 'all':
      return { kind: 'all' };
    case 'labels':
      return labels.length === 0
        ? null
        : { kind: 'labels', labels: labels.map(({ key, value }) => ({ key, value })) };
    case 'list':
      return resources.length === 0
        ? null
        : { kind: 'list', resources: resources.map(({ type, id }) => ({ type, id })) };
  }
}

/** What a grant can name one by one. */
const LISTED: GrantableType[] = ['SOURCE', 'SPACE', 'FUNCTION', 'WAREHOUSE'];

/** Asks for a role and what it is over. */
export function GrantFields({
  workspaceKey,
  roles,
  labels,
  draft,
  onDraft,
}: {
  workspaceKey: string;
  roles: readonly RoleRow[];
  labels: readonly Label[];
  draft: GrantDraft;
  onDraft: (draft: GrantDraft) => void;
}) {
  const roleId = useId();
  const find = useCallback(
    async (text: string): Promise<Found[]> => {
      const query = { key: workspaceKey, text, sort: null, offset: 0, limit: 20, types: LISTED, label: null };
      const { rows } = await call('lists.resources', query);
      return rows.map(({ type, id, name }) => ({
        id: `${type}:${id}`,
        name,
        detail: RESOURCE_KINDS[type].one,
      }));
    },
    [workspaceKey],
  );
  const pick = ({ id, name }: Found) => {
    const colon = id.indexOf(':');
    const type = LISTED.find((each) => each === id.slice(0, colon));
    if (type === undefined) return;
    onDraft({ ...draft, resources: [...draft.resources, { type, id: id.slice(colon + 1), name }] });
  };
  const toggle = (label: Label) => {
    const has = draft.labels.some((each) => labelText(each) === labelText(label));
    onDraft({
      ...draft,
      labels: has
        ? draft.labels.filter((each) => labelText(each) !== labelText(label))
        : [...draft.labels, label],
    });
  };
  return (
    <div className={forms.form}>
      <div className={forms.field}>
        <label htmlFor={roleId}>Role</label>
        <select
          id={roleId}
          className={forms.select}
          value={draft.roleId}
          onChange={(event) => onDraft({ ...draft, roleId: event.target.value })}
        >
          <option value="">Choose a role</option>
          {roles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <RadioCards
        label="Over what"
        value={draft.scope}
        onChange={(scope) => onDraft({ ...draft, scope })}
        cards={[
          { value: 'all', title: 'All', text: 'Everything that the role is about, now and in future.' },
          {
            value: 'labels',
            title: 'By labels',
            text: 'What carries all of the labels.',
            more: (
              <div className={forms.labels}>
                {labels.length === 0 ? <span className={forms.none}>There are no labels.</span> : null}
                {labels.map((label) => (
                  <button
                    key={labelText(label)}
                    type="button"
                    aria-pressed={draft.labels.some((each) => labelText(each) === labelText(label))}
                    aria-label={labelText(label)}
                    className={forms.label}
                    onClick={() => toggle(label)}
                  >
                    <LabelChip label={label} />
                  </button>
                ))}
              </div>
            ),
          },
          {
            value: 'list',
            title: 'Some',
            text: 'Sources, spaces, functions or warehouses, one by one.',
            more: (
              <>
                <ul className={forms.chosen} aria-label="Chosen">
                  {draft.resources.map((resource) => (
                    <li key={`${resource.type}:${resource.id}`} className={forms.hit}>
                      <span className={forms.hitName}>{resource.name}</span>
                      <Button
                        variant="quiet"
                        onClick={() =>
                          onDraft({
                            ...draft,
                            resources: draft.resources.filter((each) => each !== resource),
                          })
                        }
                      >
                        Remove
                      </Button>
                    </li>
                  ))}
                </ul>
                <SearchPick
                  label="Search resources"
                  find={find}
                  action={(hit) =>
                    draft.resources.some(({ type, id }) => `${type}:${id}` === hit.id) ? (
                      <span className={forms.none}>chosen</span>
                    ) : (
                      <Button variant="quiet" onClick={() => pick(hit)}>
                        Add
                      </Button>
                    )
                  }
                />
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
