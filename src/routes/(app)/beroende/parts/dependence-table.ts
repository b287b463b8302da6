// Every supplier with what binds to it, as a table and as the file of the batch command.
import type { Column } from '$lib/components/data-table';
import type { MoneyUnit } from '$lib/domain/filters';
import { competenceShare, type Dependence } from '$lib/domain/supplier-dependence';
import { formatCount, formatMoney, formatNumber, formatShare, formatShareRange } from '$lib/text/format';
import { unknownWord } from '$lib/text/common';
import { dependenceColumns } from '$lib/text/dependence';

interface Ways {
	moneyUnit: MoneyUnit;
	hasLedger: boolean;
	href: (key: string) => string | undefined;
	onRows: (supplier: Dependence) => void;
	onSingleBid: (supplier: Dependence) => void;
}

/** The columns of leverantorsberoende.csv. */
export function dependenceTable(ways: Ways): Column<Dependence>[] {
	const { moneyUnit, hasLedger } = ways;
	const words = dependenceColumns;
	const count = (
		key: 'contracts' | 'tied' | 'units',
		of: (row: Dependence) => number | null
	): Column<Dependence> => ({
		key,
		label: words[key],
		align: 'end',
		value: of,
		format: (row) => formatCount(of(row)),
		sortable: true
	});
	const paid = (row: Dependence) => (hasLedger ? row.amount : null);
	const one = (row: Dependence) => (hasLedger ? (row.competition?.one ?? null) : null);
	return [
		{
			key: 'supplier',
			label: words.supplier,
			value: (row) => row.name ?? row.key,
			href: (row) => ways.href(row.key),
			sortable: true,
			width: '10rem'
		},
		{
			key: 'amount',
			label: moneyUnit,
			align: 'end',
			value: paid,
			format: (row) => formatMoney(paid(row), moneyUnit),
			onOpen: ways.onRows,
			canOpen: (row) => row.rowCount > 0,
			sortable: true
		},
		{
			key: 'share',
			label: words.share,
			align: 'end',
			value: (row) => row.share,
			format: (row) => formatShare(row.share),
			sortable: true
		},
		count('contracts', (row) => row.contracts),
		count('tied', (row) => row.tied),
		count('units', (row) => (hasLedger ? row.units : null)),
		{
			key: 'one',
			label: words.singleBid(moneyUnit),
			align: 'end',
			value: one,
			format: (row) => (one(row) === 0 ? '0' : formatMoney(one(row), moneyUnit)),
			onOpen: ways.onSingleBid,
			canOpen: (row) => (one(row) ?? 0) !== 0,
			sortable: true
		},
		{
			key: 'exit',
			label: words.exit,
			align: 'end',
			value: (row) => row.exit.low,
			format: ({ exit: { low, high } }) =>
				low === null || high === null ? unknownWord : formatShareRange(low, high),
			sortable: true
		},
		{
			key: 'years',
			label: words.years,
			align: 'end',
			value: (row) => row.age.years,
			format: (row) => formatNumber(row.age.years),
			sortable: true
		},
		{
			key: 'competence',
			label: words.competence,
			align: 'end',
			value: (row) => competenceShare(row.competence),
			format: (row) => formatShare(competenceShare(row.competence), 0),
			sortable: true
		}
	];
}
