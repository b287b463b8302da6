// Coverage as a file: one line per nämnd and year, and the file's stamp.
import { toCsv, type ExportColumn, type ExportStamp } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { coverageShares, type CoverageShare } from '$lib/queries/tagging-rows';
import { coverageWords as words } from '$lib/text/tagging-work';

type CoverageLine = Record<CoverageShare | 'total', number> & {
	unit: string | null;
	year: number | null;
	is_total: boolean;
};

const headers: Record<CoverageShare, string> = {
	by_file: 'it_av_fil',
	by_rule: 'it_av_regel',
	by_hand: 'it_for_hand',
	not_it: 'inte_it',
	candidates: 'otaggat',
	unjudged: 'inte_bedomt',
	in_conflict: 'varav_konflikt'
};

const columns: ExportColumn[] = [
	{ header: 'namnd', format: 'text' },
	{ header: 'ar', format: 'count' },
	...coverageShares.map((share): ExportColumn => ({ header: headers[share], format: 'amount' })),
	{ header: 'absolutbelopp', format: 'amount' }
];

/** Every nämnd and year; sums over years and nämnder are left to whoever reads the file. */
export function coverageFile(
	lines: readonly CoverageLine[],
	stamp: ExportStamp
): { name: string; content: Blob } {
	const cells = lines
		.filter(({ year, is_total }) => year !== null && !is_total)
		.map((line) => [line.unit, line.year, ...coverageShares.map((share) => line[share]), line.total]);
	return {
		name: exportFileName([words.fileName]),
		content: new Blob([toCsv(columns, cells, stamp)], { type: 'text/csv;charset=utf-8' })
	};
}
