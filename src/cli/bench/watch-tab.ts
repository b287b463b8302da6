// A tab while something goes on in it: how long it took, how much memory, and the longest time that it stood still.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

export interface TabMeasure {
	milliseconds: number;
	/** Peak of the tab's process, workers included, MB. */
	peak: number;
	/** The longest time that the page did not answer, milliseconds. */
	stillness: number;
}

/** Resident memory of the largest renderer process of one browser, MB. Linux only; NaN elsewhere. */
export async function rendererMemory(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	try {
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		let most = NaN;
		for (const { id, type } of processInfo) {
			if (type !== 'renderer') continue;
			const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
			const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
			if (!(resident <= most)) most = resident;
		}
		return most;
	} finally {
		await session.detach().catch(() => undefined);
	}
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
	const browser = page.context().browser();
	if (!browser) throw new Error('The page has no browser');
	const { milliseconds, peak } = await withPeak(browser, work);
	const stillness = await page.evaluate(() => ('longestStill' in window ? Number(window.longestStill) : NaN));
	return { milliseconds, peak, stillness };
}

/** The most memory of a browser's tab while some work goes on, which tells its own milliseconds. */
export async function withPeak(
	browser: Browser,
	work: () => Promise<number>
): Promise<{ milliseconds: number; peak: number }> {
	let peak = 0;
	let over = false;
	const sampling = (async () => {
		while (!over) {
			peak = Math.max(peak, await rendererMemory(browser));
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})();
	try {
		const milliseconds = await work();
		return { milliseconds, peak };
	} finally {
		over = true;
		await sampling.catch(() => undefined);
	}
}
