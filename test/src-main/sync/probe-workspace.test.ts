import { describe, expect, it } from 'vitest';
import { resolveBaseUrl } from '../../../src-main/segment/base-url';
import { failureOf } from '../../../src-main/segment/segment-error';
import { probeWorkspace } from '../../../src-main/sync/probe-workspace';
import { closedPort, impatientClient, serve, TOKEN } from '../segment/scripted-server';
import { countingFetch, dataAnswer, errorAnswer, type Intercept, ownerOf, sandboxed } from './sandboxed';

async function probe(baseUrl: string, token: string, mayHaveExtensions = true, intercept?: Intercept) {
  const { fetch, paths } = countingFetch(intercept);
  const { client } = impatientClient(baseUrl, { token, fetch });
  const result = await probeWorkspace({ client, mayHaveExtensions }).then(
    (value) => value,
    (error: unknown) => failureOf(error),
  );
  return { result, paths };
}

describe('trying a token', () => {
  it('answers the workspace, the extensions and the role of the token', async () => {
    const sandbox = await sandboxed();
    const { id, slug, token } = ownerOf(sandbox);
    expect((await probe(sandbox.url, token)).result).toMatchObject({
      workspace: { id, slug },
      extensions: true,
      tokenRole: 'Owner',
    });
  });

  it('finds no extensions where there are none', async () => {
    const sandbox = await sandboxed({ extensions: false });
    const { result } = await probe(sandbox.url, ownerOf(sandbox).token);
    expect(result).toMatchObject({ extensions: false, tokenRole: null });
  });

  it.each(['us', 'eu'] as const)('never asks Segment itself for them: %s', async (kind) => {
    const { url, mayHaveExtensions } = resolveBaseUrl({ kind });
    const { result, paths } = await probe(url, TOKEN, mayHaveExtensions, (_method, path) =>
      path === '/'
        ? dataAnswer({ workspace: { id: 'w', slug: 's', name: 'n' } })
        : dataAnswer({ users: [], pagination: { current: '1' } }),
    );
    expect(result).toMatchObject({ extensions: false, tokenRole: null });
    expect(paths).toEqual(['/', '/users']);
  });

  it('says that a Workspace Member’s token is not enough', async () => {
    const sandbox = await sandboxed();
    const { result } = await probe(sandbox.url, ownerOf(sandbox).memberToken);
    expect(result).toEqual({
      code: 'unauthorized',
      message: expect.stringMatching(/Workspace Member.*Ask a Workspace Owner/),
    });
  });

  it.each([
    ['us', /choose EU/],
    ['eu', /choose US/],
  ] as const)('says that a token refused at %s may be of the other region', async (kind, advice) => {
    const { url } = resolveBaseUrl({ kind });
    const { result, paths } = await probe(url, TOKEN, false, () => errorAnswer(401));
    expect(result).toEqual({ code: 'unauthorized', message: expect.stringMatching(advice) });
    expect(paths).toEqual(['/']);
  });

  it('says that a token is not valid', async () => {
    const sandbox = await sandboxed();
    const { result } = await probe(sandbox.url, 'sgp_not-a-token');
    expect(result).toEqual({
      code: 'unauthorized',
      message: expect.stringMatching(/refused \(401\).*pasted whole/),
    });
  });

  it('says that a pasted text cannot be a token', async () => {
    const { result } = await probe('http://127.0.0.1:9', 'my token');
    expect(result).toEqual({
      code: 'unauthorized',
      message: expect.stringMatching(/characters that no token has.*Paste it again/),
    });
  });

  it('says that the network is gone', async () => {
    expect((await probe(await closedPort(), TOKEN)).result).toEqual({
      code: 'offline',
      message: expect.stringMatching(/cannot be reached.*network/),
    });
  });

  it.each([
    ['a web page', { body: '<html>It works!</html>' }],
    ['a 404', { status: 404, body: 'not found' }],
    ['another API', { body: { workspaces: [] } }],
    ['another API with an envelope', { body: { data: { hello: 1 } } }],
  ])('says that a server is not the Public API: %s', async (_title, answer) => {
    const server = await serve(() => answer);
    expect((await probe(server.url, TOKEN)).result).toEqual({
      code: 'badAnswer',
      message: expect.stringMatching(/not Segment’s Public API. Check the address/),
    });
  });

  it('can be given up', async () => {
    const server = await serve(() => undefined);
    const { client } = impatientClient(server.url);
    const probed = probeWorkspace({ client, mayHaveExtensions: true, signal: AbortSignal.timeout(50) });
    await expect(probed).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
