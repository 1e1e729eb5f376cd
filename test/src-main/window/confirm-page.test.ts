import { describe, expect, it } from 'vitest';
import { answerOf, CONFIRM_POLICY, confirmHtml } from '../../../src-main/window/confirm-page';

describe('the page for typed confirmations', () => {
  it('escapes what comes from the workspace', () => {
    const html = confirmHtml({
      title: 'Confirm',
      lines: ['Delete <script>alert(1)</script>'],
      phrase: '"><img src=x>',
      wrong: false,
    });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script&gt;');
  });

  it('allows no script at all', () => {
    expect(CONFIRM_POLICY).toContain("default-src 'none'");
    expect(CONFIRM_POLICY).not.toContain('script-src');
    expect(confirmHtml({ title: 't', lines: [], phrase: 'p', wrong: true })).not.toMatch(/<script|\son\w+=/);
  });

  it.each([
    ['app://confirm/answer?typed=Analysts&do=confirm', 'confirmed'],
    ['app://confirm/answer?typed=+Analysts+&do=confirm', 'confirmed'],
    ['app://confirm/answer?typed=Analysts', 'confirmed'],
    ['app://confirm/answer?typed=analysts&do=confirm', 'wrong'],
    ['app://confirm/answer?do=confirm', 'wrong'],
    ['app://confirm/answer?typed=Analysts&do=cancel', 'cancelled'],
    ['app://gatehouse/answer?typed=Analysts&do=confirm', null],
    ['https://confirm/answer?typed=Analysts', null],
    ['app://confirm/other?typed=Analysts', null],
    ['', null],
  ])('reads %s as %s', (address, answer) => {
    expect(answerOf(address, 'Analysts')).toBe(answer);
  });
});
