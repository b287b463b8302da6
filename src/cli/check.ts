// npm run check: format and lint, types, and what nothing uses, side by side; then the build. Each tells its own when it is done.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './build-if-needed';

interface Check {
	name: string;
	/** Scripts of package.json, or programs of its dependencies, one after the other. */
	commands: readonly (readonly string[])[];
}

const sideBySide: readonly Check[] = [
	{ name: 'lint', commands: [['npm', 'run', 'lint']] },
	{ name: 'types and unused', commands: [['npm', 'run', 'types'], [join('node_modules', '.bin', 'knip')]] }
];
const build: Check = { name: 'build', commands: [['npm', 'run', 'build']] };

/** Runs one command. Its output is kept, so that two at once are not mixed. */
function run([program = '', ...args]: readonly string[]): Promise<{ ok: boolean; output: string }> {
	return new Promise((resolve) => {
		const started = spawn(program, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
		const pieces: Buffer[] = [];
		started.stdout.on('data', (piece: Buffer) => pieces.push(piece));
		started.stderr.on('data', (piece: Buffer) => pieces.push(piece));
		started.once('error', (fault) => resolve({ ok: false, output: fault.message }));
		started.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(pieces).toString() }));
	});
}

/** @returns whether everything in it holds */
async function check({ name, commands }: Check): Promise<boolean> {
	for (const command of commands) {
		const { ok, output } = await run(command);
		console.log(`${output.trimEnd()}\n${name}: ${ok ? 'holds' : 'FAILS'}\n`);
		if (!ok) return false;
	}
	return true;
}

const held = await Promise.all(sideBySide.map(check));
process.exitCode = held.every(Boolean) && (await check(build)) ? 0 : 1;
export {};
