import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areApart,
  type Decisions,
  joinAddresses,
  keepApart,
  samePersonAs,
  separateAddress,
  UNDECIDED,
} from '../../../src-main/persons/identities';
import { mailboxOf } from '../../../src-main/persons/mailbox';

const AT = '2026-11-24T09:00:00.000Z';

describe('mailboxes', () => {
  it.each([
    ['Ann+Northwind@Mail.example', 'ann@mail.example'],
    ['ann@mail.example', 'ann@mail.example'],
    ['+tag@mail.example', '+tag@mail.example'],
    ['a@b+c@mail.example', 'a@b+c@mail.example'.replace('+c', '')],
    ['no-address+x', 'no-address+x'],
  ])('%s is delivered to %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox);
  });
});

describe('joining addresses', () => {
  it('brings sets that share an address together, without regard to case', () => {
    const once = joinAddresses(UNDECIDED, ['a@x', 'B@x'], AT);
    const twice = joinAddresses(once, ['b@x', 'c@x'], AT);
    expect(samePersonAs(twice, 'A@X')).toEqual(['a@x', 'b@x', 'c@x']);
  });

  it('leaves a set of two as two single addresses when one is separated, and does not suggest it again', () => {
    const after = separateAddress(joinAddresses(UNDECIDED, ['a@x', 'b@x'], AT), 'b@x');
    expect(after.joined).toEqual([]);
    expect(areApart(after, 'a@x', 'b@x')).toBe(true);
  });

  it('changes nothing for one address', () => {
    expect(joinAddresses(UNDECIDED, ['a@x', 'A@x '], AT)).toBe(UNDECIDED);
    expect(separateAddress(UNDECIDED, 'a@x')).toBe(UNDECIDED);
    expect(keepApart(UNDECIDED, 'a@x', 'A@x')).toBe(UNDECIDED);
  });

  it('keeps every address in one set at most, and never joins what is kept apart', () => {
    const address = fc.constantFrom('a@x', 'b@x', 'c@x', 'd@x', 'e@x');
    const step = fc.tuple(fc.constantFrom('join', 'separate', 'apart'), address, address);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now: Decisions = UNDECIDED;
        for (const [what, one, other] of steps) {
          if (what === 'join') now = joinAddresses(now, [one, other], AT);
          else if (what === 'separate') now = separateAddress(now, one);
          else now = keepApart(now, one, other);
          const all = now.joined.flatMap(({ emails }) => emails);
          expect(new Set(all).size).toBe(all.length);
          for (const { emails } of now.joined) expect(emails.length).toBeGreaterThan(1);
          for (const [a, b] of now.apart) expect(samePersonAs(now, a)).not.toContain(b);
          if (what === 'join') expect(samePersonAs(now, one)).toContain(other);
          if (what === 'apart' && one !== other) expect(areApart(now, one, other)).toBe(true);
        }
      }),
    );
  });
});
