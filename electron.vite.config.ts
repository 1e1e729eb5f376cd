import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const alias = { '@contract': resolve(root, 'src-preload/contract') };

/**
 * Three builds: main (the app and the sandbox process), preload (one CommonJS
 * file, as a sandboxed preload must be) and renderer. Everything is bundled, so
 * the package carries no node_modules.
 */
export default defineConfig({
  main: {
    // The Node build of fflate declares `require`, which the bundle of an ES module has already.
    resolve: {
      alias: [
        { find: '@contract', replacement: alias['@contract'] },
        { find: /^fflate$/, replacement: 'fflate/browser' },
      ],
    },
    build: {
      outDir: resolve(root, 'out/main'),
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(root, 'src-main/index.ts'),
          sandbox: resolve(root, 'src-main/sandbox/child.ts'),
          'policy-worker': resolve(root, 'src-main/compiled-policies/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: resolve(root, 'out/preload'),
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src-preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    base: './',
    resolve: { alias },
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
});
