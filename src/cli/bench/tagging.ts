// What a controller waits for at the workbench with two hundred rules: until it is open and every rule has its figures, and
// from an edit of a rule until the kronor that it would move are there. What native
// DuckDB takes is in tagging-native.ts.
import { chromium, type Browser, type Page } from 'playwright-core';
import * as v from 'valibot';
import { ruleField } from '$lib/tagging/condition';
import { ruleSetSchema, type Rule } from '$lib/tagging/rule';
import { conditionWords } from '$lib/text/tagging-editor';
import { ruleListWords } from '$lib/text/tagging-rules';
import { browserArguments, findBrowser } from '../../../tests/browser/find-browser';
import { drawn, signIn } from './browser';
import { accounts, otherAccounts } from './ledger';
import { rulesAbout } from './tagging-rules';
import { median } from './timing';
import { watchEngine, type AskedQuestion } from './watch-engine';
import { watched, watchStillness, type TabMeasure } from './watch-tab';

/** How long the workbench waits for the next key before it asks (state/tagging-workbench.svelte.ts). */
export const pauseMilliseconds = 250;
const ruleCount = 200;
const edits = 5;
/** Asks for suppliers by name. */
const editedRule = { number: 2, field: ruleField('leverantor').label };
const timeout = 300_000;

const numbered = (count: number, name: (number: number) => string): string[] =>
	Array.from({ length: count }, (_, number) => name(number));

/** Rules about the ledger of the bench. */
export const benchRules: Rule[] = rulesAbout(
	{
		accounts: [...accounts, ...otherAccounts].map((account) => account.slice(0, 5)),
		suppliers: numbered(300, (number) => `Leverantör ${number * 3} AB`),
		words: numbered(400, (number) => `Faktura ${number * 7}`),
		units: numbered(25, (number) => `Nämnd ${String(number + 1).padStart(2, '0')}`),
		months: numbered(
			44,
			(month) => `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
		)
	},
	ruleCount
);

export interface TaggingTimes {
	/** From following the link until the list of rules has its figures. */
	opened: TabMeasure;
	/** From the key that ends an edit until the kronor that it moves are on screen, the pause included. */
	edited: TabMeasure;
	/** The same until all of the preview and the work lists is drawn. */
	settled: number;
	/** Every statement of the visit, in its order; and those that an edit asks. */
	asked: { opening: AskedQuestion[]; edits: AskedQuestion[][] };
}

/** Saves the rules of the bench as a person would. */
export async function saveBenchRules(origin: string): Promise<void> {
	await inBrowser(origin, async (page) => {
		await page.goto(`${origin}/ordlista`);
		const status = await page.evaluate(
			async (regler) => {
				const current: unknown = await (await fetch('/taggning/regler?allt=ja')).json();
				if (typeof current !== 'object' || !current || !('version' in current)) return 0;
				const body = JSON.stringify({ basedOn: current.version, set: { ...current, regler } });
				const headers = { 'Content-Type': 'application/json' };
				return (await fetch('/taggning/regler', { method: 'POST', headers, body })).status;
			},
			v.parse(ruleSetSchema.entries.regler, benchRules)
		);
		if (status !== 200) throw new Error(`The rules were not saved: ${status}`);
	});
}

/** Measures the workbench on one server, the edition already kept in the browser. */
export async function measureTagging(origin: string): Promise<TaggingTimes> {
	return inBrowser(origin, async (first, newPage) => {
		await first.goto(`${origin}/taggning`);
		await figuresShown(first);
		await first.close();

		const page = await newPage();
		const opened = await watched(page, async () => {
			await page.goto(`${origin}/taggning?enhet=kr`);
			return figuresShown(page);
		});
		await drawn(page);
		const opening = await page.evaluate(() => window.engineWatch?.asked ?? []);

		await page
			.getByRole('table', { name: ruleListWords.title })
			.getByRole('button', {
				name: ruleListWords.open(editedRule.number, benchRules[editedRule.number - 1]?.namn ?? ''),
				exact: true
			})
			.click();
		await drawn(page);
		const times: number[] = [];
		const settled: number[] = [];
		const askedByEdits: AskedQuestion[][] = [];
		const edited = await watched(page, async () => {
			for (let edit = 0; edit < edits; edit++) {
				const found = await editRule(page, `Leverantör ${1100 + edit * 37} AB`);
				times.push(found.figure);
				settled.push(found.settled);
				askedByEdits.push(found.asked);
			}
			return median(times);
		});
		return { opened, edited, settled: median(settled), asked: { opening, edits: askedByEdits } };
	});
}

async function inBrowser<Result>(
	origin: string,
	work: (page: Page, newPage: () => Promise<Page>) => Promise<Result>
): Promise<Result> {
	const browser: Browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await signIn(context, origin);
		const newPage = async (): Promise<Page> => {
			const page = await context.newPage();
			page.setDefaultTimeout(timeout);
			// The compiler names functions through a helper that a page does not have.
			await page.addInitScript('globalThis.__name ??= (named) => named');
			await page.addInitScript(watchEngine);
			await page.addInitScript(watchStillness);
			// A tab that has been nowhere has not run them.
			await page.goto('about:blank');
			return page;
		};
		return await work(await newPage(), newPage);
	} finally {
		await browser.close();
	}
}

/** Milliseconds since the navigation began until a rule of the list tells its rows. */
async function figuresShown(page: Page): Promise<number> {
	await page.getByRole('table', { name: ruleListWords.title }).waitFor();
	const handle = await page.waitForFunction(
		(told) => {
			const cell = document.querySelector(`table button[aria-label$="${told}"]`);
			return cell ? performance.now() : 0;
		},
		ruleListWords.rowsOf(benchRules[editedRule.number - 1]?.namn ?? ''),
		{ polling: 'raf' }
	);
	return handle.jsonValue();
}

/** Adds a value to the open rule, and tells how long its preview took from the key that added it. */
async function editRule(
	page: Page,
	value: string
): Promise<{ figure: number; settled: number; asked: AskedQuestion[] }> {
	const field = page.getByRole('combobox', { name: conditionWords.values(editedRule.field, '1') });
	await field.fill(value);
	await page.evaluate(() => {
		window.engineWatch?.begin();
		const shown = (): string => document.querySelector('.preview .title')?.textContent ?? '';
		const former = shown();
		Object.assign(window, { pressed: 0, figured: 0 });
		const look = (): void => {
			// What stands while it is counted anew is marked as such, and is the former figure.
			if (shown() !== former) Object.assign(window, { figured: performance.now() });
			else requestAnimationFrame(look);
		};
		const press = (): void => {
			Object.assign(window, { pressed: performance.now() });
			requestAnimationFrame(look);
		};
		addEventListener('keydown', press, { once: true, capture: true });
	});
	await field.press('Enter');
	const figure = await page.waitForFunction(
		() =>
			'figured' in window && 'pressed' in window && Number(window.figured) > 0
				? Number(window.figured) - Number(window.pressed)
				: 0,
		undefined,
		{ polling: 50 }
	);
	const painted = await drawn(page);
	const pressed = await page.evaluate(() => ('pressed' in window ? Number(window.pressed) : NaN));
	const asked = await page.evaluate(() => window.engineWatch?.asked ?? []);
	return { figure: await figure.jsonValue(), settled: painted - pressed, asked };
}
