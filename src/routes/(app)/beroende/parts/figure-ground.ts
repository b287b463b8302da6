// What every figure of the page stands on: its lines in "Så räknades talet", and its file.
import type { Period } from '$lib/domain/period';
import { toCsv, type ExportColumn, type ExportStamp, type ExportValue } from '$lib/export/csv';
import type { EditionMeta } from '$lib/queries/edition-meta';
import type { Filters } from '$lib/domain/filters';
import { costFileName } from '$lib/state/cost-file-name';
import { recordTakeOut } from '$lib/state/take-out';
import { formatPeriod, formatShare } from '$lib/text/format';
import { lockInText } from '$lib/text/lock-in';

export interface Ground {
	numerator: string;
	denominator: string;
	/** Share of the base that is known, 0–1; left out where everything is. */
	known?: number | null;
	/** What the known share is of. */
	knownOf?: string;
	period: Period | string;
	/** Further lines, before the period. */
	more?: { label: string; value: string }[];
}

/** The lines of an explanation. */
export function groundLines(ground: Ground, meta: EditionMeta): { label: string; value: string }[] {
	const words = lockInText.explanation;
	const { known, period } = ground;
	return [
		{ label: words.numerator, value: ground.numerator },
		{ label: words.denominator, value: ground.denominator },
		...(known === undefined
			? []
			: [
					{
						label: words.known,
						value: [formatShare(known), known === null ? null : ground.knownOf].filter(Boolean).join(' ')
					}
				]),
		...(ground.more ?? []),
		{ label: words.period, value: typeof period === 'string' ? period : formatPeriod(period) },
		{ label: words.version, value: `${meta.edition}, ${meta.ruleVersion}` }
	];
}

/** A table as a file that says what was chosen, noted in the log of exports. */
export function tableFile(
	what: string,
	filters: Filters,
	columns: readonly ExportColumn[],
	rows: readonly (readonly ExportValue[])[],
	stamp: ExportStamp
) {
	const name = costFileName(what, filters);
	recordTakeOut({ what: name, filter: location.search, edition: Number(stamp.edition) });
	return { name, content: new Blob([toCsv(columns, rows, stamp)], { type: 'text/csv;charset=utf-8' }) };
}
