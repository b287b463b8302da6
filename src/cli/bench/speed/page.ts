// Kostnader as a hand meets it: how long after an event every chart on the page is redrawn.
import type { Page } from 'playwright-core';
import { watchDrawing, type Drag, type Redrawn } from './watch-drawing';

export interface PageSpeed {
	/** Each state of a brush over the months that is dragged. */
	brush: Redrawn[];
	/** The first state of a brush right after another filter was chosen. */
	firstTouch: Redrawn[];
	drag: Drag;
	/** Any other filter. */
	filters: { what: string; redrawn: Redrawn }[];
}

/** Every month of the ledger, so that there are many to drag over. */
const wholePeriod = '/kostnader?fran=2023-01&till=2026-08';
const brushStates = 70;
const dragMilliseconds = 3000;

/** Before the page is opened. */
export async function prepareWatch(page: Page): Promise<void> {
	// The compiler names functions through a helper that a page does not have.
	await page.addInitScript('globalThis.__name ??= (named) => named');
	await page.addInitScript(watchDrawing);
}

/** Until every card of Kostnader has its figures. */
export async function costsDrawn(page: Page): Promise<void> {
	const cards = [
		'.trend .layer',
		'.unit button.bar',
		'.supplier button.bar',
		'.kind button.bar',
		'.table tbody tr'
	];
	for (const card of cards) await page.locator(card).first().waitFor({ timeout: 120_000 });
	await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
}

export async function measurePage(page: Page, origin: string, cycles = 4): Promise<PageSpeed> {
	await page.goto(`${origin}${wholePeriod}`);
	await costsDrawn(page);
	await page.waitForTimeout(3000);
	// The very first states compile the page's scripts.
	await brushOver(page, 10);
	const brush = await brushOver(page, brushStates);
	const firstTouch: Redrawn[] = [];
	for (let index = 0; index < 6; index++) {
		await press(page, ['unit', 'supplier', 'kind'][index % 3] ?? 'unit', index);
		firstTouch.push(...(await brushOver(page, 1)));
	}
	const drag = await dragOver(page);
	await page.goto(`${origin}/kostnader`);
	await costsDrawn(page);
	await page.waitForTimeout(2000);
	return { brush, firstTouch, drag, filters: await measureFilters(page, cycles) };
}

/** Where the hand presses: past the first years, so that the months chosen have a year before to be compared with. */
const pressAt = 0.5;
/** To and fro over half of the trend, never twice in the same month. */
const placeOf = (step: number, states: number) => {
	const phase = (step % (2 * states)) / states;
	return pressAt + 0.04 + 0.43 * (phase <= 1 ? phase : 2 - phase);
};

async function take(page: Page): Promise<void> {
	const box = await page.locator('.trend .layer').boundingBox();
	if (!box) throw new Error('The trend is not there');
	const y = box.y + box.height / 2;
	await page.mouse.move(box.x + pressAt * box.width, y);
	await page.mouse.down();
}

/** Gives the months back, so that every round begins with the same. */
async function giveBack(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await page.waitForTimeout(300);
}

async function brushOver(page: Page, states: number): Promise<Redrawn[]> {
	await take(page);
	const places = Array.from({ length: states * 3 }, (_, step) => placeOf(step, 20));
	const found = await page.evaluate(
		async ([places, states]) => {
			const watch = window.drawingWatch;
			const found: Redrawn[] = [];
			for (const place of places) {
				const redrawn = await watch?.after(() => watch.moveOverTrend(place));
				if (redrawn) found.push(redrawn);
				if (found.length === states) break;
			}
			return found;
		},
		[places, states] as const
	);
	await giveBack(page);
	if (found.length < states) throw new Error(`Only ${found.length} of ${states} brush states were drawn`);
	return found;
}

async function dragOver(page: Page): Promise<Drag> {
	await take(page);
	const places = Array.from({ length: 40 }, (_, step) => placeOf(step, 20));
	const drag = await page.evaluate(
		([places, milliseconds]) =>
			window.drawingWatch?.drag(
				(step) => window.drawingWatch?.moveOverTrend(places[step % places.length] ?? 0),
				milliseconds
			),
		[places, dragMilliseconds] as const
	);
	await giveBack(page);
	if (!drag) throw new Error('The drag was not watched');
	return drag;
}

/** Presses a bar of a card; which of them shifts. */
function press(page: Page, card: string, index: number): Promise<Redrawn | null> {
	return page.evaluate(
		([card, index]) => {
			const bars = [...document.querySelectorAll<HTMLElement>(`main .${card} button.bar`)];
			const bar = bars[index % Math.min(bars.length, 5)];
			return window.drawingWatch?.after(() => bar?.click()) ?? null;
		},
		[card, index] as const
	);
}

/** Takes the last filter away by its own button, or a bar's by the bar. */
function pressChosen(page: Page, card: string): Promise<Redrawn | null> {
	return page.evaluate((card) => {
		const bar = document.querySelector<HTMLElement>(`main .${card} button.bar[aria-pressed="true"]`);
		return window.drawingWatch?.after(() => bar?.click()) ?? null;
	}, card);
}

function toggleInternal(page: Page): Promise<Redrawn | null> {
	return page.evaluate(() => {
		const buttons = [...document.querySelectorAll<HTMLElement>('main button')];
		const button = buttons.find(({ textContent }) => textContent?.trim() === 'Utan interna rader');
		return window.drawingWatch?.after(() => button?.click()) ?? null;
	});
}

async function measureFilters(page: Page, cycles: number): Promise<PageSpeed['filters']> {
	const found: PageSpeed['filters'] = [];
	const step = async (what: string, work: Promise<Redrawn | null>) => {
		const redrawn = await work;
		if (redrawn) found.push({ what, redrawn });
	};
	for (let cycle = 0; cycle < cycles; cycle++) {
		await step('nämnd', press(page, 'unit', cycle));
		await step('leverantör', press(page, 'supplier', cycle));
		await step('kostnadsslag', press(page, 'kind', cycle));
		await step('interna', toggleInternal(page));
		await step('nämnd', pressChosen(page, 'unit'));
		await step('leverantör', pressChosen(page, 'supplier'));
		await step('interna', toggleInternal(page));
		await step('kostnadsslag', pressChosen(page, 'kind'));
	}
	return found;
}
