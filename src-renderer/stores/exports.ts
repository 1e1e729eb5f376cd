import type { ExportProgress } from '@contract/reports';
import { create } from 'zustand';

/** How far the export is that is being made; `null` while there is none. */
export const useExportStore = create<{ progress: ExportProgress | null }>()(() => ({ progress: null }));

/** Takes over news of an export. */
export function receiveExportProgress(progress: ExportProgress): void {
  useExportStore.setState({ progress });
}

/** An export begins, or is over. */
export function forgetExportProgress(): void {
  useExportStore.setState({ progress: null });
}
