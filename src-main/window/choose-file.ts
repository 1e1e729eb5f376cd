import { type BrowserWindow, dialog } from 'electron';

/** One kind of file in the system's dialog. */
export interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

const filtersOf = (kinds: readonly FileKind[]) =>
  kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** Lets the admin choose a file to read; `null`: nothing was chosen. The page never names a path. */
export async function chooseFileToRead(
  window: BrowserWindow | null,
  title: string,
  kinds: readonly FileKind[],
): Promise<string | null> {
  const options = { title, filters: filtersOf(kinds), properties: ['openFile' as const] };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Lets the admin say where to write a file; `null`: nothing was chosen. */
export async function chooseFileToWrite(
  window: BrowserWindow | null,
  title: string,
  suggestedName: string,
  kinds: readonly FileKind[],
): Promise<string | null> {
  const options = { title, defaultPath: suggestedName, filters: filtersOf(kinds) };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}
