import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { ExportProgress, ExportRequest } from '@contract/reports';
import { beforeEach, describe, expect, it } from 'vitest';
import { rawPublicKey } from '../../../src-main/evidence/pack-key';
import { verifyPack } from '../../../src-main/evidence/verify-pack';
import { createExports, type ExportParts } from '../../../src-main/exports/exports';
import { Failed } from '../../../src-main/storage/failed';
import { buildSnapshot } from '../../fixtures/snapshot';

const NORTH = '11111111-1111-4111-8111-111111111111';
const SOUTH = '22222222-2222-4222-8222-222222222222';
const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = rawPublicKey(createPublicKey(privateKey));

let written: Map<string, Uint8Array>;
let asked: string[];
let progress: ExportProgress[];
let answer: string | null;

const place = (key: string, name: string) => ({
  key,
  email: `ada@${name}.example`,
  snapshot: buildSnapshot({ workspace: { id: name, slug: 'shared', name } }),
});

function exportsWith(parts: Partial<ExportParts> = {}) {
  return createExports({
    open: () => [place(NORTH, 'North'), place(SOUTH, 'South')],
    attestations: () => [],
    report: (key, { kind, format }) =>
      Promise.resolve([{ name: `shared-${kind}.${format}`, bytes: Buffer.from(`${key} ${kind} ${format}`) }]),
    print: (html) => Promise.resolve(Buffer.from(`PDF of ${html}`)),
    signer: () =>
      Promise.resolve({ publicKey, sign: (bytes) => sign(null, bytes, privateKey).toString('base64') }),
    choose: (name) => {
      asked.push(name);
      return Promise.resolve(answer);
    },
    write: (path, bytes) => {
      written.set(path, bytes);
      return Promise.resolve();
    },
    onProgress: (each) => progress.push(each),
    appVersion: '0.1.0',
    now: () => Date.UTC(2026, 10, 24, 9),
    ...parts,
  });
}

const request = (parts: Partial<ExportRequest> = {}): ExportRequest => ({
  scope: { kind: 'workspace', key: NORTH },
  kinds: ['access'],
  formats: ['json'],
  all: false,
  pack: false,
  ...parts,
});

beforeEach(() => {
  written = new Map();
  asked = [];
  progress = [];
  answer = '/chosen/file';
});

describe('an export', () => {
  it('writes one report to where the admin said', async () => {
    expect(await exportsWith().run(request())).toMatchObject({ kind: 'written', names: ['file'] });
    expect(asked).toEqual(['shared-access-2026-11-24.json']);
    expect([...written].map(([path, bytes]) => [path, String(bytes)])).toEqual([
      ['/chosen/file', `${NORTH} access json`],
    ]);
  });

  it('puts what a CSV is about beside it', async () => {
    answer = '/chosen/x.csv';
    const report: ExportParts['report'] = () =>
      Promise.resolve([
        { name: 'a.csv', bytes: Buffer.from('rows') },
        { name: 'a.about.csv', bytes: Buffer.from('head') },
      ]);
    await exportsWith({ report }).run(request({ formats: ['csv'] }));
    expect([...written.keys()]).toEqual(['/chosen/x.csv', '/chosen/x.about.csv']);
  });

  it('of several files is one signed pack, with names of its own for each workspace', async () => {
    await exportsWith().run(request({ scope: { kind: 'all' }, formats: ['json', 'pdf'] }));
    expect(asked).toEqual(['all-evidence-2026-11-24.zip']);
    const found = verifyPack(written.get('/chosen/file') ?? new Uint8Array(), publicKey);
    expect(found).toMatchObject({ verdict: 'intact', key: { ours: true } });
    expect(found.manifest?.files.map(({ name }) => name)).toEqual([
      'shared-access.json',
      'shared-access.pdf',
      'shared-access-2.json',
      'shared-access-2.pdf',
    ]);
    expect(found.manifest?.workspaces.map(({ name }) => name)).toEqual(['North', 'South']);
    expect(progress.map(({ done, of }) => `${done}/${of}`)).toEqual(['0/4', '1/4', '2/4', '3/4']);
  });

  it('makes nothing where the admin chose nothing', async () => {
    answer = null;
    expect(await exportsWith().run(request())).toEqual({ kind: 'cancelled' });
    expect(progress).toEqual([]);
  });

  it('that is stopped writes nothing, and the next can begin', async () => {
    const exports = exportsWith({
      report: (_key, _question, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Failed('cancelled', 'stopped')));
        }),
    });
    const running = exports.run(request());
    await expect(exports.run(request())).rejects.toMatchObject({ failure: { code: 'conflict' } });
    await Promise.resolve();
    exports.cancel();
    expect(await running).toEqual({ kind: 'cancelled' });
    expect(written.size).toBe(0);
    answer = null;
    expect(await exports.run(request())).toEqual({ kind: 'cancelled' });
  });

  it('passes on in words what went wrong', async () => {
    const report = () => Promise.reject(new Failed('unsupported', 'Choose CSV.'));
    await expect(exportsWith({ report }).run(request())).rejects.toMatchObject({
      failure: { message: 'Choose CSV.' },
    });
    await expect(exportsWith({ open: () => [] }).run(request())).rejects.toMatchObject({
      failure: { code: 'notFound' },
    });
    expect(written.size).toBe(0);
  });
});
