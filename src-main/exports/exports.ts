import type { Attestation } from '@contract/attestations';
import type { Manifest } from '@contract/evidence';
import type { ExportFormat, ExportProgress, ExportRequest } from '@contract/reports';
import type { Snapshot } from '@contract/snapshot';
import type { ReportQuestion } from '../compiled-policies/report-question';
import { makePack } from '../evidence/pack';
import type { Signer } from '../evidence/signing-key';
import { REPORT_TITLES } from '../reports/make-report';
import type { ReportFile, ReportFormat } from '../reports/write-report';
import { Failed } from '../storage/failed';
import { whereToWrite } from './where-to-write';

/** What exports need of the rest of main. */
export interface ExportParts {
  /** The workspaces that have been read, in the order of the rail. */
  readonly open: () => readonly {
    readonly key: string;
    readonly snapshot: Snapshot;
    readonly email: string;
  }[];
  readonly attestations: (key: string) => readonly Attestation[];
  readonly report: (
    key: string,
    question: ReportQuestion,
    signal: AbortSignal,
  ) => Promise<readonly ReportFile[]>;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly signer: () => Promise<Signer>;
  /** Asks the admin where to write; `null`: nowhere. */
  readonly choose: (
    suggestedName: string,
    kind: { name: string; extensions: string[] },
  ) => Promise<string | null>;
  /** Writes a file as a whole. @throws Failed `disk` */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly appVersion: string;
  /** Epoch ms. */
  readonly now: () => number;
}

export type ExportOutcome =
  | { readonly kind: 'written'; readonly names: string[]; readonly bytes: number }
  | { readonly kind: 'cancelled' };

/** Makes exports, one at a time. */
export interface Exports {
  /** @throws Failed `notFound`, `unsupported` for a report too large for its format, `conflict`, `disk` */
  run(request: ExportRequest): Promise<ExportOutcome>;
  /** Stops the one that is being made; nothing is written then. */
  cancel(): void;
}

const MADE_AS: Readonly<Record<ExportFormat, ReportFormat>> = {
  csv: 'csv',
  json: 'json',
  xlsx: 'xlsx',
  pdf: 'html',
};

/** Files of two workspaces may have one name: the later one gets a number. */
function withUniqueNames(files: readonly ReportFile[]): ReportFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    let unique = name;
    for (let number = 2; taken.has(unique); number += 1) unique = name.replace(/(\.[^.]+)$/, `-${number}$1`);
    taken.add(unique);
    return { name: unique, bytes };
  });
}

export function createExports(parts: ExportParts): Exports {
  let running: AbortController | null = null;

  const make = async (request: ExportRequest, exportedAt: string, signal: AbortSignal) => {
    const { scope, kinds, formats, all } = request;
    const about = parts.open().filter(({ key }) => scope.kind === 'all' || scope.key === key);
    if (about.length === 0) throw new Failed('notFound', 'Nothing of this workspace has been read yet.');
    const jobs = about.flatMap((workspace) =>
      kinds.flatMap((kind) => formats.map((format) => ({ workspace, kind, format }))),
    );
    const files: ReportFile[] = [];
    for (const [done, { workspace, kind, format }] of jobs.entries()) {
      const { key, snapshot, email } = workspace;
      const words = `${REPORT_TITLES[kind]} of ${snapshot.workspace.name} as ${format.toUpperCase()}`;
      parts.onProgress({ done, of: jobs.length, words });
      const stamp = { exportedAt, exportedBy: email, appVersion: parts.appVersion };
      const attestations = [...parts.attestations(key)];
      const question = { kind, format: MADE_AS[format], scope, all, stamp, attestations };
      for (const file of await parts.report(key, question, signal)) {
        signal.throwIfAborted();
        files.push(format === 'pdf' ? await printed(file) : file);
      }
      signal.throwIfAborted();
    }
    return { files: withUniqueNames(files), about };
  };

  const printed = async ({ name, bytes }: ReportFile): Promise<ReportFile> => ({
    name: name.replace(/\.html$/, '.pdf'),
    bytes: await parts.print(Buffer.from(bytes).toString('utf8')),
  });

  const manifestOf = (
    about: Awaited<ReturnType<typeof make>>['about'],
    createdAt: string,
  ): Omit<Manifest, 'format' | 'version' | 'files' | 'publicKey'> => ({
    createdAt,
    appVersion: parts.appVersion,
    exportedBy: about[0]?.email ?? null,
    workspaces: about.map(({ snapshot: { workspace, completedAt, fingerprint } }) => ({
      ...workspace,
      asOf: completedAt,
      fingerprint,
    })),
  });

  const run = async (request: ExportRequest, signal: AbortSignal): Promise<ExportOutcome> => {
    const target = await whereToWrite(request, parts);
    if (target === null) return { kind: 'cancelled' };
    const exportedAt = new Date(parts.now()).toISOString();
    const { files, about } = await make(request, exportedAt, signal);
    const written = target.pack
      ? [{ path: target.path, bytes: makePack(manifestOf(about, exportedAt), files, await parts.signer()) }]
      : target.place(files);
    for (const { path, bytes } of written) await parts.write(path, bytes);
    return {
      kind: 'written',
      names: written.map(({ path }) => path.split(/[\\/]/).at(-1) ?? path),
      bytes: written.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
    };
  };

  return {
    run: async (request) => {
      if (running !== null)
        throw new Failed('conflict', 'An export is being made already. Wait for it, or stop it.');
      const controller = new AbortController();
      running = controller;
      try {
        return await run(request, controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return { kind: 'cancelled' };
        throw error;
      } finally {
        running = null;
      }
    },
    cancel: () => running?.abort(new Failed('cancelled', 'The export was stopped.')),
  };
}
