// The words of the SQL window.
import { tables, tableKinds } from '../domain/columns';
import type { StatementFault } from '../domain/read-only-statement';
import { formatCount, formatCounted, formatNumber } from './format';

export const savedQueryWords = {
	button: 'Sparade frågor',
	save: 'Spara frågan',
	saved: (name: string) => `Frågan ${name} är sparad.`,
	removed: (name: string) => `Frågan ${name} är borttagen.`,
	restored: (name: string) => `Frågan ${name} är tillbaka.`,
	remove: 'Ta bort',
	undo: 'Ångra',
	none: 'Inga frågor är sparade än.',
	loading: 'Hämtar frågorna',
	empty: 'Skriv en fråga först.'
} as const;

export const sqlWords = {
	title: 'SQL',
	lead: 'Ställ en egen fråga till utgåvan. Frågan körs i din webbläsare och kan bara läsa.',
	toQuestions: 'Frågor',
	toPivot: 'Pivot',
	editor: 'Fråga i SQL',
	editorHelp: 'Ctrl + Enter kör. Esc avbryter. Belopp är hela ören: dela med 100 för kronor.',
	run: 'Kör',
	running: 'Kör frågan …',
	cancel: 'Avbryt',
	waiting: 'Utgåvan hämtas. Du kan köra frågan när den är här.',
	cancelled: 'Frågan avbröts. Inget har ändrats.',
	otherEdition: (edition: number) =>
		`Svaret är från utgåva ${edition}. Kör frågan igen för att få det från den utgåva som visas nu.`,
	notRunYet: 'Svaret visas här när du har kört frågan.',
	examples: 'Exempel',
	examplesHelp: 'Ersätter texten i rutan.',
	schema: 'Tabeller och kolumner',
	schemaHelp: 'Klicka för att skriva in namnet i frågan.',
	schemaFailed: 'Tabellerna kunde inte läsas',
	insert: 'Skriv in',
	answer: 'Svar',
	plan: 'Så skulle frågan köras',
	noRows: 'Frågan gav inga rader.',
	counting: 'räknar alla …',
	more: 'fler finns',
	csv: 'Ladda ner CSV',
	ore: 'öre',
	oreNote: 'Belopp visas i ören, som i utgåvan.',
	sortNote: 'Ordningen gäller de rader som visas. Använd ORDER BY för hela svaret.',
	refused: 'Frågan kördes inte',
	failed: 'Frågan gick inte att köra',
	details: 'Motorns eget besked',
	yes: 'ja',
	no: 'nej',
	fileName: 'sql-fraga'
} as const;

/** "Visar 1 000 av 36 554 rader · 0,4 s". */
export function answerSummary(
	shown: number,
	total: number | 'counting' | 'unknown',
	milliseconds: number
): string {
	const time = `${formatNumber(milliseconds / 1000, milliseconds < 1000 ? 2 : 1)}\u00a0s`;
	if (typeof total === 'string') {
		const more = total === 'counting' ? sqlWords.counting : sqlWords.more;
		return `Visar de första ${formatCounted(shown, 'raden', 'raderna')}, ${more} · ${time}`;
	}
	if (total > shown)
		return `Visar ${formatCount(shown)} av ${formatCounted(total, 'rad', 'rader')} · ${time}`;
	return `${formatCounted(total, 'rad', 'rader')} · ${time}`;
}

export function tooLargeFile(total: number, most: number): string {
	return `Svaret har ${formatCounted(total, 'rad', 'rader')}, och filen kan ha högst ${formatCount(most)}. Begränsa frågan med WHERE eller välj färre kolumner.`;
}

/** A refused statement: where, what it means, and what to do. */
export function faultText(fault: StatementFault): string {
	switch (fault.name) {
		case 'empty':
			return 'Rutan är tom. Skriv en fråga eller välj ett exempel.';
		case 'several':
			return `En ny sats börjar på rad ${fault.line}. Kör en sats i taget: ta bort det andra semikolonet eller satsen efter det.`;
		case 'changes':
			return `${fault.word} på rad ${fault.line} är inte en läsfråga. Utgåvan går bara att läsa: börja med SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE eller EXPLAIN.`;
		case 'function':
			return `Funktionen ${fault.word} på rad ${fault.line} läser utanför utgåvan och är avstängd. Använd tabellerna i listan.`;
		case 'file':
			return `${fault.word} på rad ${fault.line} är en fil, inte en tabell. Använd tabellerna i listan. Nya filer läses in under Importera.`;
		case 'sign':
			return `Tecknet ${fault.word} på rad ${fault.line} kan inte användas här. Skriv värdet direkt, och text mellan enkla citattecken: 'Utbildningsnämnden'.`;
		case 'unclosed': {
			const what = {
				text: "En text som börjar med ' saknar sitt sista '.",
				name: 'Ett namn som börjar med " saknar sitt sista ".',
				comment: 'En kommentar som börjar med /* saknar */.',
				bracket: 'En parentes saknar sin motsvarighet.'
			}[fault.what];
			return `Rad ${fault.line}: ${what}`;
		}
	}
}

/** What the engine said, in Swedish where it is common; what else it says stands in its own words beside. */
export function engineFaultText(message: string): string {
	const line = /LINE (\d+):/.exec(message)?.[1];
	const where = line ? ` på rad ${line}` : '';
	const found = (pattern: RegExp) => pattern.exec(message)?.[1];
	const suggested =
		found(/Did you mean "([^"]+)"/i) ?? found(/Candidate (?:bindings|functions)?:? *"([^"]+)"/i);
	const instead = suggested ? ` Menar du ${suggested}?` : '';
	const table = found(/Table with name "?([^\s"!]+)"? does not exist/i);
	if (table)
		return `Tabellen ${table}${where} finns inte i utgåvan.${instead || ' Se listan över tabeller.'}`;
	const column =
		found(/Referenced column "([^"]+)" (?:not found|was not found)/i) ??
		found(/does not have a column named "([^"]+)"/i);
	if (column)
		return `Kolumnen ${column}${where} finns inte i tabellerna som frågan läser.${instead} Text skrivs mellan enkla citattecken.`;
	const called = found(/Function with name "?([^\s"!]+)"? does not exist/i);
	if (called) return `Funktionen ${called}${where} finns inte.${instead}`;
	const types = found(/No function matches the given name and argument types '([^']+)'/i);
	if (types)
		return `${types}${where} går inte att räkna ut med de typerna. Byt typ med ::INTEGER, ::VARCHAR eller ::DATE.`;
	const near = found(/syntax error at or near "([^"]+)"/i);
	if (near)
		return `Motorn förstår inte frågan vid ${near}${where}. Se efter om ett komma, en parentes eller ett ord saknas före.`;
	if (/syntax error at end of input/i.test(message))
		return 'Frågan tar slut för tidigt. Se efter om något saknas på slutet.';
	const grouped = found(/column "([^"]+)" must appear in the GROUP BY/i);
	if (grouped)
		return `Kolumnen ${grouped} måste stå i GROUP BY eller i en summa. GROUP BY ALL grupperar på allt som inte är en summa.`;
	const ambiguous = found(/Ambiguous reference to column name "([^"]+)"/i);
	if (ambiguous)
		return `Kolumnen ${ambiguous} finns i flera tabeller. Skriv tabellens namn före, till exempel cost.${ambiguous}.`;
	const unread = found(/Could not convert string '([^']*)'/i);
	if (unread !== undefined) return `Texten ”${unread}” går inte att läsa som den typ som frågan ber om.`;
	if (/Could not convert|Conversion Error/i.test(message))
		return 'Ett värde går inte att läsa som den typ som frågan ber om. TRY_CAST ger tomt i stället för fel.';
	if (/more than one row returned by a subquery/i.test(message))
		return 'En delfråga ger flera rader där en väntas. Lägg till LIMIT 1 eller en summa i den.';
	if (/out of memory|failed to (allocate|offload)|could not allocate/i.test(message))
		return 'Webbläsarens minne räckte inte till frågan. Inget har ändrats, och sidan fungerar som förut. Begränsa med WHERE, välj färre kolumner, eller summera före en sammanslagning.';
	if (/RuntimeError|out of bounds|unreachable|does not answer|was stopped|worker failed/i.test(message))
		return 'Frågan blev för tung, och motorn startades om. Inget har ändrats. Begränsa frågan och kör den igen.';
	return 'Motorn kunde inte köra frågan. Dess eget besked står nedan.';
}

const amountNames = new Set([
	...tableKinds.flatMap((kind) =>
		tables[kind].fields.filter(({ type }) => type === 'amount' || type === 'price').map(({ name }) => name)
	),
	'whole_amount',
	'unused_amount',
	'sum',
	'control_sum'
]);

/** True for a column that holds öre: one of the edition's own, or one that is named so. */
export function isOreColumn(name: string): boolean {
	return /_ore$/i.test(name) || amountNames.has(name.toLowerCase());
}

/** A number as the engine wrote it, exactly: "-1234567.50" is "−1 234 567,50". Long fractions are cut to six digits. */
export function formatFound(value: string | number): string {
	const text =
		typeof value === 'number' && !Number.isInteger(value) ? String(Number(value.toFixed(6))) : String(value);
	const [, sign = '', whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (whole === undefined) return text;
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
	return `${sign && '\u2212'}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

export interface ExampleQuestion {
	name: string;
	sql: string;
}

export const exampleQuestions: readonly ExampleQuestion[] = [
	{
		name: 'Kostnad per nämnd',
		sql: `-- It-kostnad per nämnd och år, i kronor
SELECT unit AS namnd, year(day) AS ar, sum(amount) / 100 AS kronor, count(*) AS rader
FROM cost
WHERE it_cost = 'ja' AND currency = 'SEK'
GROUP BY ALL
ORDER BY ar DESC, kronor DESC`
	},
	{
		name: 'Största leverantörer',
		sql: `-- Leverantörer med namn ur registret, störst först
SELECT s.supplier AS leverantor, sum(c.amount) AS belopp_ore, count(*) AS rader
FROM cost c
LEFT JOIN supplier s ON s.supplier_key = c.supplier_key::VARCHAR
WHERE c.it_cost = 'ja' AND c.currency = 'SEK'
GROUP BY ALL
ORDER BY belopp_ore DESC
LIMIT 50`
	},
	{
		name: 'Fakturor som finns två gånger',
		sql: `-- Samma leverantör, fakturanummer och belopp på mer än en rad
SELECT supplier_key, invoice AS faktura, amount, count(*) AS rader, min(day) AS forsta, max(day) AS sista
FROM cost
WHERE invoice IS NOT NULL AND amount > 0 AND part IS NULL
GROUP BY ALL
HAVING count(*) > 1
ORDER BY amount DESC`
	},
	{
		name: 'Avtal utan kostnad',
		sql: `-- Avtal som ingen rad i huvudboken ligger på
SELECT contract_id AS avtal, title AS benamning, unit AS namnd, end_day AS slutar
FROM contract
WHERE contract_id NOT IN (SELECT contract_ref::VARCHAR FROM cost WHERE contract_ref IS NOT NULL)
ORDER BY slutar`
	},
	{
		name: 'Vad varje regel avgör',
		sql: `-- Regler med kronor och rader, störst först
SELECT r.name AS regel, sum(c.amount) / 100 AS kronor, count(*) AS rader
FROM cost c
JOIN rule r ON r.rule_id = c.rule_id AND r.rule_version = c.rule_version
GROUP BY ALL
ORDER BY kronor DESC`
	},
	{
		name: 'Översikt av en tabell',
		sql: 'SUMMARIZE cost'
	}
];
