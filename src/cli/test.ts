// npm test: every Vitest project, then one plain line with the counts as the very last.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

function runNode(script: string[], args: string[]): boolean {
	const path = join(projectRoot, 'node_modules', ...script);
	return spawnSync(process.execPath, [path, ...args], { cwd: projectRoot, stdio: 'inherit' }).status === 0;
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

function runVitest(): Counts {
	const folder = mkdtempSync(join(tmpdir(), 'genomlys-test-'));
	const reportFile = join(folder, 'report.json');
	try {
		const ok = runNode(
			['vitest', 'vitest.mjs'],
			[
				'run',
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${reportFile}`,
				...process.argv.slice(2)
			]
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

const synced = runNode(['@sveltejs', 'kit', 'svelte-kit.js'], ['sync']);
const { passed, failed, skipped } = synced ? runVitest() : { passed: 0, failed: 1, skipped: 0 };
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
