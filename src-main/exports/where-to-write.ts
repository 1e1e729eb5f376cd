import type { ExportFormat, ExportRequest } from '@contract/reports';
import type { ReportFile } from '../reports/write-report';
import type { ExportParts } from './exports';

/** Where an export goes: into one signed pack, or the files of one report to where the admin said. */
export type Target =
  | { readonly pack: true; readonly path: string }
  | {
      readonly pack: false;
      readonly place: (
        files: readonly ReportFile[],
      ) => { readonly path: string; readonly bytes: Uint8Array }[];
    };

const KINDS: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV',
  xlsx: 'Excel workbook',
  pdf: 'PDF',
  json: 'JSON',
};

/** Whether the request makes one report in one format: everything else goes into a pack. */
function isSingle({ scope, kinds, formats, pack }: ExportRequest): boolean {
  return !pack && kinds.length === 1 && formats.length === 1 && scope.kind !== 'all';
}

const day = (now: number) => new Date(now).toISOString().slice(0, 10);

/** Asks the admin where to write, before anything is made. `null`: nowhere. */
export async function whereToWrite(
  request: ExportRequest,
  { open, choose, now }: Pick<ExportParts, 'open' | 'choose' | 'now'>,
): Promise<Target | null> {
  const { scope, kinds, formats } = request;
  const [kind] = kinds;
  const [format] = formats;
  const slug =
    scope.kind === 'all'
      ? 'all'
      : (open().find(({ key }) => key === scope.key)?.snapshot.workspace.slug ?? 'workspace');
  const plain = slug.replace(/[^A-Za-z0-9-]+/g, '-');
  if (!isSingle(request) || kind === undefined || format === undefined) {
    const path = await choose(`${plain}-evidence-${day(now())}.zip`, {
      name: 'Evidence pack',
      extensions: ['zip'],
    });
    return path === null ? null : { pack: true, path };
  }
  const path = await choose(`${plain}-${kind}-${day(now())}.${format}`, {
    name: KINDS[format],
    extensions: [format],
  });
  if (path === null) return null;
  // What a CSV is about stands beside it.
  const beside = `${path.replace(/\.csv$/i, '')}.about.csv`;
  return {
    pack: false,
    place: (files) => files.map(({ bytes }, at) => ({ path: at === 0 ? path : beside, bytes })),
  };
}
