import type { AccessSource, MatrixView } from '@contract/matrix';
import type { ResourceType } from '@contract/snapshot';
import { labelText } from '../../components/list/label-text';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';

/** What must be somewhere in a line for it to stay, in words. */
export const LEVEL_FILTERS: Record<NonNullable<MatrixView['level']>, string> = {
  admin: 'admin',
  read: 'read',
  none: 'no access',
  unknown: 'unknown',
  pii: 'PII',
  ownerOnly: 'only through an owner role',
};

/** Where access may come from, in words. */
export const SOURCE_WORDS: Record<AccessSource, string> = {
  direct: 'granted directly',
  group: 'through a group',
  labels: 'by labels',
  list: 'by a list',
  all: 'over everything',
};

/** Something that the view is narrowed or arranged by, as a chip. */
export interface ViewChip {
  id: string;
  words: string;
  /** Whether it takes lines or access away; an arrangement only orders or joins them. */
  narrows: boolean;
  /** What takes it away. */
  without: Partial<MatrixView>;
}

/** Everything that the view is narrowed or arranged by, in the order of the toolbar. */
export function chipsOf(view: MatrixView, groupName: string): ViewChip[] {
  const chip = (id: string, words: string, without: Partial<MatrixView>, narrows = true): ViewChip => ({
    id,
    words,
    narrows,
    without,
  });
  const { principalText, resourceText, groupId, types, label, level, sources, foldBy } = view;
  return [
    ...(principalText.trim() === ''
      ? []
      : [chip('principalText', `${view.principals}: “${principalText.trim()}”`, { principalText: '' })]),
    ...(resourceText.trim() === ''
      ? []
      : [chip('resourceText', `resources: “${resourceText.trim()}”`, { resourceText: '' })]),
    ...(groupId === null ? [] : [chip('group', `in ${groupName || groupId}`, { groupId: null })]),
    ...types.map((type) =>
      chip(`type ${type}`, kindWords(type), { types: types.filter((each) => each !== type) }),
    ),
    ...(label === null ? [] : [chip('label', `with ${labelText(label)}`, { label: null })]),
    ...(level === null ? [] : [chip('level', `some ${LEVEL_FILTERS[level]}`, { level: null })]),
    ...sources.map((source) =>
      chip(`source ${source}`, SOURCE_WORDS[source], {
        sources: sources.filter((each) => each !== source),
      }),
    ),
    ...(view.alike ? [chip('alike', 'alike together', { alike: false }, false)] : []),
    ...(foldBy === null ? [] : [chip('fold', `folded by ${foldBy}`, { foldBy: null, open: [] }, false)]),
    ...(view.sortPrincipals === 'name'
      ? []
      : [chip('sortPrincipals', `${view.principals} by reach`, { sortPrincipals: 'name' }, false)]),
    ...(view.sortResources === 'name'
      ? []
      : [chip('sortResources', `resources by ${view.sortResources}`, { sortResources: 'name' }, false)]),
  ];
}

function kindWords(type: ResourceType): string {
  return RESOURCE_KINDS[type].many.toLowerCase();
}

/** The view with nothing taken away; its order stays. */
export function withoutFilters(view: MatrixView): MatrixView {
  return {
    ...view,
    principalText: '',
    resourceText: '',
    groupId: null,
    types: [],
    label: null,
    level: null,
    sources: [],
  };
}
