// Where a file's control total can be taken from: what the file states itself, and what other files in the list state.
import type { ControlStatement } from '$lib/read/source-table';
import { ore } from '$lib/domain/money';
import { formatMoney, formatPeriod } from '$lib/text/format';
import { controlWords } from '$lib/text/import-parts';
import type { FilledControl, QueuedFile } from './queued-file.svelte';

export interface ControlSource extends FilledControl {
	/** Months, in Swedish; empty when the file does not say. */
	months: string;
}

/** What can be chosen as the control total of a table: its own statement first, then those of the whole list. */
export function controlSourcesOf(file: QueuedFile, files: readonly QueuedFile[]): ControlSource[] {
	const own = statedSource(file);
	const sources = own ? [own] : [];
	const seen = new Set<number>();
	for (const { origin, result } of [file, ...files]) {
		if (!result || seen.has(origin.key)) continue;
		seen.add(origin.key);
		result.controls.forEach((control, index) => {
			const isOwn = origin === file.origin;
			if (isOwn && own && control.label === result.statedControl?.label) return;
			const label = isOwn
				? controlWords.own(control.label)
				: controlWords.other(control.label, origin.file.name);
			sources.push(sourceOf(`${origin.key}/${index}`, label, control));
		});
	}
	return sources;
}

function statedSource({ origin, sheet, result }: QueuedFile): ControlSource | null {
	const stated = result?.statedControl;
	if (!stated) return null;
	// It is stated with the sign of the file, as the server takes it too.
	const sum = stated.sum === null ? null : ore(stated.sum * (result.plan?.sign ?? 1));
	return sourceOf(`${origin.key}/${sheet ?? ''}/stated`, controlWords.own(stated.label), { ...stated, sum });
}

function sourceOf(key: string, label: string, { sum, rows, from, to }: ControlStatement): ControlSource {
	return { key, label, sum, rows, months: monthsOf(from, to) };
}

/** `jan–mar 2026`; empty where the file does not say. */
export function monthsOf(from: string | null, to: string | null): string {
	const [first, last] = [from ?? to, to ?? from];
	return first !== null && last !== null ? formatPeriod({ from: first, to: last }) : '';
}

const sumText = (ore: number | null): string => (ore === null ? '' : formatMoney(ore, 'kr', { decimals: 2 }));
const rowsText = (rows: number | null): string => (rows === null ? '' : String(rows));

/** Fills in a control total and remembers where it comes from. */
export function fillControl(file: QueuedFile, source: FilledControl): void {
	file.controlSum = sumText(source.sum);
	file.controlRows = rowsText(source.rows);
	file.controlFrom = source;
}

/**
 * Where the control total comes from as it now stands; null once somebody has typed another, or when there is none. Emptied
 * fields say nothing, and then what the file states is used.
 */
export function controlFromOf(file: QueuedFile): FilledControl | null {
	const { controlFrom, controlSum, controlRows } = file;
	if (controlSum.trim() === '' && controlRows.trim() === '') return statedSource(file);
	if (!controlFrom) return null;
	const untouched = controlSum === sumText(controlFrom.sum) && controlRows === rowsText(controlFrom.rows);
	return untouched ? controlFrom : null;
}

/** What the file itself states is used from the start, and anew when it is read otherwise; what is typed wins. */
export function fillStatedControl(file: QueuedFile): void {
	const stated = statedSource(file);
	const current = controlFromOf(file);
	const untyped = file.controlSum === '' && file.controlRows === '';
	if (stated && (untyped || current?.key === stated.key)) fillControl(file, stated);
	else if (!stated && current?.key.endsWith('/stated')) {
		fillControl(file, { key: '', label: '', sum: null, rows: null });
		file.controlFrom = null;
	}
}
