// The engine's two files, from its npm package: the worker's script and the WebAssembly module, with brotli made once.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const contentTypes = {
	'duckdb-browser-eh.worker.js': 'text/javascript; charset=utf-8',
	'duckdb-eh.wasm': 'application/wasm'
} as const;
type EngineFileName = keyof typeof contentTypes;

/**
 * The worker's script counts the bytes of the module through a TransformStream where there is one. A response that is made
 * anew like that is compiled at every visit; as it came, the browser keeps the compiled code beside it.
 */
const asItCame = 'self.TransformStream = undefined;\n';

/** The worker's own policy: it may compile WebAssembly and fetch from this origin, which no page may or needs to. */
const workerPolicy = [
	"default-src 'none'",
	"script-src 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"frame-ancestors 'none'",
	"base-uri 'none'",
	"form-action 'none'"
].join('; ');

interface EngineFile {
	body: Uint8Array<ArrayBuffer>;
	headers: Record<string, string>;
}

const folder = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
const compressed = new Map<EngineFileName, Promise<Uint8Array<ArrayBuffer>>>();
let version: Promise<string> | null = null;

/** Compresses both files, so that the first visitor does not wait for it. Called when the server starts. */
export async function prepareEngineFiles(): Promise<void> {
	await Promise.all([brotli('duckdb-browser-eh.worker.js'), brotli('duckdb-eh.wasm')]);
}

/** One of the two files, or null for any other name and for another version than the one installed. */
export async function engineFile(
	wantedVersion: string,
	name: string,
	acceptsBrotli: boolean
): Promise<EngineFile | null> {
	if (!isEngineFileName(name) || wantedVersion !== (await installedVersion())) return null;
	const body = await (acceptsBrotli ? brotli(name) : content(name));
	return {
		body,
		headers: {
			'Content-Type': contentTypes[name],
			'Content-Length': String(body.length),
			...(acceptsBrotli ? { 'Content-Encoding': 'br' } : {}),
			'Cache-Control': 'private, max-age=31536000, immutable',
			Vary: 'Accept-Encoding',
			'Content-Security-Policy': workerPolicy
		}
	};
}

function isEngineFileName(name: string): name is EngineFileName {
	return Object.hasOwn(contentTypes, name);
}

function installedVersion(): Promise<string> {
	return (version ??= readFile(join(folder, '..', 'package.json'), 'utf8').then((text) => {
		const description: unknown = JSON.parse(text);
		if (description && typeof description === 'object' && 'version' in description)
			return String(description.version);
		throw new Error('The engine package names no version');
	}));
}

async function content(name: EngineFileName): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(await readFile(join(folder, name)));
	if (name === 'duckdb-eh.wasm') return bytes;
	// The script ends by naming a source map that is not served.
	const text = new TextDecoder().decode(bytes).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
	return new TextEncoder().encode(asItCame + text);
}

/** Quality 5 takes 2 s for the 34 MB and gives 6 MB; the highest quality takes 50 s for half a megabyte less. */
function brotli(name: EngineFileName): Promise<Uint8Array<ArrayBuffer>> {
	let result = compressed.get(name);
	if (!result) {
		result = compress(name);
		compressed.set(name, result);
		result.catch(() => compressed.delete(name));
	}
	return result;
}

async function compress(name: EngineFileName): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = await content(name);
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 5,
		[constants.BROTLI_PARAM_LGWIN]: 22,
		[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
	};
	return new Uint8Array(await promisify(brotliCompress)(bytes, { params }));
}
