import type { Failure } from '@contract/failure';
import type { AddWorkspace } from '@contract/workspaces';

/** The regions that can be chosen. */
export type Region = AddWorkspace['endpoint']['kind'];

/** What the admin has entered so far. */
export interface AddWorkspaceDraft {
  token: string;
  region: Region;
  /** Of a custom server. */
  url: string;
  email: string;
}

/** The fields that an error can stand at. */
export type AddWorkspaceField = 'token' | 'url' | 'region' | 'email';

/** What is wrong with each field. */
export type FieldErrors = Partial<Record<AddWorkspaceField, string>>;

export const EMPTY_DRAFT: AddWorkspaceDraft = { token: '', region: 'us', url: '', email: '' };

/** What is wrong with the draft, by field; empty when it can be sent. */
export function draftErrors({ token, region, url, email }: AddWorkspaceDraft): FieldErrors {
  const errors: FieldErrors = {};
  if (token.trim() === '') errors.token = 'Paste a token of the Public API.';
  else if (/\s/.test(token.trim())) errors.token = 'A token has no spaces or line breaks. Copy it again.';
  const urlError = region === 'custom' ? urlProblem(url.trim()) : null;
  if (urlError !== null) errors.url = urlError;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) {
    errors.email = 'Enter the address with which you are a member of this workspace.';
  }
  return errors;
}

/** What is wrong with the address of a custom server: it must be https, or http on this machine. */
export function urlProblem(url: string): string | null {
  if (!URL.canParse(url)) return 'Enter a whole address, such as https://segment-proxy.example.';
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return 'Leave user name and password out of the address.';
  if (protocol === 'https:') return null;
  if (protocol === 'http:' && isLoopback(hostname)) return null;
  return 'Use https. Plain http is only for a server on this machine.';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The draft as main takes it. */
export function addWorkspaceInput({ token, region, url, email }: AddWorkspaceDraft): AddWorkspace {
  const endpoint: AddWorkspace['endpoint'] =
    region === 'custom' ? { kind: 'custom', url: url.trim() } : { kind: region };
  return { token: token.trim(), endpoint, email: email.trim() };
}

/** Where a failure of main belongs; `null` when it is about no field. */
export function fieldOf({ code, message }: Failure, region: Region): AddWorkspaceField | null {
  const where = region === 'custom' ? 'url' : 'region';
  switch (code) {
    case 'unauthorized':
      return 'token';
    case 'offline':
    case 'badAnswer':
    case 'notFound':
      return where;
    case 'badInput':
      if (/e-?mail/i.test(message)) return 'email';
      if (/address|url|https/i.test(message) && region === 'custom') return 'url';
      if (/token/i.test(message)) return 'token';
      return null;
    default:
      return null;
  }
}
