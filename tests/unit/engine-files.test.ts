import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { engineFile } from '$lib/server/engine-files';

test('the worker hands the module to the compiler as it came, so that browsers keep its compiled code', async () => {
	const engine = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
	const installed: unknown = JSON.parse(await readFile(join(engine, '..', 'package.json'), 'utf8'));
	const version = installed instanceof Object && 'version' in installed ? String(installed.version) : '';
	const file = await engineFile(version, 'duckdb-browser-eh.worker.js', false);
	const script = new TextDecoder().decode(file?.body);
	expect(script.startsWith('self.TransformStream = undefined;')).toBe(true);
	// Without it the script takes its other way, and only that one hands over what was fetched.
	expect(script).toContain('if(typeof TransformStream=="function")');
	expect(script).toMatch(/WebAssembly\.instantiateStreaming\(fetch\(\w+\),\w+\)/);
});
