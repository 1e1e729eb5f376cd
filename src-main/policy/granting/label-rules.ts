import type { Grant, LabelRef, Snapshot, Unknown } from '@contract/snapshot';
import { labelsOf } from '../changes/label-edits';
import { labelText } from '../world/columns';
import { type Objection, open, refused } from './verdict';

/** Segment's rule: each part begins with a letter, then letters, digits and hyphens. Taken as ASCII. */
const LABEL_PART = /^[A-Za-z][A-Za-z0-9-]*$/;

/** How many labels beside Dev and Prod a Free or Team workspace may have. */
const CUSTOM_LABELS_BELOW_BUSINESS = 5;

function isBuiltIn({ key, value }: LabelRef): boolean {
  return key.toLowerCase() === 'environment' && ['dev', 'prod'].includes(value.toLowerCase());
}

/** What speaks against making a label. Pairs are counted: the strictest of the ways to count. */
export function creationObjections(label: LabelRef, { labels, beyondApi, unknowns }: Snapshot): Objection[] {
  const text = labelText(label);
  if (!LABEL_PART.test(label.key) || !LABEL_PART.test(label.value)) {
    return [
      refused(`\`${text}\` is not letters, digits and hyphens after a letter, on both sides of one colon`),
    ];
  }
  if (labels.some((each) => labelText(each) === text))
    return [refused(`there is a label \`${text}\` already`)];
  const unread = unknowns.find(({ subject, id }) => subject === 'labels' && id === undefined);
  if (unread !== undefined) return [open(unread.reason)];
  if (beyondApi.plan === 'business' || isBuiltIn(label)) return [];
  const custom = labels.filter((each) => !isBuiltIn(each)).length;
  if (custom < CUSTOM_LABELS_BELOW_BUSINESS) return [];
  return beyondApi.plan === null
    ? [open('more than five custom labels depend on the plan, which cannot be seen')]
    : [refused(`the ${beyondApi.plan} plan has at most five custom labels`, 'undocumented')];
}

/** The lists in which a label may be in use. */
const MAY_CARRY_LABELS: ReadonlySet<Unknown['subject']> = new Set([
  'sources',
  'spaces',
  'members',
  'groups',
  'invites',
]);

function names(grants: readonly Grant[], text: string): boolean {
  return grants.some(
    ({ scope }) => scope.kind === 'labels' && scope.labels.some((each) => labelText(each) === text),
  );
}

/** What speaks against deleting a label: it is on a resource, or in a grant, or that cannot be seen. */
export function deletionObjections(
  label: LabelRef,
  snapshot: Snapshot,
  offers: ReadonlyMap<string, readonly Grant[]>,
): Objection[] {
  const text = labelText(label);
  const objections = snapshot.unknowns.flatMap(({ subject, id, reason }) =>
    id === undefined && MAY_CARRY_LABELS.has(subject) ? [open(reason)] : [],
  );
  for (const resource of snapshot.resources) {
    const labels = labelsOf(resource);
    if (labels === null) objections.push(open(`the labels of ${resource.name} cannot be seen`));
    else if (labels?.some((each) => labelText(each) === text)) {
      objections.push(refused(`\`${text}\` is on ${resource.name}`));
    }
  }
  for (const { name, grants } of [...snapshot.members, ...snapshot.groups]) {
    if (grants === null) objections.push(open(`the grants of ${name} could not be read`));
    else if (names(grants, text)) objections.push(refused(`\`${text}\` is in a grant of ${name}`));
  }
  for (const { email } of snapshot.invites) {
    const offered = offers.get(email);
    if (offered === undefined) objections.push(open(`what the invite for ${email} offers cannot be seen`));
    else if (names(offered, text)) objections.push(refused(`\`${text}\` is in the invite for ${email}`));
  }
  return objections;
}

/** What speaks against putting a label on a resource that carries `worn`. */
export function wearingObjections(
  label: LabelRef,
  worn: readonly LabelRef[],
  { labels, unknowns }: Snapshot,
): Objection[] {
  const text = labelText(label);
  const objections: Objection[] = [];
  if (!labels.some((each) => labelText(each) === text)) {
    const unread = unknowns.find(({ subject, id }) => subject === 'labels' && id === undefined);
    objections.push(unread === undefined ? refused(`there is no label \`${text}\``) : open(unread.reason));
  }
  const other = worn.find(({ key, value }) => key === label.key && value !== label.value);
  if (other !== undefined)
    objections.push(refused(`it carries \`${labelText(other)}\` already: one value for each key`));
  return objections;
}
