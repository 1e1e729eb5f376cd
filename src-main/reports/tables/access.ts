import type { Member, Resource } from '@contract/snapshot';
import { memberName } from '../../lists/relations/subject-ids';
import { readCell } from '../../policy/matrix/cell';
import { columnIndex } from '../../policy/world/world';
import { type AccessReason, AccessReasons, reasonText } from '../reasons';
import type { ReportTable } from '../report';
import { membersIn, type ReportScope, resourcesIn } from '../scope';
import type { ReportSource } from '../source';

/** What one member has on one resource. */
export interface AccessRow {
  readonly member: Member;
  readonly resource: Resource;
  /** What is certain; `unknown` where nobody can tell whether there is any. */
  readonly level: 'none' | 'read' | 'admin' | 'unknown';
  /** What it may be at most, with all that cannot be seen. */
  readonly atMost: 'none' | 'read' | 'admin';
  readonly pii: boolean | 'unknown';
  readonly reasons: readonly AccessReason[];
}

/** Members worked on at once: the cells of so many are asked for together. */
const TOGETHER = 64;

/** Every member and resource of the scope with access, or perhaps; with `all` those without any, too. */
export function* accessRows(source: ReportSource, scope: ReportScope): Generator<AccessRow> {
  const { policy } = source;
  const { world } = policy.matrix;
  const members = membersIn(source, scope);
  const resources = resourcesIn(source, scope);
  const columns = resources.map((resource) => columnIndex(world, resource) ?? -1);
  const reasons = new AccessReasons(world);
  for (let from = 0; from < members.length; from += TOGETHER) {
    const some = members.slice(from, from + TOGETHER);
    const cells = policy.matrixWindow(
      some.map(({ id }) => id),
      resources,
    );
    for (const [down, member] of some.entries()) {
      for (const [across, resource] of resources.entries()) {
        const cell = cells[down * resources.length + across] ?? 0;
        const { atLeast, atMost, pii, piiPossible } = readCell(cell);
        if (atMost === 'none' && !scope.all) continue;
        yield {
          member,
          resource,
          level: atLeast === 'none' && atMost !== 'none' ? 'unknown' : atLeast,
          atMost,
          pii: pii ? true : piiPossible ? 'unknown' : false,
          reasons: atMost === 'none' ? [] : reasons.of(member.id, columns[across] ?? -1),
        };
      }
    }
  }
}

/** A yes, no or unknown as it is written. */
export function piiText(pii: AccessRow['pii']): string {
  return pii === 'unknown' ? 'unknown' : pii ? 'yes' : 'no';
}

/** One row for each member and resource, with the ways that lead there. */
export function accessTable(source: ReportSource, scope: ReportScope): ReportTable {
  return {
    name: 'Access',
    columns: [
      { head: 'Member', width: 24 },
      { head: 'Email', width: 30 },
      { head: 'Member id', width: 24 },
      { head: 'Resource type', width: 14 },
      { head: 'Resource', width: 30 },
      { head: 'Resource id', width: 24 },
      { head: 'Level', width: 9 },
      { head: 'At most', width: 9 },
      { head: 'PII', width: 9 },
      { head: 'Through', width: 60 },
    ],
    rows: function* () {
      for (const { member, resource, level, atMost, pii, reasons } of accessRows(source, scope)) {
        yield [
          memberName(member),
          member.email,
          member.id,
          resource.type,
          resource.name,
          resource.id,
          level,
          atMost,
          piiText(pii),
          reasons.map(reasonText).join('; '),
        ];
      }
    },
    size: null,
  };
}
