// Developments as files: the list, and one of them month by month.
import type { CountedDevelopment, DevelopmentKind } from '$lib/domain/development';
import { exportFileName } from '$lib/export/file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { developmentName, resultWords } from '$lib/text/payback';

const columns = [
	exportColumn('utveckling'),
	exportColumn('nyckel'),
	exportColumn('system'),
	exportColumn('ersatta_system'),
	exportColumn('leverantor'),
	exportColumn('forsta_manad'),
	exportColumn('sista_manad'),
	exportColumn('kostnad', 'amount'),
	exportColumn('utan_system', 'amount'),
	exportColumn('fore_fran'),
	exportColumn('fore_till'),
	exportColumn('drift_fore', 'amount'),
	exportColumn('efter_fran'),
	exportColumn('efter_till'),
	exportColumn('drift_efter', 'amount'),
	exportColumn('besparing_per_ar', 'amount'),
	exportColumn('aterbetalning_ar', 'share'),
	exportColumn('betald_manad'),
	exportColumn('lage')
];

function cells(counted: CountedDevelopment, nameOf: (system: string) => string) {
	const { development, payback, span, systems, replaced, onNoSystem } = counted;
	const { result, before, after } = payback;
	return [
		developmentName(development, nameOf),
		development.key,
		systems
			.filter((system) => !replaced.includes(system))
			.map(nameOf)
			.join('|'),
		replaced.map(nameOf).join('|'),
		development.suppliers.join('|'),
		span.from,
		span.to,
		payback.cost,
		onNoSystem,
		before.from,
		before.to,
		'before' in result ? result.before : null,
		after.from,
		after.to,
		'after' in result ? result.after : null,
		'yearlySaving' in result ? result.yearlySaving : null,
		result.state === 'saves' ? result.years : null,
		result.state === 'saves' ? (result.breakEven?.month ?? '') : '',
		resultWords(result)
	];
}

/** The list, in its order. */
export function developmentsFile(
	context: PageContext,
	listed: readonly CountedDevelopment[],
	kind: DevelopmentKind,
	units: readonly string[],
	nameOf: (system: string) => string
) {
	return tableFile(
		context,
		exportFileName(['aterbetalning', kind === 'project' ? 'projekt' : 'system', ...units]),
		columns,
		listed.map((counted) => cells(counted, nameOf))
	);
}

/** One development month by month. */
export function developmentFile(context: PageContext, counted: CountedDevelopment, units: readonly string[]) {
	const { result } = counted.payback;
	const months = 'months' in result ? result.months : [];
	return tableFile(
		context,
		exportFileName(['aterbetalning', counted.development.key, ...units]),
		[exportColumn('manad'), exportColumn('kvar_att_spara_in', 'amount'), exportColumn('vantat')],
		months.map(({ month, left, isExpected }) => [month, left, isExpected ? 'ja' : 'nej'])
	);
}
