import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const icon = fileURLToPath(new URL('src/lib/components/Icon.svelte', import.meta.url));

/** Lets the icons of Lucide be drawn by our Icon. Should the library move its own, the icons are drawn by that, slower. */
const drawIcons: Plugin = {
	name: 'draw-icons',
	enforce: 'pre',
	resolveId: (source, importer) =>
		source === '../Icon.svelte' && importer?.includes('/@lucide/svelte/') ? icon : null
};

/**
 * A page of many small modules waits for each of them, even from the browser's own store, so small ones are put together. The
 * server waits for none, and must not be given the browser's engine together with a small module of its own.
 */
const mergeForBrowser: Plugin = {
	name: 'merge-for-browser',
	enforce: 'post',
	config: ({ build }) =>
		build?.ssr ? {} : { build: { rollupOptions: { output: { experimentalMinChunkSize: 30_000 } } } }
};

export default defineConfig({
	plugins: [drawIcons, sveltekit(), mergeForBrowser],
	// The engine's files are served by routes/motor, never bundled.
	optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
	worker: { format: 'es' },
	test: {
		// Also where two processors are all there is: a file waits for its database or its browser much of the time.
		maxWorkers: 2,
		projects: [
			// Property tests on a busy machine take longer than the usual five seconds, and all of these yield to a browser beside them.
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 120_000 } },
			{
				extends: true,
				test: {
					name: 'sql',
					include: ['tests/sql/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// Each has a database of its own, and half of a file's time would be to read the server's modules again.
					isolate: false
				}
			},
			{
				extends: true,
				// The installation that the environment configures, of which a process has one.
				test: {
					name: 'configured',
					include: ['tests/sql/configured/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					// Node drives a real browser against the built server; one file at a time, so that none waits for another's engine.
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: 'tests/browser/setup.ts',
					testTimeout: 60_000,
					hookTimeout: 60_000,
					maxWorkers: 1,
					sequence: { groupOrder: 1 }
				}
			}
		]
	}
});
