import { app, type Session, type WebContents } from 'electron';
import { isOurPage } from './origin';

/**
 * Closes every way out of the page: other addresses, new windows, webviews,
 * devices and permissions. Applies to each web contents that will ever exist,
 * so that one created by accident is as closed as the window.
 */
export function guardAllContents(developmentUrl: string | null): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, developmentUrl);
  });
}

function guardContents(contents: WebContents, developmentUrl: string | null): void {
  contents.on('will-navigate', (event) => {
    if (!isOurPage(event.url, developmentUrl)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurPage(event.url, developmentUrl)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  // Neither the policy nor the session's network filter sees what WebRTC sends.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies every permission, device and download: the app needs none of them. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
