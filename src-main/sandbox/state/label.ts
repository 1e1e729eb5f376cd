/** A label: one value of one key, with an optional description. */
export interface Label {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
}

/** A label named without its description. */
export interface LabelRef {
  readonly key: string;
  readonly value: string;
}

/** The text of a label as people write it, `key:value`; also its key in tables. */
export function labelText(label: LabelRef): string {
  return `${label.key}:${label.value}`;
}

/** The labels that every workspace has (Segment's documentation on labels: Dev and Prod environments). */
export const DEFAULT_LABELS: readonly Label[] = [
  { key: 'environment', value: 'dev', description: 'Development' },
  { key: 'environment', value: 'prod', description: 'Production' },
];

/** True for the labels that every workspace has: they do not count as custom ones. */
export function isDefaultLabel(label: LabelRef): boolean {
  return DEFAULT_LABELS.some((each) => labelText(each) === labelText(label));
}
