// The speed of the page as a table: each figure beside what is promised of it.
import { middleAndTail, printFigures, quantile, tell, type FigureLine } from './figures';
import type { Speed } from './measure';
import type { PeerTimes } from './peers';
import type { QuerySet } from './queries';
import type { Redrawn } from './watch-drawing';

/** By rows: the first that the size does not exceed. */
const firstTouchLimits = [
	[1_000_000, 50],
	[5_000_000, 100],
	[10_000_000, 200]
] as const;
const filterLimits = [
	[1_000_000, 60],
	[5_000_000, 200]
] as const;
const limitAt = (limits: readonly (readonly [rows: number, limit: number])[], rows: number) =>
	limits.find(([most]) => rows <= most)?.[1];

const count = (value: number) => value.toLocaleString('sv-SE');
const drawnOf = (states: readonly Redrawn[]) => states.map(({ drawn }) => drawn);
const paintedOf = (states: readonly Redrawn[]) => states.map(({ painted }) => painted);

/** A line with its 95th percentile against a limit, and beside it when the frame was there. */
function redrawn(what: string, states: readonly Redrawn[], limit: number | undefined): FigureLine[] {
	return [
		{
			what: `${what}: every chart drawn, p50 / p95`,
			figure: middleAndTail(drawnOf(states)),
			value: quantile(drawnOf(states), 0.95),
			...(limit ? { limit: { value: limit, unit: 'ms' } } : {})
		},
		{ what: '    and on a frame', figure: middleAndTail(paintedOf(states)) }
	];
}

export function printSpeed(speed: Speed): void {
	const { rows, cells, edition, page } = speed;
	const way =
		edition.how === 'published'
			? 'received, read, checked and published by the server'
			: 'put into staging by SQL, then built, sliced and kept by the server’s code';
	const shape =
		speed.shape === 'municipal'
			? 'a municipality’s proportions'
			: 'WORST CASE: every field drawn by itself, hardly two rows alike';
	console.log(`\n=== ${count(rows)} rows, all IT, ${shape} ===\n${way}`);
	console.log(
		`${count(cells)} cells, ${(rows / cells).toFixed(1)} rows a cell; sent ${edition.cellMegabytes.toFixed(1)} MB of cells and ${edition.sliceMegabytes.toFixed(1)} MB of edition; received in ${edition.milliseconds.received === null ? '–' : tell(edition.milliseconds.received / 1000)} s, built in ${tell(edition.milliseconds.built / 1000)} s`
	);
	const scattered = speed.shape === 'scattered';
	const { drag } = page;
	const perSecond = (states: number) => (states / drag.milliseconds) * 1000;
	const filters = page.filters.map(({ redrawn }) => redrawn);
	printFigures('Kostnader in a real browser', [
		...redrawn(`a month brush, ${page.brush.length} states`, page.brush, scattered ? undefined : 16),
		...redrawn(
			'    first touch after another filter',
			page.firstTouch,
			scattered ? undefined : limitAt(firstTouchLimits, rows)
		),
		{
			what: '    dragging: states a second, drawn',
			figure: tell(perSecond(drag.drawn)),
			value: perSecond(drag.drawn),
			...(scattered ? {} : { limit: { value: 60, unit: 'a second', atLeast: true } })
		},
		{
			what: '    of them on a frame, of so many frames',
			figure: `${tell(perSecond(drag.painted))} of ${tell(perSecond(drag.frames))}`
		},
		...redrawn(
			`another filter, ${filters.length} changes`,
			filters,
			scattered ? undefined : limitAt(filterLimits, rows)
		),
		...byKind(speed),
		{
			what: 'renderer memory after it all, and at most',
			figure: `${tell(speed.memory.after)} / ${tell(speed.memory.peak)} MB`,
			value: speed.memory.peak,
			...(!scattered && rows <= 5_000_000 ? { limit: { value: 800, unit: 'MB' } } : {})
		}
	]);
	printVisits(speed, scattered);
	if (speed.queries) printQueries(speed);
	if (speed.peers) printPeers(speed.peers);
}

function byKind({ page }: Speed): FigureLine[] {
	const kinds = [...new Set(page.filters.map(({ what }) => what))];
	return kinds.map((kind) => ({
		what: `    ${kind}`,
		figure: middleAndTail(
			page.filters.filter(({ what }) => what === kind).map(({ redrawn }) => redrawn.drawn)
		)
	}));
}

function printVisits({ rows, first, repeat, startFigures }: Speed, scattered: boolean): void {
	const middle = (of: (visit: Speed['first']) => number) => quantile(repeat.map(of), 0.5);
	const start = quantile(startFigures, 0.5);
	const figures = middle((visit) => visit.firstFigures);
	const interactive = middle((visit) => visit.interactive);
	const { scripts, asked } = first;
	printFigures('Visits, from the navigation', [
		{ what: 'first visit, nothing kept: first figures', figure: `${tell(first.firstFigures)} ms` },
		{ what: '    every chart drawn', figure: `${tell(first.interactive)} ms` },
		{
			what: '    cells, engine and charts asked for at',
			figure: `${[asked.cells, asked.engine, asked.charts].map(tell).join(' / ')} ms`
		},
		{
			what: 'repeat visit: first figures of Översikt',
			figure: `${tell(start)} ms`,
			value: start,
			limit: { value: 500, unit: 'ms' }
		},
		{
			what: '    first figures of Kostnader',
			figure: `${tell(figures)} ms`,
			value: figures,
			limit: { value: 500, unit: 'ms' }
		},
		{
			what: '    every chart drawn and ready for a filter',
			figure: `${tell(interactive)} ms`,
			value: interactive,
			...(!scattered && rows <= 5_000_000 ? { limit: { value: 1800, unit: 'ms' } } : {})
		},
		{
			what: 'JavaScript of the first visit, gzip, without engine and charts',
			figure: `${tell(scripts.initial)} kB`,
			value: scripts.initial,
			limit: { value: 200, unit: 'kB' }
		},
		{
			what: '    charts; engine and the worker of the cells',
			figure: `${tell(scripts.charts)}; ${tell(scripts.engine)} kB`
		}
	]);
	console.log(
		`largest scripts: ${scripts.largest.map(({ name, kilobytes }) => `${name} ${tell(kilobytes)} kB`).join(', ')}`
	);
}

function printQueries({ queries }: Speed): void {
	if (!queries?.length) return;
	const sum = (of: (set: QuerySet) => number) => queries.reduce((total, set) => total + of(set), 0);
	console.log(
		`\n${'Pages that ask the engine: ms'.padEnd(52)}${'questions'.padStart(10)}${'drawn'.padStart(9)}${'browser'.padStart(9)}${'native'.padStart(9)}${'ratio'.padStart(8)}`
	);
	const line = (what: string, of: [questions: number, drawn: number, browser: number, native: number]) => {
		const [, , browser, native] = of;
		console.log(
			`${what.padEnd(52)}${String(of[0]).padStart(10)}${of
				.slice(1)
				.map((value) => tell(value).padStart(9))
				.join('')}${(browser / native).toFixed(2).padStart(8)}`
		);
	};
	for (const set of queries) line(set.what, [set.questions, set.drawn, set.browser, set.native]);
	line('all', [
		sum((set) => set.questions),
		sum((set) => set.drawn),
		sum((set) => set.browser),
		sum((set) => set.native)
	]);
	const ratio = sum((set) => set.browser) / sum((set) => set.native);
	printFigures('', [
		{
			what: 'the query set in the browser, of native on one thread',
			figure: ratio.toFixed(2),
			value: ratio,
			limit: { value: 1.25, unit: 'times' }
		}
	]);
}

function printPeers(peers: readonly PeerTimes[]): void {
	console.log(
		`\n${'The same answers without drawing: p50 / p95 ms'.padEnd(52)}${'load s'.padStart(8)}${'peak MB'.padStart(9)}${'brush state'.padStart(16)}${'other filter'.padStart(16)}`
	);
	for (const { what, run, reason, agrees } of peers) {
		if (!run) {
			console.log(`${what.padEnd(52)}skipped: ${reason}`);
			continue;
		}
		const pair = (times: readonly number[]) =>
			`${tell(quantile(times, 0.5))} / ${tell(quantile(times, 0.95))}`;
		console.log(
			`${what.padEnd(52)}${(run.load / 1000).toFixed(1).padStart(8)}${tell(run.peak).padStart(9)}${pair(run.brush).padStart(16)}${pair(run.filters).padStart(16)}${agrees ? '' : '  OTHER SUMS'}`
		);
	}
}
