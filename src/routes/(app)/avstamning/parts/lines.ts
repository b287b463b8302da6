// The rows of the page's two tables, and what they add up to.
import type { TableKind } from '$lib/domain/columns';
import type { PublishedControl } from '$lib/domain/published-control';

/** One import. Amounts are öre. */
export interface ImportLine {
	id: number;
	fileName: string;
	/** The part of the file that was read: a sheet, a file in an archive; empty for the only one. */
	sheet: string;
	kind: TableKind;
	status: 'active' | 'replaced' | 'removed';
	/** The current edition holds it. */
	published: boolean;
	/** ISO instant. */
	uploadedAt: string;
	uploadedBy: string;
	read: number;
	accepted: number;
	rejected: number;
	empty: number;
	/** Null for tables without amounts. */
	sum: number | null;
	controlSum: number | null;
	controlRows: number | null;
	/** What a budget table states of its own deviation; null where it states none. */
	ownDeviation: PublishedControl | null;
	/** Where the control total comes from; null when it was typed. */
	controlSource: string | null;
	/** The file whose rejected rows this one holds, mended: what the control total is about together with them. */
	corrects: string | null;
	/** With the mended rows: what is compared with the control total. */
	familyAccepted: number;
	familySum: number | null;
	/** Names of the active files with this one's mended rows. */
	mended: string[];
	/** Null when no control total was given. */
	reconciled: boolean | null;
}

/** `bok.xlsx · Blad1`. */
export function lineName({ fileName, sheet }: Pick<ImportLine, 'fileName' | 'sheet'>): string {
	return sheet ? `${fileName} · ${sheet}` : fileName;
}

/** One edition. */
export interface EditionLine {
	edition: number;
	/** ISO instant. */
	created: string;
	/** Null when the demo published by itself. */
	createdBy: string | null;
	status: 'current' | 'earlier' | 'withdrawn';
	reconciled: boolean;
	/** Months. */
	dataFrom: string | null;
	dataTo: string | null;
	/** Accepted rows of all its files. */
	rows: number;
	/** Öre, over its cost files. */
	costSum: number;
}

/** What the page's sentence is made of. */
export function factsOf(imports: readonly ImportLine[], editions: readonly EditionLine[]) {
	const active = imports.filter(({ status }) => status === 'active');
	const cost = active.filter(({ kind }) => kind === 'cost');
	return {
		edition: editions.find(({ status }) => status === 'current')?.edition ?? null,
		files: active.length,
		added: active.filter(({ published }) => !published).length,
		gone: imports.filter(({ status, published }) => status !== 'active' && published).length,
		costFiles: cost.length,
		reconciled: cost.filter(({ reconciled }) => reconciled === true).length
	};
}

/** The edition that applies when another is withdrawn; null when none is left. */
export function editionAfterWithdrawing(edition: number, editions: readonly EditionLine[]): number | null {
	const left = editions.filter(({ edition: other, status }) => other !== edition && status === 'earlier');
	return left.length ? Math.max(...left.map((line) => line.edition)) : null;
}

const swedishTime = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Stockholm',
	dateStyle: 'short',
	timeStyle: 'short'
});

/** `2026-11-12 14:06`. */
export function timeText(instant: string): string {
	return swedishTime.format(new Date(instant));
}
