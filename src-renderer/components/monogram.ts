/** One or two letters that stand for a name: `Northwind Retail` is NR, `Fabrikam` is Fa. */
export function monogram(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, second] = words;
  if (first === undefined) return '·';
  if (second === undefined)
    return [...first]
      .slice(0, 2)
      .join('')
      .replace(/^./u, (letter) => letter.toUpperCase());
  return `${[...first][0] ?? ''}${[...second][0] ?? ''}`.toUpperCase();
}
