// The demo city as its people see it. Each person has one window through the tests of a file, since an engine takes seconds
// to start; the next test finds it on a page that has no engine questions, with nothing kept in the browser's own store.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { bringSession, keptBrowser } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitor, type Visitors } from './visitors';

type Person = Exclude<Visitor, 'anonymous'>;

interface Visit {
	/** A member without it. */
	visitor?: Person;
	width?: number;
}

export interface DemoVisits {
	readonly people: Visitors;
	/** A page of the person's window. A second one of the same test gets a window of its own. */
	open(path: string, visit?: Visit): Promise<Page>;
}

/** Follows a link within the app, so that the engine lives on. */
async function follow(page: Page, path: string): Promise<void> {
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		document.body.append(link);
		link.click();
		link.remove();
	}, path);
}

/** @param prefix keeps the usernames of two test files apart */
export function demoVisits(prefix: string): DemoVisits {
	const origin = demoServer().origin;
	const browser = keptBrowser();
	const windows = new Map<Person, Page>();
	let inUse = new Set<Person>();
	let extra: BrowserContext[] = [];
	let people: Visitors;

	beforeAll(async () => {
		people = await bringVisitors(prefix);
	});
	afterEach(async () => {
		await Promise.all(extra.map((context) => context.close()));
		[inUse, extra] = [new Set(), []];
	});
	afterAll(() => people.close());

	async function newWindow(path: string, visitor: Person, width: number): Promise<Page> {
		const context = await browser().newContext({
			locale: 'sv-SE',
			reducedMotion: 'reduce',
			viewport: { width, height: 900 }
		});
		await bringSession(context, people, visitor);
		const page = await context.newPage();
		await page.goto(origin + path);
		return page;
	}

	return {
		get people() {
			return people;
		},
		async open(path, { visitor = 'member', width = 1440 } = {}) {
			const kept = windows.get(visitor);
			if (inUse.has(visitor)) {
				const page = await newWindow(path, visitor, width);
				extra.push(page.context());
				return page;
			}
			inUse.add(visitor);
			if (!kept || kept.isClosed()) {
				const page = await newWindow(path, visitor, width);
				windows.set(visitor, page);
				return page;
			}
			await kept.setViewportSize({ width, height: 900 });
			await kept.emulateMedia({ media: null, colorScheme: null, reducedMotion: 'reduce' });
			await kept.evaluate(() => {
				localStorage.clear();
				document.documentElement.dataset.theme = 'light';
			});
			await follow(kept, '/ordlista');
			await kept.getByRole('heading', { level: 1, name: 'Ordlista' }).waitFor();
			await follow(kept, path);
			const wanted = new URL(path, origin);
			await kept.waitForURL((url) => url.pathname === wanted.pathname);
			return kept;
		}
	};
}
