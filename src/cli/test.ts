// npm test: every Vitest project, in two runs side by side, then one plain line with the counts as the very last.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { projectRoot } from './build-if-needed';

const reportSchema = v.object({
	numPassedTests: v.number(),
	numFailedTests: v.number(),
	numPendingTests: v.number(),
	numTodoTests: v.number(),
	testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) }))
});

interface Run {
	args: readonly string[];
	/** As the operating system counts it; the usual one when not said. */
	priority?: number;
}

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

function runNode(script: string[], args: readonly string[], priority?: number): Promise<boolean> {
	const path = join(projectRoot, 'node_modules', ...script);
	const started = spawn(process.execPath, [path, ...args], { cwd: projectRoot, stdio: 'inherit' });
	if (priority !== undefined && started.pid !== undefined) setPriority(started.pid, priority);
	return new Promise((resolve) => {
		started.once('error', () => resolve(false));
		started.once('close', (code) => resolve(code === 0));
	});
}

/** Counts from Vitest's JSON report. A file that could not even be read counts as one failed test. */
function countsIn(reportFile: string): Counts {
	const report = v.parse(reportSchema, JSON.parse(readFileSync(reportFile, 'utf8')));
	const broken = report.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

async function runVitest({ args, priority }: Run): Promise<Counts> {
	const folder = mkdtempSync(join(tmpdir(), 'genomlys-test-'));
	const reportFile = join(folder, 'report.json');
	try {
		const ok = await runNode(
			['vitest', 'vitest.mjs'],
			['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...args],
			priority
		);
		const counts = countsIn(reportFile);
		// Vitest also fails on what belongs to no test, such as an error that nothing caught.
		return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
	} catch (fault) {
		console.error('Vitest left no report.', fault);
		return { passed: 0, failed: 1, skipped: 0 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The lowest priority that there is: what runs so takes a hundredth of a processor that somebody else wants. */
const lowest = 19;

/**
 * A browser leaves one of two processors free much of its time. The rest of the tests take that time and no more of it, as a page that
 * waits for its turn outlasts what a test waits for.
 */
const sideBySide: readonly Run[] = [
	{ args: ['--project=browser'] },
	{
		args: ['--project=unit', '--project=sql', '--project=configured', '--maxWorkers=1'],
		priority: lowest
	}
];
const asked = process.argv.slice(2);

const synced = await runNode(['@sveltejs', 'kit', 'svelte-kit.js'], ['sync']);
const runs = synced
	? await Promise.all((asked.length ? [{ args: asked }] : sideBySide).map(runVitest))
	: [{ passed: 0, failed: 1, skipped: 0 }];
const sum = (of: keyof Counts) => runs.reduce((total, counts) => total + counts[of], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
export {};
