// The tables of a report, each from its question.
import type { Filters } from '$lib/domain/filters';
import { shareOf, type Indicator } from '$lib/domain/indicator';
import { decimalText } from '$lib/domain/money';
import { supplierConcentration } from '$lib/domain/concentration';
import type { Engine, EngineRow } from '$lib/engine/engine';
import { canonicalColumns } from '$lib/export/canonical-columns';
import { contractGapCells, contractGapColumns } from '$lib/export/contract-gaps';
import { contractCells, contractColumns } from '$lib/export/contracts';
import { decimalComma, type ExportColumn, type ExportStamp, type ExportValue } from '$lib/export/csv';
import { doublesColumns } from '$lib/export/system-doubles';
import { supplierDependenceCells, supplierDependenceColumns } from '$lib/export/supplier-dependence';
import { contractGapList } from '$lib/queries/contract-gap-list';
import { contractList } from '$lib/queries/contract-list';
import { dependenceOf } from '$lib/queries/dependence';
import { dependenceRegister } from '$lib/queries/dependence-register';
import { editionMeta } from '$lib/queries/edition-meta';
import { indicators } from '$lib/queries/indicators';
import { licenceRows } from '$lib/queries/licence-rows';
import { ask } from '$lib/queries/query';
import { supplierCosts } from '$lib/queries/supplier-costs';
import { withoutSupplier } from '$lib/text/contract-gaps';
import { budgetFollowUpColumns, budgetFollowUpRows } from './budget-follow-up';
import { CsvOutput } from './output';
import { systemDoublesRows } from './system-doubles';
import { systemMapColumns, systemMapRows } from './system-map';
import { systemBindingColumns, systemBindingRows } from './system-binding';

const column = (header: string, format: ExportColumn['format'] = 'text'): ExportColumn => ({
	header,
	format
});

async function writeAll(
	folder: string,
	name: string,
	columns: readonly ExportColumn[],
	rows: readonly (readonly (ExportValue | undefined)[])[],
	stamp: ExportStamp
): Promise<void> {
	const output = new CsvOutput(folder, name, columns, stamp);
	await output.rows(rows);
	await output.finish();
}

const pageSize = 20_000;

/** `kostnader.csv`: the canonical cost table with its tags, and where each row came from. */
export async function writeCosts(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	const columns = canonicalColumns('cost');
	const output = new CsvOutput(
		folder,
		'kostnader.csv',
		[
			...columns,
			column('kandidat'),
			column('taggkalla'),
			column('regel'),
			column('regelversion_rad', 'count'),
			column('del', 'count'),
			column('fil'),
			column('blad'),
			column('rad', 'count')
		],
		stamp
	);
	const names = columns.map(({ name }) => (name === 'day' ? 'day' : `cost.${name}::VARCHAR AS ${name}`));
	const selected = names.map((name) => (name.startsWith('cost.amount') ? 'cost.amount' : name)).join(', ');
	for (let from = 0; ; from += pageSize) {
		const rows = await engine.run(
			`SELECT ${selected}, is_period, candidate, tag_source::VARCHAR AS tag_source, rule_id, rule_version, part, file.name AS file_name, cost.sheet::VARCHAR AS sheet, source_row
			FROM cost LEFT JOIN file USING (file_id) WHERE row_id > ? AND row_id <= ? ORDER BY row_id`,
			[from, from + pageSize]
		);
		if (!rows.length) break;
		await output.rows(
			rows.map((row) => [
				...columns.map(({ name }) => costCell(row, name)),
				row.candidate ? 'ja' : '',
				row.tag_source,
				row.rule_id,
				row.rule_id === null ? null : row.rule_version,
				row.part,
				row.file_name,
				row.sheet,
				row.source_row
			])
		);
	}
	await output.finish();
}

function costCell(row: EngineRow, name: string): ExportValue {
	const value = row[name] ?? null;
	if (name === 'day' && row.is_period && typeof value === 'string') return value.slice(0, 7);
	return value;
}

/** `leverantorer.csv`: IT cost by supplier, largest first. */
export async function writeSuppliers(
	engine: Engine,
	folder: string,
	filters: Filters,
	stamp: ExportStamp
): Promise<void> {
	const rows = await ask(engine, supplierCosts, filters);
	const { base } = supplierConcentration(
		rows.filter((row) => row.supplier_key !== null).map((row) => row.amount)
	);
	await writeAll(
		folder,
		'leverantorer.csv',
		[
			column('leverantor'),
			column('organisationsnummer'),
			column('kostnad', 'amount'),
			column('andel', 'share'),
			column('antal_rader', 'count')
		],
		rows.map((row) => [
			row.supplier_key === null ? withoutSupplier : (row.supplier ?? row.supplier_key),
			row.organisation_number,
			row.amount,
			row.supplier_key === null ? null : shareOf(Math.max(0, row.amount), base),
			row.row_count
		]),
		stamp
	);
}

/** `leverantorsberoende.csv`: what binds to each supplier, largest cost first. */
export async function writeSupplierDependence(
	engine: Engine,
	folder: string,
	filters: Filters,
	stamp: ExportStamp
): Promise<void> {
	const register = await dependenceRegister(engine, await editionMeta(engine));
	const { list, hasLedger } = await dependenceOf(engine, filters, 'supplier', register);
	await writeAll(
		folder,
		'leverantorsberoende.csv',
		supplierDependenceColumns,
		list.map((supplier) => supplierDependenceCells(supplier, hasLedger)),
		stamp
	);
}

/** `budgetuppfoljning.csv`: every follow-up that the ledger covers. */
export async function writeBudgetFollowUp(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	await writeAll(
		folder,
		'budgetuppfoljning.csv',
		budgetFollowUpColumns,
		await budgetFollowUpRows(engine),
		stamp
	);
}

/** `nyckeltal.csv`: one indicator a row; amounts in kronor. */
export async function writeIndicators(
	engine: Engine,
	folder: string,
	filters: Filters,
	stamp: ExportStamp
): Promise<void> {
	const found = await indicators(engine, filters);
	const kronor = (amount: number) => decimalText(Math.round(amount), ',');
	const written = (figure: number | null, unit: Indicator['unit']): string => {
		if (figure === null) return '';
		if (unit === 'kr') return kronor(figure);
		return unit === 'andel' ? decimalComma(figure, 8) : decimalComma(figure, 4);
	};
	const part = (figure: number | null, parts: Indicator['parts']): string =>
		figure === null ? '' : parts === 'kr' ? kronor(figure) : String(figure);
	await writeAll(
		folder,
		'nyckeltal.csv',
		[
			column('nyckeltal'),
			column('enhet'),
			column('varde', 'number'),
			column('taljare', 'number'),
			column('namnare', 'number'),
			column('kand_andel', 'share')
		],
		found.map(({ name, unit, value, numerator, denominator, parts, known }) => [
			name,
			unit,
			written(value, unit),
			part(numerator, parts),
			part(denominator, parts),
			known
		]),
		stamp
	);
}

/** `avtal.csv`: the canonical register with its computed days and what is invoiced. */
export async function writeContracts(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	const rows = await ask(engine, contractList, undefined);
	await writeAll(folder, 'avtal.csv', contractColumns, rows.map(contractCells), stamp);
}

/** `avtalsluckor.csv`: where ledger and register do not fit together, by kind and then by kronor. */
export async function writeContractGaps(
	engine: Engine,
	folder: string,
	filters: Filters,
	stamp: ExportStamp
): Promise<void> {
	const gaps = await contractGapList(engine, filters, await editionMeta(engine));
	await writeAll(folder, 'avtalsluckor.csv', contractGapColumns, gaps.map(contractGapCells), stamp);
}

/** `systembindning.csv`: how bound each system is, and the months it takes to leave it. */
export async function writeSystemBinding(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	await writeAll(folder, 'systembindning.csv', systemBindingColumns, await systemBindingRows(engine), stamp);
}

/** `systemkarta.csv`: what covers each förmåga at each nämnd. */
export async function writeSystemMap(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	await writeAll(folder, 'systemkarta.csv', systemMapColumns, await systemMapRows(engine), stamp);
}

/** `dubbletter.csv`: systems that may do the same thing, by group. */
export async function writeSystemDoubles(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	await writeAll(folder, 'dubbletter.csv', doublesColumns, await systemDoublesRows(engine), stamp);
}

/** `licenser.csv`: one product × nämnd × month. */
export async function writeLicences(engine: Engine, folder: string, stamp: ExportStamp): Promise<void> {
	const rows = await ask(engine, licenceRows, undefined);
	await writeAll(
		folder,
		'licenser.csv',
		[
			column('produkt'),
			column('namnd'),
			column('manad'),
			column('antal_kopta', 'count'),
			column('antal_tilldelade', 'count'),
			column('antal_aktiva', 'count'),
			column('oanvanda', 'count'),
			column('oanvanda_kronor', 'amount')
		],
		rows.map((row) => [
			row.product,
			row.unit,
			row.month,
			row.purchased,
			row.assigned,
			row.active,
			row.unused,
			row.unused_amount
		]),
		stamp
	);
}
