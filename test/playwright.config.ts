import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const results = resolve(import.meta.dirname, '../test-results');

/**
 * End-to-end tests in a real Electron window, one at a time: they measure, and the app
 * allows one instance. `npm run test:e2e` sets GATEHOUSE_ELECTRON to the executable.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: resolve(results, 'e2e'),
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 45 * 60_000,
  reporter: [['list'], ['json', { outputFile: resolve(results, 'e2e.json') }]],
});
