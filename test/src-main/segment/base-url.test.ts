import { describe, expect, it } from 'vitest';
import { regionOf, resolveBaseUrl } from '../../../src-main/segment/base-url';

const custom = (url: string) => resolveBaseUrl({ kind: 'custom', url });

describe('resolveBaseUrl', () => {
  it('knows the two regions, where extensions are never asked for', () => {
    expect(resolveBaseUrl({ kind: 'us' })).toEqual({
      url: 'https://api.segmentapis.com',
      mayHaveExtensions: false,
    });
    expect(resolveBaseUrl({ kind: 'eu' })).toEqual({
      url: 'https://eu1.api.segmentapis.com',
      mayHaveExtensions: false,
    });
  });

  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com/', 'https://api.example.com'],
    ['https://api.example.com:8443/segment//', 'https://api.example.com:8443/segment'],
    [' http://127.0.0.1:4010 ', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://127.9.8.7', 'http://127.9.8.7'],
  ])('takes %s', (text, url) => {
    expect(custom(text)).toEqual({ url, mayHaveExtensions: true });
  });

  it.each([
    'https://api.segmentapis.com',
    'https://EU1.api.segmentapis.com/',
    'https://api.segmentapis.com.',
  ])('never asks for extensions at %s', (url) => {
    expect(custom(url).mayHaveExtensions).toBe(false);
  });

  it.each([
    ['http://api.example.com', /https/],
    ['http://127.0.0.1.example.com', /https/],
    ['http://localhost.example.com', /https/],
    ['http://10.0.0.1', /https/],
    ['ftp://127.0.0.1', /https/],
    ['file:///etc/passwd', /https/],
    ['https://me:secret@api.example.com', /user name/],
    ['https://me@api.example.com', /user name/],
    ['https://api.example.com/?', /\?/],
    ['https://api.example.com?a=b', /\?/],
    ['https://api.example.com/#x', /#/],
    ['api.example.com', /address/],
    ['', /address/],
  ])('refuses %s and says why', (text, why) => {
    expect(() => custom(text)).toThrow(why);
    expect(() => custom(text)).toThrow(expect.objectContaining({ kind: 'badUrl' }));
  });

  it('takes the sandbox where it listens, and says so while it does not', () => {
    expect(resolveBaseUrl({ kind: 'sandbox' }, 'http://127.0.0.1:9')).toEqual({
      url: 'http://127.0.0.1:9',
      mayHaveExtensions: true,
    });
    expect(() => resolveBaseUrl({ kind: 'sandbox' })).toThrow(expect.objectContaining({ kind: 'offline' }));
  });

  it('tells the region of a base URL', () => {
    expect(regionOf(resolveBaseUrl({ kind: 'eu' }).url)).toBe('eu');
    expect(regionOf('https://api.example.com')).toBeNull();
  });
});
