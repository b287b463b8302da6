// Inriktning as a file: kronor, share and change of each part, for the years or for the lines of one year.
import { orientationParts, type OrientationLine } from '$lib/domain/orientation-years';
import type { Period } from '$lib/domain/period';
import { costFileName } from '$lib/state/cost-file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { partHeaders } from '$lib/text/orientation';

const columns = [
	exportColumn('ar'),
	exportColumn('fran'),
	exportColumn('till'),
	...orientationParts.flatMap((part) => [
		exportColumn(partHeaders[part], 'amount'),
		exportColumn(`${partHeaders[part]}_andel`, 'share'),
		exportColumn(`${partHeaders[part]}_forandring`, 'amount')
	]),
	exportColumn('summa', 'amount'),
	exportColumn('summa_forandring', 'amount')
];

const changeOf = ({ amount, before }: { amount: number; before: number | null }) =>
	before === null ? null : amount - before;

function cells({ span, parts, total }: OrientationLine) {
	return [
		String(span.year),
		span.months.from,
		span.months.to,
		...orientationParts.flatMap((part) => [parts[part].amount, parts[part].share, changeOf(parts[part])]),
		total.amount,
		changeOf(total)
	];
}

/** The years. */
export function yearsFile(context: PageContext, lines: readonly OrientationLine[]) {
	return tableFile(context, nameOfFile(context, null, 'ar'), columns, lines.map(cells));
}

/** The lines of a year. @param header what they are divided by, as files call it */
export function divisionFile(
	context: PageContext,
	lines: readonly OrientationLine[],
	{ header, nameOf }: { header: string; nameOf: (line: OrientationLine) => string }
) {
	const [first] = lines;
	return tableFile(
		context,
		nameOfFile(context, first?.span.months ?? null, header),
		[exportColumn(header), exportColumn('nyckel'), ...columns],
		lines.map((line) => [nameOf(line), line.value ?? '', ...cells(line)])
	);
}

const nameOfFile = (context: PageContext, period: Period | null, of: string) =>
	costFileName('inriktning', { ...context.filters.chosen, period }, [of]);
