// Ledgers as SQL, the same rows every time: all of their rows are IT. `municipal` has a municipality's proportions, in which
// a supplier sells to a few nämnder on an account or two; in `scattered` every field is drawn by itself, so that hardly two
// rows are alike. Nothing can be summed beforehand there: no real ledger is so, but it is the worst that there can be.
import { costKinds, type CostKind } from '$lib/domain/cost-kind';

export type LedgerShape = 'municipal' | 'scattered';

const months = 44;
const units = 27;
const suppliers = 4000;

/** Two accounts of each kostnadsslag that suppliers are paid for. */
const kinds = costKinds.filter(
	(kind) => !(['Personal', 'Kapitalkostnad', 'Intern debitering', 'Okänt'] as CostKind[]).includes(kind)
);

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const listed = (words: readonly string[]) => `[${words.map(text).join(', ')}]`;

/** A whole number from 0 to below a limit, drawn by what is named. */
const drawn = (limit: number | string, ...by: string[]) => `(hash(${by.join(', ')}) % (${limit}))::INTEGER`;
/** From 0 to below 1. */
const share = (...by: string[]) => `(hash(${by.join(', ')}) % 1000003 / 1000003.0)`;

const common = `
	'Nämnd ' || lpad((unit_number + 1)::VARCHAR, 2, '0') AS unit,
	'Leverantör ' || s || ' AB' AS supplier,
	(400000 + i)::VARCHAR AS voucher,
	'Faktura ' || ${drawn(5000, 'i', "'text'")} AS text,
	CASE WHEN ${drawn(90, 'i', "'credit'")} = 0 THEN -1 ELSE 1 END * (1 + ${drawn(9_000_000, 'i', "'amount'")})::BIGINT AS ore,
	make_date(2023 + month_number // 12, month_number % 12 + 1, 1 + ${drawn(28, 'i', "'day'")}) AS day`;

const columns =
	'i, day, unit, account, counterpart, supplier, voucher, text, ore, cost_kind, orientation, system_id, contract_id, maker';

const shapes: Readonly<Record<LedgerShape, (rows: number) => string>> = {
	municipal: (rows) => `
		WITH drawn AS (
			SELECT i, ${drawn(months, 'i', "'month'")} AS month_number,
				-- A few suppliers get much, most get little.
				floor(pow(${share('i', "'supplier'")}, 3) * ${suppliers})::INTEGER AS s,
				${drawn(100, 'i', "'variant'")} AS percent
			FROM range(${rows}) numbers(i)
		), placed AS (
			SELECT *,
				-- The forty largest sell to all nämnder, and most to one, two or three.
				${drawn(
					units,
					's',
					drawn(
						`CASE WHEN s < 40 THEN ${units} WHEN s < 400 THEN 6 ELSE 1 + ${drawn(3, 's')} END`,
						'i',
						"'unit'"
					)
				)} AS unit_number,
				CASE WHEN s % 4 = 0 AND percent < 15 THEN ${drawn(kinds.length, 's', "'second'")}
					ELSE ${drawn(kinds.length, 's', "'kind'")} END AS kind_number
			FROM drawn
		)
		SELECT ${columns} FROM (SELECT i, ${common},
			(5000 + kind_number * 10 + CASE WHEN percent < 90 THEN s % 2 ELSE (s + 1) % 2 END)::VARCHAR AS account,
			CASE WHEN s % 200 = 3 THEN 'Nämnd 01' END AS counterpart,
			${listed(kinds)}[kind_number + 1] AS cost_kind,
			CASE WHEN s % 8 = 0 AND percent % 5 = 0 THEN 'utveckling' ELSE 'förvaltning' END AS orientation,
			CASE WHEN s < 600 AND s % 2 = 0
				THEN 'S-' || (s * 4 + ${drawn('CASE WHEN s < 40 THEN 4 ELSE 1 + s % 3 // 2 END', 'i', "'system'")}) END AS system_id,
			CASE WHEN s < 800 THEN 'A-' || (s * 2 + (month_number // 24) * (s % 2)) END AS contract_id,
			CASE WHEN s % 50 = 0 THEN 'Tillverkare ' || ${drawn(6, 's', drawn(3, 'i', "'maker'"))} END AS maker
		FROM placed)`,
	scattered: (rows) => `
		WITH placed AS (
			SELECT i, ${drawn(months, 'i', "'month'")} AS month_number,
				${drawn(suppliers, 'i', "'supplier'")} AS s,
				${drawn(units, 'i', "'unit'")} AS unit_number
			FROM range(${rows}) numbers(i)
		)
		SELECT ${columns} FROM (SELECT i, ${common},
			(5000 + ${drawn(20, 'i', "'account'")})::VARCHAR AS account,
			CASE WHEN ${drawn(200, 'i', "'internal'")} = 0 THEN 'Nämnd 01' END AS counterpart,
			${listed(kinds)}[${drawn(kinds.length, 'i', "'kind'")} + 1] AS cost_kind,
			CASE WHEN ${drawn(10, 'i', "'orientation'")} = 0 THEN 'utveckling' ELSE 'förvaltning' END AS orientation,
			'S-' || ${drawn(600, 'i', "'system'")} AS system_id,
			'A-' || ${drawn(1000, 'i', "'contract'")} AS contract_id,
			'Tillverkare ' || ${drawn(12, 'i', "'maker'")} AS maker
		FROM placed)`
};

/** The rows of a ledger: {@link columns}, amounts in öre. */
export function ledgerRows(shape: LedgerShape, rows: number): string {
	return shapes[shape](rows);
}

/** The statement that writes the ledger as a file that an installation would receive, its rows tagged in the file itself. */
export function writeLedgerFile(path: string, rows: number): string {
	return `COPY (SELECT day AS datum, unit AS namnd, account AS konto, counterpart AS motpart, supplier AS leverantor,
			voucher AS verifikationsnummer, text, replace(printf('%.2f', ore / 100.0), '.', ',') AS belopp, 'ja' AS it_kostnad,
			cost_kind AS kostnadsslag, orientation AS inriktning, system_id, contract_id AS avtals_id, maker AS verklig_leverantor
		FROM (${ledgerRows('municipal', rows)}) ORDER BY i)
		TO ${text(path)} (HEADER, DELIMITER ';')`;
}

/** The nämnder of the ledgers as a file: rows whose motpart is one of them are internal. */
export function unitFile(): string {
	const lines = Array.from(
		{ length: units },
		(_, unit) => `Nämnd ${String(unit + 1).padStart(2, '0')};nämnd;100`
	);
	return ['namnd;typ;anstallda', ...lines, ''].join('\r\n');
}

/** Statements that fill the staging tables of an edition with the ledger and its nämnder, as reading its files would. */
export function stageLedger(shape: LedgerShape, rows: number): string[] {
	return [
		`INSERT INTO staged_unit BY NAME SELECT 'Nämnd ' || lpad((unit + 1)::VARCHAR, 2, '0') AS unit, 'nämnd' AS unit_type, 100 AS employees,
			2 AS file_id, (unit + 2)::INTEGER AS source_row FROM range(${units}) numbers(unit)`,
		`INSERT INTO staged_cost BY NAME SELECT * EXCLUDE (i, ore), ore AS amount, 'SEK' AS currency, 'ja' AS it_cost, false AS is_period,
			upper(supplier) AS supplier_key, 1 AS file_id, (i + 2)::INTEGER AS source_row FROM (${ledgerRows(shape, rows)})`
	];
}

/** What the edition says of the files that it would have been read from. */
export function nameLedgerFile(rows: number): string {
	return `INSERT INTO edition.file VALUES (1, 'kostnader.csv', 'cost', ${rows}, ${rows}, 0, 0, NULL, NULL, NULL, NULL),
		(2, 'namnder.csv', 'unit', ${units}, ${units}, 0, 0, NULL, NULL, NULL, NULL)`;
}
