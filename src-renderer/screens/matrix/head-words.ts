import type { PrincipalHead, ResourceHead } from '@contract/matrix';
import type { ResourceType } from '@contract/snapshot';
import { counted, countText } from '../../components/list/counts';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';

/** What the head of a line shows. */
export interface HeadText {
  /** A short word before the name, fainter: the kind of a resource, how many are alike. */
  lead: string;
  /** The caret of a fold, which stands upright even in a slanted head. */
  caret: '' | '▸' | '▾';
  name: string;
  /** How many it reaches, or is reached by, for certain. */
  reach: string;
}

const KIND_LETTERS: Record<ResourceType, string> = {
  SOURCE: 'src',
  DESTINATION: 'dst',
  WAREHOUSE: 'wh',
  SPACE: 'spc',
  TRACKING_PLAN: 'tp',
  FUNCTION: 'fn',
};

/** Control and direction marks would move what stands around them; very long names cost time. */
function plainName(name: string): string {
  return name.slice(0, 300).replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

/** The name of a line of principals; of one without a name its address. */
export function principalName(head: PrincipalHead, of: 'members' | 'groups'): string {
  const own = head.name === '' ? head.email || head.subject.id : head.name;
  return isSeveral(head) ? `${alikeCount(head.size, of)} with the same access, first ${own}` : own;
}

/** Whether a line stands for several principals. */
export function isSeveral({ kind, size }: PrincipalHead): boolean {
  return kind === 'alike' && size > 1;
}

/** `37 people`, `4 groups`. */
export function alikeCount(size: number, of: 'members' | 'groups'): string {
  return of === 'members' ? counted(size, 'person', 'people') : counted(size, 'group');
}

/** The name of a line of resources. A fold is named after its value. `foldBy` is the label key. */
export function resourceName(head: ResourceHead, foldBy: string | null): string {
  if (head.kind === 'resource') return head.name === '' ? head.subject.id : head.name;
  if (head.value !== null) return `${foldBy ?? ''}:${head.value}`;
  return head.id === 'unknown' ? `${foldBy ?? 'labels'} unknown` : `without ${foldBy ?? 'it'}`;
}

/** A head of principals as it is drawn. */
export function principalText(head: PrincipalHead, of: 'members' | 'groups'): HeadText {
  const { read, admin, unknown } = head.reach;
  return {
    lead: isSeveral(head) ? alikeCount(head.size, of) : '',
    caret: '',
    name: plainName(head.name === '' ? head.email || head.subject.id : head.name),
    reach: `${countText(read + admin)}${unknown > 0 ? '?' : ''}`,
  };
}

/** A head of resources as it is drawn. */
export function resourceText(head: ResourceHead, foldBy: string | null): HeadText {
  if (head.kind === 'fold') {
    return {
      lead: '',
      caret: head.open ? '▾' : '▸',
      name: `${plainName(resourceName(head, foldBy))} (${countText(head.size)})`,
      reach: '',
    };
  }
  const { read, admin, unknown } = head.reach;
  return {
    lead: KIND_LETTERS[head.type],
    caret: '',
    name: plainName(resourceName(head, foldBy)),
    reach: `${countText(read + admin)}${unknown > 0 ? '?' : ''}`,
  };
}

/** A head of principals in words: `Ana Bauer, reaches 38 resources`. */
export function principalWords(head: PrincipalHead, of: 'members' | 'groups'): string {
  const { read, admin, unknown } = head.reach;
  const perhaps = unknown > 0 ? `, perhaps ${countText(unknown)} more` : '';
  return `${principalName(head, of)}, reaches ${counted(read + admin, 'resource')}${perhaps}`;
}

/** A head of resources in words: `Web prod, source, 38 people reach it`. */
export function resourceWords(
  head: ResourceHead,
  foldBy: string | null,
  principals: 'members' | 'groups',
): string {
  const name = resourceName(head, foldBy);
  if (head.kind === 'fold') {
    return `${name}, ${counted(head.size, 'resource')}, ${head.open ? 'unfolded' : 'folded'}`;
  }
  const { read, admin, unknown } = head.reach;
  const who = principals === 'members' ? ['person', 'people'] : ['group', 'groups'];
  const perhaps = unknown > 0 ? `, perhaps ${countText(unknown)} more` : '';
  return `${name}, ${RESOURCE_KINDS[head.type].one.toLowerCase()}, reached by ${counted(read + admin, who[0] ?? '', who[1] ?? '')}${perhaps}`;
}
