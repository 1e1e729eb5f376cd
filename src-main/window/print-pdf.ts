import { session } from 'electron';
import { denyPermissions } from './guards';
import { openPrintWindow } from './main-window';
import { APP_SCHEME } from './origin';
import { cutOffNetwork } from './segment-session';

/** What the page may do: show itself in its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const URL = `${APP_SCHEME}://print/`;

const small = 'font: 7pt Arial, sans-serif; color: #4b535f; width: 100%; margin: 0 12mm;';
/** Chromium fills these classes in by itself. */
const HEADER = `<div style="${small}"><span class="title"></span></div>`;
const FOOTER = `<div style="${small} text-align: right;"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

let printing = 0;

/**
 * Prints a page as PDF, tagged where the runtime can: in a window that nobody sees, without scripts,
 * bridge or network, in a session of its own that goes with it.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  printing += 1;
  const own = session.fromPartition(`print-${printing}`, { cache: false });
  denyPermissions(own);
  cutOffNetwork(own);
  own.protocol.handle(
    APP_SCHEME,
    () =>
      new Response(html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY },
      }),
  );
  const window = openPrintWindow(own);
  try {
    await window.loadURL(URL);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      displayHeaderFooter: true,
      headerTemplate: HEADER,
      footerTemplate: FOOTER,
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(APP_SCHEME);
  }
}
