/** Things by what `nameOf` says of them, in the order in which each name comes first. */
export function groupedBy<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): { name: string; things: Thing[] }[] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [thing]);
    else group.push(thing);
  }
  return [...groups].map(([name, members]) => ({ name, things: members }));
}
