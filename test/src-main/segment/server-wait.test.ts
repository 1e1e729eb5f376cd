import { describe, expect, it } from 'vitest';
import { serverWait } from '../../../src-main/segment/server-wait';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const RESET = 'Mon, 23 Nov 2026 12:00:20 +0000';
const wait = (headers: Record<string, string>, data?: unknown) => serverWait(new Headers(headers), data, NOW);

describe('serverWait', () => {
  it('prefers Retry-After, then msBeforeNext, then X-RateLimit-Reset', () => {
    const all = { 'Retry-After': '7', 'X-RateLimit-Reset': RESET };
    expect(wait(all, { msBeforeNext: 3100 })).toBe(7000);
    expect(wait({ 'X-RateLimit-Reset': RESET }, { msBeforeNext: 3100 })).toBe(3100);
    expect(wait({ 'X-RateLimit-Reset': RESET })).toBe(20_000);
    expect(wait({})).toBeUndefined();
  });

  it('takes dates against the clock of the server, where it sends one', () => {
    const date = 'Mon, 23 Nov 2026 12:00:15 GMT';
    expect(wait({ 'X-RateLimit-Reset': RESET, Date: date })).toBe(5000);
    expect(wait({ 'Retry-After': 'Mon, 23 Nov 2026 12:00:18 GMT', Date: date })).toBe(3000);
  });

  it('passes over what makes no sense', () => {
    expect(wait({ 'Retry-After': 'soon' }, { msBeforeNext: 'soon' })).toBeUndefined();
    expect(wait({ 'Retry-After': '-5' }, { msBeforeNext: 10 })).not.toBe(-5000);
    expect(wait({ 'X-RateLimit-Reset': 'Mon, 23 Nov 2026 11:00:00 +0000' })).toBeUndefined();
    expect(wait({ 'X-RateLimit-Reset': '60' }, { msBeforeNext: -1 })).toBeUndefined();
  });
});
