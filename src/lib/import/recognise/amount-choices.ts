// Where several columns are money, a person sees the sum of each before one is counted.
import type { Ore } from '$lib/domain/money';
import type { SourceTable } from '$lib/read/source-table';
import { amountReadingFrom, type AmountEvidence } from './evidence';
import { columnSums, type SummedColumn } from '../cells/exact-sum';
import { amountUnit, unitScales } from './header';
import type { PlannedColumn } from './plan';
import type { Recognition } from './recognise';

export interface AmountChoice {
	/** Header in the file. */
	header: string;
	/** Öre, in the file's own currency, as it is written; null where the amounts can be read in two ways. */
	sum: Ore | null;
	chosen: boolean;
}

/** The amount columns of a table with their sums; none where there are fewer than asked for. */
export async function amountChoicesOf(
	table: SourceTable,
	{ headers, headerRow, mapping, profile }: Recognition,
	columns: readonly PlannedColumn[],
	candidates: readonly number[],
	others: Readonly<Record<string, AmountEvidence>>,
	signal?: AbortSignal,
	fewest = 2
): Promise<AmountChoice[]> {
	const chosen = columns.find(({ field }) => field.name === 'amount');
	const all = [...new Set([...(chosen ? [chosen.column] : []), ...candidates])].sort((a, b) => a - b);
	if (all.length < fewest) return [];
	const summed = all.flatMap((column): SummedColumn[] => {
		const evidence = others[String(column)];
		const prescribed = profile && { sign: profile.decimalSign, longDecimals: true };
		const reading =
			column === chosen?.column ? chosen.amount : (prescribed ?? (evidence && amountReadingFrom(evidence)));
		const unit = amountUnit(headers[column] ?? '') ?? 'kr';
		const scale = column === chosen?.column ? chosen.scale : unitScales[unit];
		return reading ? [{ column, reading, scale }] : [];
	});
	const sums = await columnSums(table, headerRow, summed, undefined, signal);
	return all.map((column) => {
		const at = summed.findIndex((candidate) => candidate.column === column);
		return {
			header: headers[column] ?? '',
			sum: at < 0 ? null : (sums[at]?.get('') ?? null),
			chosen: column === mapping['amount']
		};
	});
}
