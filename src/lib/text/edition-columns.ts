// What the tables and columns of an edition are, for those who write their own questions.
import { tableKinds, tableNames, tables } from '../domain/columns';

const tableTexts: Readonly<Record<string, string>> = {
	...Object.fromEntries(tableKinds.map((kind) => [kind, `Filer av slaget ${tableNames[kind]}`])),
	cost: 'En rad per kontering. It är it_cost = ’ja’ och currency = ’SEK’',
	supplier: 'En rad per leverantör, med namn',
	file: 'Inlästa filer och deras avstämning',
	rule: 'Taggningsregler',
	period_lock: 'Låsta perioder',
	restatement: 'Vad dagens regler skulle säga om låsta månader',
	meta: 'Utgåvans egna uppgifter'
};

/** Columns beside those of the files, as publishing makes them. */
const columnTexts: Readonly<Record<string, string>> = {
	row_id: 'radens nummer i utgåvan',
	day: 'dag; första dagen i en period',
	is_period: 'raden gäller en hel månad',
	supplier_key: 'organisationsnummer, annars namn',
	it_cost: '’ja’, ’nej’ eller tomt',
	candidate: 'möjlig it, inte bedömd',
	tag_source: 'vem som taggat: ’hand’, ’fil’, ’regel’',
	rule_id: 'regeln som avgör',
	rule_version: 'regelverkets version',
	also_matched: 'andra regler som träffar',
	part: 'del av en delad rad',
	whole_amount: 'hela raden före delning, öre',
	internal: 'motparten är kommunens egen',
	contract_cover: '’avtal’, ’antagen’, ’flera’, ’saknas’, ’okänt’',
	contract_ref: 'avtal, eget eller antaget',
	system_ref: 'system, eget eller genom avtalet',
	system_cover: '’tagg’, ’avtal’ eller tomt',
	file_id: 'filen som raden kommer från',
	sheet: 'blad i filen',
	source_row: 'rad i filen',
	unused: 'köpta som ingen har',
	unused_amount: 'deras kostnad, öre per månad',
	notice_day: 'sista dag att säga upp',
	latest_end: 'sista dag med alla förlängningar',
	last_safe_start: 'senaste start för ny upphandling',
	completed: 'kolumner som någon har kompletterat, ’a|b’'
};

export function tableText(table: string): string | undefined {
	return tableTexts[table];
}

/** The Swedish header of a file's column, or what a column of the edition's own means. */
export function columnText(table: string, column: string): string | undefined {
	const kind = tableKinds.find((known) => known === table);
	const field = kind && tables[kind].fields.find(({ name }) => name === column);
	if (!field) {
		const own = column.startsWith('own_') ? 'filens egen tagg' : undefined;
		return columnTexts[column] ?? own;
	}
	const ore = field.type === 'amount' || field.type === 'price' ? ', öre' : '';
	const said = columnTexts[column];
	return said ? `${field.header}: ${said}` : `${field.header}${ore}`;
}
