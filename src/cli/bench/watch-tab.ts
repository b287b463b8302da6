// A tab while something goes on in it: how long it took, how much memory, and the longest time that it stood still.
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

export interface TabMeasure {
	milliseconds: number;
	/** Peak of the tab's process, workers included, MB. */
	peak: number;
	/** The longest time that the page did not answer, milliseconds. */
	stillness: number;
}

/** Resident memory of every renderer process, MB. Linux only; NaN elsewhere. */
async function rendererMemory(): Promise<number> {
	let most = NaN;
	for (const process of await readdir('/proc').catch(() => [])) {
		if (!/^\d+$/.test(process)) continue;
		const command = await readFile(`/proc/${process}/cmdline`, 'utf8').catch(() => '');
		if (!command.includes('--type=renderer')) continue;
		const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
		const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
		if (!(resident <= most)) most = resident;
	}
	return most;
}

/**
 * Begins to watch, or begins anew. Runs in the page; with Playwright's addInitScript it watches from the page's first
 * moment, so it may use nothing from outside itself.
 */
export function watchStillness(): void {
	const isWatching = 'longestStill' in window;
	Object.assign(window, { longestStill: 0 });
	if (isWatching) return;
	let last = performance.now();
	const tick = (): void => {
		const now = performance.now();
		const gap = now - last;
		if ('longestStill' in window && gap > Number(window.longestStill))
			Object.assign(window, { longestStill: gap });
		last = now;
	};
	setInterval(tick, 5);
}

/** Watches a tab during some work, which tells its own milliseconds. */
export async function watched(page: Page, work: () => Promise<number>): Promise<TabMeasure> {
	await page.evaluate(watchStillness);
	let peak = 0;
	let over = false;
	const sampling = (async () => {
		while (!over) {
			peak = Math.max(peak, await rendererMemory());
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})();
	const milliseconds = await work();
	over = true;
	await sampling;
	const stillness = await page.evaluate(() => ('longestStill' in window ? Number(window.longestStill) : NaN));
	return { milliseconds, peak, stillness };
}
