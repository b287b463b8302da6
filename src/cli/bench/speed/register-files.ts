// The registers of a bench ledger as files: 2 000 contracts, 3 000 systems in 40 nämnder, 150 capabilities
// in ten areas and 400 licence products, whose ids are those that the ledger's rows name. Half of what a register asks is left empty, as in real ones.
import { join } from 'node:path';
import { openNative } from '$lib/server/engine/native-engine';

export const registerSizes = {
	contracts: 2_000,
	systems: 3_000,
	units: 40,
	capabilities: 150,
	products: 400
} as const;

/** Capabilities that the others are parts of. */
const areas = 10;

const unit = (number: string) =>
	`'Nämnd ' || lpad((1 + (${number})::BIGINT % ${registerSizes.units})::VARCHAR, 2, '0')`;
const draw = (limit: number, what: string) => `(hash(i, '${what}') % ${limit})::INTEGER`;
/** A value in a share of the rows, in percent. */
const sometimes = (percent: number, what: string, value: string) =>
	`CASE WHEN ${draw(100, what)} < ${percent} THEN ${value} END`;
const word = (words: readonly string[], what: string) =>
	`[${words.map((one) => `'${one}'`).join(', ')}][1 + ${draw(words.length, what)}]`;
const answer = (header: string) =>
	`${sometimes(50, header, word(['ja', 'nej', 'okänt'], header))} AS ${header}`;
const day = (from: number, years: number, what: string) =>
	`(DATE '${from}-01-01' + ${draw(years * 365, what)}::INTEGER)`;

const rowsOf = (count: number, columns: readonly string[]) =>
	`SELECT ${columns.join(', ')} FROM range(${count}) numbers(i)`;

const files: Readonly<Record<string, string>> = {
	'avtal.csv': rowsOf(registerSizes.contracts, [
		`'A-' || i AS avtals_id`,
		`'Avtal ' || i AS benamning`,
		`'Leverantör ' || (i // 2) || ' AB' AS leverantor`,
		`${unit('i')} AS namnd`,
		`${sometimes(80, 'procedure', word(['öppet', 'FKU', 'direktupphandling', 'förenklat'], 'procedure kind'))} AS upphandlingsforfarande`,
		`${sometimes(60, 'bids', `1 + ${draw(5, 'bid count')}`)} AS antal_anbud`,
		`${day(2016, 9, 'start')} AS avtalsstart`,
		`${sometimes(90, 'end', day(2026, 5, 'end day'))} AS avtalsslut`,
		`${sometimes(60, 'notice', `${draw(12, 'notice months')}`)} AS uppsagningstid_manader`,
		...['oppen_kallkod', 'oppet_api', 'dataexport', 'dataagande', 'exitplan'].map(answer)
	]),
	'system.csv': rowsOf(registerSizes.systems, [
		`'S-' || i AS system_id`,
		`'System ' || i AS namn`,
		`${unit('i')} AS namnd`,
		`${sometimes(70, 'used by', `${unit('i')} || '|' || ${unit('i * 7 + 3')}`)} AS anvands_av`,
		`${sometimes(60, 'supplier', `'Leverantör ' || (i // 4) || ' AB'`)} AS leverantor`,
		`${sometimes(60, 'contract', `'A-' || ((i // 4) * 2)`)} AS avtals_id`,
		`${sometimes(70, 'layer', word(['kommunikation', 'infrastruktur', 'plattform', 'applikation'], 'layer kind'))} AS lager`,
		`${sometimes(70, 'capability', `'F-' || ${draw(registerSizes.capabilities, 'which capability')}`)} AS formaga`,
		`${sometimes(50, 'shared', word(['ja', 'nej', 'nej', 'nej', 'nej', 'nej', 'nej', 'nej'], 'shared kind'))} AS gemensam`,
		`${sometimes(70, 'life cycle', word(['drift', 'drift', 'drift', 'införs', 'avvecklas', 'avvecklad', 'planerad'], 'life cycle kind'))} AS livscykel`,
		`${sometimes(50, 'owner', `'Systemägare ' || ${draw(300, 'which owner')}`)} AS systemagare`,
		`${sometimes(30, 'in use', day(2008, 17, 'in use day'))} AS idrift`,
		`${sometimes(40, 'form', word(['SaaS', 'extern', 'egen'], 'form kind'))} AS driftform`,
		`${sometimes(30, 'criticality', word(['samhällsviktig', 'hög', 'medel', 'låg'], 'criticality kind'))} AS kritikalitet`,
		`${sometimes(40, 'users', `3 + ${draw(4000, 'user count')}`)} AS antal_anvandare`,
		`${sometimes(30, 'integrations', `${draw(20, 'integration count')}`)} AS integrationer`
	]),
	'formagor.csv': rowsOf(registerSizes.capabilities, [
		`'F-' || i AS formaga_id`,
		`'Förmåga ' || i AS namn`,
		`CASE WHEN i >= ${areas} THEN 'F-' || (i % ${areas}) END AS overordnad`,
		`${sometimes(60, 'needed', `${unit('i')} || '|' || ${unit('i + 5')}`)} AS behov_namnder`,
		`${sometimes(40, 'not needed', `${unit('i + 9')} || '|' || ${unit('i + 11')}`)} AS utan_behov_namnder`
	]),
	'licenser.csv': `SELECT 'Produkt ' || p AS produkt, 'Leverantör ' || p || ' AB' AS leverantor, 'S-' || (p * 4) AS system_id,
			${unit('p * 3 + u')} AS namnd, (2025 + m // 12) || '-' || lpad((1 + m % 12)::VARCHAR, 2, '0') AS manad,
			100 + (hash(p, u) % 900)::INTEGER AS antal_kopta,
			CASE WHEN p % 3 > 0 THEN 90 + (hash(p, u, m) % 800)::INTEGER END AS antal_tilldelade,
			CASE WHEN p % 4 > 0 THEN 80 + (hash(p, u, m, 'active') % 700)::INTEGER END AS antal_aktiva,
			CASE WHEN p % 10 > 0 THEN (50 + p % 400)::VARCHAR || ',50' END AS pris_per_licens
		FROM range(${registerSizes.products}) products(p), range(5) units(u), range(20) months(m)`
};

/** Writes the registers to a folder. @returns the names of the files, in the order to receive them */
export async function writeRegisters(folder: string): Promise<string[]> {
	const writer = await openNative();
	try {
		for (const [name, rows] of Object.entries(files)) {
			const path = join(folder, name).replaceAll("'", "''");
			await writer.execute(`COPY (${rows}) TO '${path}' (HEADER, DELIMITER ';')`);
		}
	} finally {
		await writer.close();
	}
	return Object.keys(files);
}
