import { addressKey } from '../lists/relations/subject-ids';
import { mailboxOf } from './mailbox';

/** What the admin decided about addresses. They are in the form of `addressKey`. */
export interface Decisions {
  /** Sets of addresses that are one person, each with when that was said (ISO 8601). */
  readonly joined: readonly { readonly emails: readonly string[]; readonly at: string }[];
  /** Pairs that are two persons. */
  readonly apart: readonly (readonly [string, string])[];
}

/** Before anything was decided. */
export const UNDECIDED: Decisions = { joined: [], apart: [] };

/** An address without a tag names a person better than its alias. */
function inOrder(emails: Iterable<string>): string[] {
  const rank = (email: string) => `${mailboxOf(email) === email ? 0 : 1} ${email}`;
  return [...emails].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

const samePair = (pair: readonly [string, string], one: string, other: string) =>
  (pair[0] === one && pair[1] === other) || (pair[0] === other && pair[1] === one);

/** One person more: sets that share an address grow together, and what was kept apart among them is not any more. */
export function joinAddresses(now: Decisions, emails: readonly string[], at: string): Decisions {
  const together = new Set(emails.map(addressKey));
  if (together.size < 2) return now;
  const others = now.joined.filter((set) => {
    if (!set.emails.some((email) => together.has(email))) return true;
    for (const email of set.emails) together.add(email);
    return false;
  });
  return {
    joined: [...others, { emails: inOrder(together), at }],
    apart: now.apart.filter(([one, other]) => !(together.has(one) && together.has(other))),
  };
}

/** The address stands alone again; a set of one is none. It is not suggested for the others again. */
export function separateAddress(now: Decisions, email: string): Decisions {
  const key = addressKey(email);
  const set = now.joined.find(({ emails }) => emails.includes(key));
  if (set === undefined) return now;
  const left = set.emails.filter((other) => other !== key);
  const others = now.joined.filter((each) => each !== set);
  return {
    joined: left.length > 1 ? [...others, { ...set, emails: left }] : others,
    apart: [...now.apart, ...left.map((other): [string, string] => [key, other])],
  };
}

/** Says that two addresses are two persons. Joined ones are separated first. */
export function keepApart(now: Decisions, one: string, other: string): Decisions {
  const [first, second] = [addressKey(one), addressKey(other)];
  if (first === second) return now;
  const together = now.joined.some(({ emails }) => emails.includes(first) && emails.includes(second));
  const base = together ? separateAddress(now, second) : now;
  if (base.apart.some((pair) => samePair(pair, first, second))) return base;
  return { ...base, apart: [...base.apart, [first, second]] };
}

/** Which addresses are one person with this one: in order, the address itself among them. */
export function samePersonAs(now: Decisions, email: string): readonly string[] {
  const key = addressKey(email);
  return now.joined.find(({ emails }) => emails.includes(key))?.emails ?? [key];
}

/** Whether the admin said that they are two persons. */
export function areApart(now: Decisions, one: string, other: string): boolean {
  return now.apart.some((pair) => samePair(pair, one, other));
}
