import { describe, expect, it } from 'vitest';
import {
  type AddWorkspaceDraft,
  addWorkspaceInput,
  draftErrors,
  fieldOf,
  urlProblem,
} from '../../../../src-renderer/app/dialogs/add-workspace';

const good: AddWorkspaceDraft = {
  token: ' sgp_abc ',
  region: 'eu',
  url: '',
  email: ' ada@northwind.example ',
};

describe('the draft of a workspace', () => {
  it('can be sent when token and email are there, trimmed', () => {
    expect(draftErrors(good)).toEqual({});
    expect(addWorkspaceInput(good)).toEqual({
      token: 'sgp_abc',
      endpoint: { kind: 'eu' },
      email: 'ada@northwind.example',
    });
  });

  it('says what is missing at each field', () => {
    expect(Object.keys(draftErrors({ token: '', region: 'custom', url: '', email: 'ada' }))).toEqual([
      'token',
      'url',
      'email',
    ]);
    expect(draftErrors({ ...good, token: 'two words' }).token).toContain('no spaces');
  });

  it('asks for an address only where it is used', () => {
    expect(draftErrors({ ...good, url: 'nonsense' })).toEqual({});
    expect(addWorkspaceInput({ ...good, region: 'custom', url: ' https://proxy.example ' }).endpoint).toEqual(
      {
        kind: 'custom',
        url: 'https://proxy.example',
      },
    );
  });

  it.each(['https://proxy.example', 'http://127.0.0.1:4010', 'http://localhost:1', 'http://[::1]:8080/x'])(
    'takes %s',
    (url) => expect(urlProblem(url)).toBeNull(),
  );

  it.each([
    'proxy.example',
    'http://proxy.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ftp://127.0.0.1',
    'https://ada:secret@proxy.example',
    '',
  ])('refuses %s', (url) => expect(urlProblem(url)).not.toBeNull());
});

describe('a failure of main', () => {
  it.each([
    ['unauthorized', 'The token was refused.', 'us', 'token'],
    ['offline', 'Nothing answers.', 'us', 'region'],
    ['offline', 'Nothing answers.', 'custom', 'url'],
    ['badAnswer', 'That is not the Public API.', 'custom', 'url'],
    ['badInput', 'This address cannot be used.', 'custom', 'url'],
    ['badInput', 'The token has an odd form.', 'us', 'token'],
    ['badInput', 'The email is not one.', 'us', 'email'],
    ['disk', 'The disk refused.', 'us', null],
    ['conflict', 'It is connected already.', 'us', null],
  ] as const)('%s (%s) of %s stands at %s', (code, message, region, field) => {
    expect(fieldOf({ code, message }, region)).toBe(field);
  });
});
