import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { call, launch, launchOptions, newProfile, type RunningApp, removeProfile, root } from './launch';
import { channelNames, wrongInputs } from './wrong-inputs';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launch(newProfile());
});
test.afterAll(async () => {
  await running.close();
  removeProfile(running.profile);
});

test('the page is served from the app’s own protocol with a strict policy', async () => {
  const { page } = running;
  expect(page.url()).toBe('app://gatehouse/index.html');
  const policy = await page.evaluate(async () =>
    (await fetch('/index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('the window is sandboxed and isolated', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return Reflect.apply(
      Reflect.get(window?.webContents ?? {}, 'getLastWebPreferences'),
      window?.webContents,
      [],
    );
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const inPage = await running.page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    bridge: Object.keys(Reflect.get(window, 'gatehouse')).sort(),
  }));
  expect(inPage).toEqual({ require: 'undefined', process: 'undefined', bridge: ['call', 'on'] });
});

test('eval, inline scripts, other origins and frames are blocked', async () => {
  // A server that would answer anybody: only our own policy keeps the page from it.
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' })
      .end('hello');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const outcome = await running.page.evaluate(async (at) => {
    const attempt = async (run: () => unknown) => {
      try {
        return String(await run());
      } catch (error) {
        return error instanceof Error ? error.name : 'threw';
      }
    };
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const button = document.createElement('button');
    await attempt(() => button.setAttribute('onclick', 'window.inlineRan = true'));
    document.body.append(button);
    button.click();
    button.remove();
    const image = document.createElement('img');
    image.src = `http://127.0.0.1:${at}/image.png`;
    document.body.append(image);
    const frame = document.createElement('iframe');
    frame.src = 'app://gatehouse/index.html';
    document.body.append(frame);
    const evaluated = await attempt(
      () =>
        new Promise((done, failed) => {
          // In a task of its own: what a debugger runs directly may use eval all the same.
          setTimeout(() => {
            try {
              done(Reflect.construct(Function, ['return 2'])());
            } catch (error) {
              failed(error);
            }
          });
        }),
    );
    const elsewhere = await attempt(() => fetch(`http://127.0.0.1:${at}/`));
    const file = await attempt(() => fetch('file:///etc/passwd'));
    await attempt(() => new WebSocket(`ws://127.0.0.1:${at}/`));
    await new Promise((done) => setTimeout(done, 500));
    const frameHasBridge = await attempt(() => Reflect.has(frame.contentWindow ?? {}, 'gatehouse'));
    frame.remove();
    image.remove();
    return {
      evaluated,
      elsewhere,
      file,
      frameHasBridge,
      inlineRan: Reflect.has(window, 'inlineRan'),
      violations: [...new Set(violations)].sort(),
    };
  }, port);
  await new Promise((done) => server.close(done));
  expect(asked).toBe(0);
  expect(outcome).toMatchObject({
    evaluated: 'EvalError',
    elsewhere: 'TypeError',
    file: 'TypeError',
    frameHasBridge: 'SecurityError',
    inlineRan: false,
  });
  expect(outcome.violations).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src']));
});

test('navigation, new windows, webviews and permissions are denied', async () => {
  const { app, page } = running;
  await page.evaluate(() => {
    window.open('https://example.com/');
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
    link.remove();
    document.body.append(document.createElement('webview'));
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe('app://gatehouse/index.html');
  expect(app.windows()).toHaveLength(1);
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType()),
  );
  expect(contents).toEqual(['window']);

  const permissions = await page.evaluate(async () => {
    const media = await navigator.mediaDevices
      .getUserMedia({ audio: true })
      .then(() => 'granted')
      .catch((error: unknown) => (error instanceof Error ? error.name : 'threw'));
    const place = await new Promise((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        (error) => done(error.code),
      );
    });
    return { media, place, notification: await Notification.requestPermission() };
  });
  expect(permissions.media).not.toBe('granted');
  expect(permissions.place).toBe(1);
  expect(permissions.notification).toBe('denied');
});

test('the browser opens pages of the list only', async () => {
  const { app, page } = running;
  await app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'opened', []);
    Reflect.set(shell, 'openExternal', (address: string) => {
      Reflect.get(globalThis, 'opened').push(address);
      return Promise.resolve();
    });
  });
  const refused = { ok: false, failure: { code: 'badInput' } };
  expect(
    await call(page, 'app.openLink', { to: 'tokens', slug: 'a', url: 'https://evil.example/' }),
  ).toMatchObject(refused);
  expect(await call(page, 'app.openLink', { to: 'https://evil.example/' })).toMatchObject(refused);
  expect(await call(page, 'app.openLink', { to: 'tokens', slug: '../../@evil.example/' })).toMatchObject({
    ok: true,
  });
  const opened: string[] = await app.evaluate(() => Reflect.get(globalThis, 'opened'));
  expect(opened).toEqual([
    'https://app.segment.com/..%2F..%2F%40evil.example%2F/settings/access-management/tokens',
  ]);
});

test('calls from any other window are refused', async () => {
  const outcome = await running.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      const ask = () =>
        stranger.webContents.executeJavaScript(
          "window.gatehouse === undefined ? 'no bridge' : window.gatehouse.call('workspaces.list')",
        );
      await stranger.loadURL('app://gatehouse/index.html');
      const onOurPage = await ask();
      await stranger.loadURL('data:text/html,elsewhere');
      const elsewhere = await ask();
      stranger.destroy();
      return [onOurPage, elsewhere];
    },
    join(root, 'out/preload/index.cjs'),
  );
  for (const reply of outcome) expect(reply).toMatchObject({ ok: false, failure: { code: 'refused' } });
});

test('names outside the contract go nowhere', async () => {
  for (const name of ['vault.masterKey', '__proto__', 'constructor', '', 'ELECTRON_BROWSER_REQUIRE']) {
    expect(await call(running.page, name)).toMatchObject({ ok: false, failure: { code: 'refused' } });
  }
});

for (const name of channelNames) {
  test(`\`${name}\` refuses 200 wrong inputs without a crash or a side effect`, async () => {
    const state = async () => ({
      vault: await call(running.page, 'vault.state'),
      workspaces: await call(running.page, 'workspaces.list'),
      settings: await call(running.page, 'settings.get'),
      sandbox: await call(running.page, 'sandbox.state'),
    });
    const before = await state();
    const inputs = wrongInputs(name, 200);
    expect(inputs.length).toBe(200);
    // The list is made with the contract's own schemas: these must be in it whatever they say.
    expect(inputs).toEqual(
      expect.arrayContaining([null, true, 0, '', [], { input: { key: expect.anything() } }]),
    );
    for (const input of inputs) {
      const reply = await call(running.page, name, input);
      expect(reply).toMatchObject({ ok: false, failure: { code: 'badInput' } });
    }
    expect(await state()).toEqual(before);
  });
}

test('a second start hands over to the first and ends', async () => {
  const { executablePath, args } = launchOptions(running.profile);
  const code = await new Promise((done) => {
    spawn(executablePath, args, { cwd: process.cwd(), stdio: 'ignore' }).once('exit', done);
  });
  expect(code).toBe(0);
  expect(running.app.windows()).toHaveLength(1);
});
