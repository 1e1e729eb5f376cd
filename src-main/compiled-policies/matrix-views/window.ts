import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { PrincipalHead, ResourceHead } from '@contract/matrix';
import { PLANE_WORDS, STRIP, STRIP_SHIFT } from '../../policy/matrix/blocks';
import type { Layers } from '../../policy/matrix/layers';
import { cellOf, type Matrix } from '../../policy/matrix/matrix';
import type { Policy } from '../../policy/policy';
import { noReach } from './counting-cells';
import type { PreparedView } from './prepared-view';
import type { PrincipalLine } from './principal-lines';
import type { ResourceLine, ShownResource } from './resource-lines';
import { masksOf } from './strip-masks';
import { plane } from './variants';

/** The bits of a cell that the engine's own cells do not have; the contract names them all. */
const OWNER_ONLY = 1 << 8;
const WIDENED = 1 << 9;
const NARROWED = 1 << 10;
const FOLD = 1 << 15;
const PII = 1 << 6;
const SOME_UNKNOWN = 1 << 4;
/** Levels for certain and at most, PII for certain and perhaps. */
const SHOWN = 0b1100_1111;

/** The line's head. */
export function principalHead({ first, alike, reach }: PrincipalLine): PrincipalHead {
  const { kind, id, name, email } = first;
  return {
    kind: alike.length > 1 ? 'alike' : kind,
    subject: { kind, id },
    name,
    email,
    size: alike.length,
    reach: { ...reach },
  };
}

/** The line's head, with who of the principals shown reaches it. */
export function resourceHead(line: ResourceLine, { counted }: PreparedView): ResourceHead {
  if (line.kind === 'fold') {
    const { id, value, open, members } = line;
    return { kind: 'fold', id, value, size: members.length, open };
  }
  const { resource, name, column, labels } = line.shown;
  return {
    kind: 'resource',
    subject: { kind: 'resource', id: `${resource.type}:${resource.id}` },
    type: resource.type,
    name,
    labels: labels === null ? null : labels.map(({ key, value }) => ({ key, value })),
    reach: { ...(counted.columns.get(column) ?? noReach()) },
  };
}

/** The cells of one member on single columns, by the numbers of the matrix. */
class Cells {
  readonly #matrix: Matrix;
  readonly #layers = new Map<number, Layers>();

  constructor(matrix: Matrix) {
    this.#matrix = matrix;
  }

  layers(position: number): Layers {
    const known = this.#layers.get(position);
    if (known !== undefined) return known;
    const made = this.#matrix.strips.layers(position);
    this.#layers.set(position, made);
    return made;
  }

  combination(member: number, position: number): number {
    return this.layers(position).ofSeat[this.#matrix.seatOfMember[member] ?? 0] ?? 0;
  }

  at(member: number, column: number): number {
    const position = column >>> STRIP_SHIFT;
    const pii = this.#matrix.pii[this.#matrix.seatOfMember[member] ?? 0] ?? 0;
    return cellOf(this.layers(position), this.combination(member, position), column & (STRIP - 1), pii);
  }

  pii(member: number): number {
    return this.#matrix.pii[this.#matrix.seatOfMember[member] ?? 0] ?? 0;
  }
}

/** What changes between two cells: whether anything of it grows, and whether anything shrinks. */
function drafted(before: number, after: number): number {
  const grown = after & ~before & SHOWN;
  const shrunk = before & ~after & SHOWN;
  return (grown === 0 ? 0 : WIDENED) | (shrunk === 0 ? 0 : NARROWED);
}

/** The cells of a window of a prepared view. */
class WindowCells {
  readonly #cells: Cells;
  readonly #without: Cells;
  readonly #after: Policy | null;

  constructor({ policies }: PreparedView, after: Policy | null) {
    this.#cells = new Cells(policies.policy.matrix);
    this.#without = new Cells(policies.withoutOwners().matrix);
    this.#after = after;
  }

  ofResource({ first }: PrincipalLine, { column, resource }: ShownResource): number {
    const cell = this.#cells.at(first.member, column) & SHOWN;
    const owners =
      (cell & 1) !== 0 && (this.#without.at(first.member, column) & 0b1100) === 0 ? OWNER_ONLY : 0;
    return cell | owners | this.#change(first.id, cell, resource);
  }

  /** The masks are those of the fold's resources. */
  ofFold(
    { first }: PrincipalLine,
    members: readonly ShownResource[],
    masks: ReturnType<typeof masksOf>,
  ): number {
    const { member, id } = first;
    let [allRead, allAdmin, anyRead, anyAdmin, unknown, beyondOwners] = [true, true, 0, 0, 0, 0];
    for (const [position, mask] of masks) {
      const layers = this.#cells.layers(position);
      const combination = this.#cells.combination(member, position);
      const others = this.#without.layers(position);
      const other = this.#without.combination(member, position);
      for (let word = 0; word < PLANE_WORDS; word += 1) {
        const wanted = mask[word] ?? 0;
        const read = plane(layers, 0, combination, word) & wanted;
        const admin = plane(layers, 0, combination, word + PLANE_WORDS) & wanted;
        allRead &&= read === wanted;
        allAdmin &&= admin === wanted;
        anyRead |= read;
        anyAdmin |= admin;
        unknown |= plane(layers, 1, combination, word) & ~read & wanted;
        beyondOwners |= read & plane(others, 1, other, word);
      }
    }
    const all = allAdmin ? 0b11 : allRead ? 0b01 : 0;
    const any = anyAdmin !== 0 ? 0b11 : anyRead !== 0 ? 0b01 : 0;
    let cell = FOLD | all | (any << 2) | (unknown === 0 ? 0 : SOME_UNKNOWN);
    if (any !== 0 && (this.#cells.pii(member) & 1) !== 0) cell |= PII;
    if (any !== 0 && beyondOwners === 0) cell |= OWNER_ONLY;
    if (this.#after === null) return cell;
    for (const { column, resource } of members) {
      cell |= this.#change(id, this.#cells.at(member, column) & SHOWN, resource);
    }
    return cell;
  }

  #change(id: string, before: number, resource: ShownResource['resource']): number {
    if (this.#after === null) return 0;
    return drafted(before, this.#after.matrixWindow([id], [resource])[0] ?? 0);
  }
}

/** The heads and cells of some lines. `after` is the policy with the draft, `null` for an empty one. */
export function windowOf(
  prepared: PreparedView,
  after: Policy | null,
  { principals: down, resources: across }: Pick<ParsedInput<'matrix.window'>, 'principals' | 'resources'>,
): ChannelOutput<'matrix.window'> {
  const principals = prepared.principals.slice(down.offset, down.offset + down.limit);
  const resources = prepared.resources.slice(across.offset, across.offset + across.limit);
  const source = new WindowCells(prepared, after);
  const cells = new Uint16Array(principals.length * resources.length);
  resources.forEach((line, at) => {
    const masks = line.kind === 'fold' ? masksOf(line.members.map(({ column }) => column)) : null;
    principals.forEach((principal, row) => {
      cells[row * resources.length + at] =
        line.kind === 'fold' && masks !== null
          ? source.ofFold(principal, line.members, masks)
          : line.kind === 'resource'
            ? source.ofResource(principal, line.shown)
            : 0;
    });
  });
  return {
    fingerprint: prepared.held.policy.snapshot.fingerprint,
    principals: principals.map(principalHead),
    resources: resources.map((line) => resourceHead(line, prepared)),
    cells,
  };
}
