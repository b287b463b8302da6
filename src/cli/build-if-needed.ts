// Builds the server when there is no build, or when a source file is newer than it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

const inputs = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
/** Written last by the adapter, so a build that was broken off has none. */
const output = join(projectRoot, 'build', 'index.js');

function newest(path: string): number {
	const found = statSync(path);
	if (!found.isDirectory()) return found.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function buildIsCurrent(): boolean {
	if (!existsSync(output)) return false;
	const built = statSync(output).mtimeMs;
	return inputs
		.map((name) => join(projectRoot, name))
		.every((path) => !existsSync(path) || newest(path) <= built);
}

/**
 * Throws when the build fails; what went wrong stands above in the terminal.
 * @param env what the build sees of the environment, which can change what is built
 */
export function buildIfNeeded(env: NodeJS.ProcessEnv = process.env): void {
	if (buildIsCurrent()) return;
	console.log('Bygger Genomlys. Det tar ungefär en minut första gången.');
	const started = new Date();
	const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
	const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: projectRoot,
		env,
		stdio: 'inherit'
	});
	if (built.status !== 0) throw new Error('Bygget misslyckades. Orsaken står ovanför.');
	// A file saved while the build ran is newer than what was built.
	utimesSync(output, started, started);
}
