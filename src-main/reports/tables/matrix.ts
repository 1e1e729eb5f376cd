import { memberName } from '../../lists/relations/subject-ids';
import { readCell } from '../../policy/matrix/cell';
import type { ReportTable } from '../report';
import { membersIn, type ReportScope, resourcesIn } from '../scope';
import type { ReportSource } from '../source';

const TOGETHER = 64;

/** A cell in a word: the level, `unknown`, and `+PII`; empty for no access, so that the rest stands out. */
export function cellText(cell: number): string {
  const { atLeast, atMost, pii, piiPossible } = readCell(cell);
  if (atMost === 'none') return '';
  const level = atLeast === 'none' ? 'unknown' : atLeast;
  return pii ? `${level} +PII` : piiPossible ? `${level} +PII?` : level;
}

/** Members down, resources across. */
export function matrixTable(source: ReportSource, scope: ReportScope): ReportTable {
  const members = membersIn(source, scope);
  const resources = resourcesIn(source, scope);
  return {
    name: 'Matrix',
    columns: [
      { head: 'Member', width: 24 },
      { head: 'Email', width: 30 },
      ...resources.map(({ type, name, id }) => ({
        head: `${name === '' ? id : name} (${type} ${id})`,
        width: 12,
      })),
    ],
    rows: function* () {
      for (let from = 0; from < members.length; from += TOGETHER) {
        const some = members.slice(from, from + TOGETHER);
        const cells = source.policy.matrixWindow(
          some.map(({ id }) => id),
          resources,
        );
        for (const [down, member] of some.entries()) {
          const row = cells.subarray(down * resources.length, (down + 1) * resources.length);
          yield [memberName(member), member.email, ...Array.from(row, cellText)];
        }
      }
    },
    size: members.length,
  };
}
