import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/**
 * Unit tests: everything in test/ but the end-to-end tests. A test of a component asks
 * for a page with `// @vitest-environment happy-dom` in its first line.
 */
export default defineConfig({
  root,
  resolve: { alias: { '@contract': resolve(root, 'src-preload/contract') } },
  test: {
    include: ['test/**/*.test.{ts,tsx,mjs}'],
    exclude: ['test/e2e/**'],
    environment: 'node',
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
