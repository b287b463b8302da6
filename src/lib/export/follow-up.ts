// The table of a follow-up as a file.
import { levelsWord, type BudgetLevels } from '$lib/domain/budget-levels';
import type { BudgetBranch } from '$lib/domain/budget-lines';
import type { YearFollowUp } from '$lib/domain/follow-up';
import { wordFor } from '$lib/text/common';
import { toCsv, type ExportColumn, type ExportStamp } from './csv';

interface Shown {
	levels: BudgetLevels;
	chosen: YearFollowUp;
	systemNames: ReadonlyMap<string, string>;
}

const amount = (header: string): ExportColumn => ({ header, format: 'amount' });

/** Every innermost line in the order shown, and the total; amounts in kronor. What is not said is empty. */
export function followUpCsv(table: BudgetBranch, { levels, systemNames }: Shown, stamp: ExportStamp): string {
	const headers = levelsWord(levels).split(',');
	const columns: ExportColumn[] = [
		...headers.flatMap((header): ExportColumn[] =>
			header === 'system'
				? [
						{ header: 'system_id', format: 'text' },
						{ header: 'system', format: 'text' }
					]
				: [{ header: header === 'slag' ? 'kostnadsslag' : header, format: 'text' }]
		),
		amount('budget_period'),
		amount('utfall_period'),
		amount('avvikelse_period'),
		amount('budget_helar'),
		amount('prognos_helar'),
		amount('avvikelse_helar'),
		amount('utfall_period_forra_aret'),
		amount('utfall_forra_aret')
	];
	const cells = (line: BudgetBranch) => [
		line.budgetToDate,
		line.outcome,
		line.deviationToDate,
		line.budgetYear,
		line.expected,
		line.deviationYear,
		line.outcomeYearBefore,
		line.outcomeWholeYearBefore
	];
	const named = (line: BudgetBranch) =>
		levels.flatMap((level, index) => {
			const value = line.values[index] ?? null;
			return level === 'system' ? [value, value && (systemNames.get(value) ?? null)] : [value];
		});
	const lines = table.parts.flatMap((line) => (line.parts.length ? line.parts : [line]));
	const width = named(table).length;
	return toCsv(
		columns,
		[
			...lines.map((line) => [...named(line), ...cells(line)]),
			[...Array.from({ length: width }, (_, index) => (index === 0 ? wordFor.total : null)), ...cells(table)]
		],
		stamp
	);
}
