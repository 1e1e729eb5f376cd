import type { OffBoardingItem, PersonView } from '@contract/persons';

/** Names an entry for good, for what was ticked off. */
export function entryOf({ key, kind, email, words }: OffBoardingItem): string {
  return JSON.stringify([key, kind, email, words]);
}

/** The entries of each workspace, in order. */
export function byWorkspace(
  items: readonly OffBoardingItem[],
): { key: string; name: string; items: OffBoardingItem[] }[] {
  const found = new Map<string, { key: string; name: string; items: OffBoardingItem[] }>();
  for (const item of items) {
    const known = found.get(item.key);
    if (known === undefined) found.set(item.key, { key: item.key, name: item.workspace, items: [item] });
    else known.items.push(item);
  }
  return [...found.values()];
}

/** The list as plain text, for a ticket. */
export function checklistText(person: PersonView, isTicked: (item: OffBoardingItem) => boolean): string {
  const lines = byWorkspace(person.offBoarding).flatMap(({ name, items }) => [
    '',
    name,
    ...items.map((item) => `[${isTicked(item) ? 'x' : ' '}] ${item.words} (${item.email})`),
  ]);
  const ages = person.accounts.map(({ workspace, asOf }) => `${workspace}: ${asOf}`);
  return [
    `Off-boarding: ${person.name} (${person.emails.join(', ')})`,
    `As read at ${[...new Set(ages)].join('; ')}`,
    ...lines,
    '',
  ].join('\n');
}
