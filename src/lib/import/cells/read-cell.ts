// One cell → the value of its field, or what is wrong with it.
import { findListed } from '$lib/domain/cost-kind';
import type { Identity } from '$lib/domain/organisation-number';
import type { ProblemKind } from '$lib/domain/problem';
import type { Cell } from '$lib/read/record';
import { amountFromNumber, parseAmount } from './amount';
import { isTwoDates, parseDate } from './date';
import { identitiesIn } from './identities';
import type { PlannedColumn } from '../recognise/plan';

export type Value = string | number | null;

/** What is wrong or odd about a cell, in a whole Swedish sentence. */
export interface CellProblem {
	kind: ProblemKind;
	reason: string;
}

export interface ReadCell {
	value: Value;
	/** The cell held something that its field cannot hold. */
	problem?: CellProblem;
	/** What else is worth telling about the cell. */
	remarks?: readonly CellProblem[];
	/** An amount finer than an öre, in 10⁻²⁴ kronor. */
	exact?: bigint;
	/** A date cell named a month. */
	isPeriod?: boolean;
	identities?: Identity[];
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'sant', '1', 'x']);
const no = new Set(['nej', 'n', 'no', 'false', 'falskt', '0']);

/** Text as it stands, without blanks around it and with runs of blanks as one. Numbers keep their digits. */
export function textOf(cell: Cell): string {
	if (typeof cell === 'number') return String(cell);
	const trimmed = cell.trim();
	return hasUnevenBlanks(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** Blanks that are not single spaces. Code by code, since most cells have none and a pattern takes five times as long. */
function hasUnevenBlanks(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		// No letter of a European language is a blank.
		if (code > 0x20 && code < 0x1680 && code !== 0xa0) continue;
		if (code === 0x20 ? text.charCodeAt(i + 1) === 0x20 : /\s/.test(text.charAt(i))) return true;
	}
	return false;
}

/** True when a cell holds nothing but blanks. */
export function isBlank(cell: Cell): boolean {
	return typeof cell === 'string' && (cell === '' || cell.trim() === '');
}

/** Takes off the guard that exports set before text that a spreadsheet could run as a formula. */
export function withoutFormulaGuard(text: string): string {
	return text.startsWith("'") && /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** What spreadsheets show where a formula failed, in English and Swedish. */
const failedFormula =
	/^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|SAKNAS!|DIVISION\/0!|VÄRDEFEL!|REFERENS!|NAMN\?|OGILTIGT!|SKÄRNING!)$/i;

/** Reads one cell by the type of its field. Never throws; what does not fit comes back as a problem. */
export function readCell(cell: Cell, planned: PlannedColumn): ReadCell {
	const text = textOf(cell);
	if (text === '') return { value: null };
	if (text.startsWith('#') && failedFormula.test(text)) {
		const reason = `Cellen visar felet ${text} i kalkylarket, så uppgiften saknas. Rätta formeln och spara filen igen.`;
		return { value: null, problem: { kind: 'ofullstandig_uppgift', reason } };
	}
	switch (planned.field.type) {
		case 'id':
			return cutNumber.test(text) ? cutId(text) : { value: withoutFormulaGuard(text) };
		case 'text':
			return { value: withoutFormulaGuard(text) };
		case 'list':
			return {
				value: text
					.split('|')
					.map((part) => part.trim())
					.filter(Boolean)
					.join('|')
			};
		case 'amount':
		case 'price':
			return readAmount(cell, planned);
		case 'decimal':
			return readDecimal(cell, planned);
		case 'integer':
			return readInteger(text, planned);
		case 'day':
		case 'day_or_month':
			return readDay(cell, planned);
		case 'month': {
			const parsed = parseDate(cell, planned.dayOrder ?? 'dag_manad');
			return parsed ? { value: parsed.day.slice(0, 7) } : { value: null, problem: badDate(cell) };
		}
		case 'yes_no':
			return readYesNo(text);
		case 'choice':
			return { value: findListed(planned.field.choices ?? [], text) ?? text };
		case 'listed':
			return readListed(text, planned);
		case 'organisation':
			return readOrganisation(text);
	}
}

function badDate(cell: Cell): CellProblem {
	const fault = isTwoDates(cell) ? 'kan läsas på två sätt' : 'är inget datum';
	return { kind: 'fel_datum', reason: `”${textOf(cell)}” ${fault}. Skriv ÅÅÅÅ-MM-DD.` };
}

function readAmount(cell: Cell, planned: PlannedColumn): ReadCell {
	const reading = planned.amount ?? { sign: ',', longDecimals: true };
	const parsed =
		typeof cell === 'number'
			? amountFromNumber(cell, planned.scale)
			: parseAmount(cell, reading, planned.scale);
	if ('amount' in parsed) {
		if (!parsed.rounded) return { value: parsed.amount };
		const reason = `”${textOf(cell)}” är finare än hela ören. Beloppet är avrundat så att filens summa ändå stämmer.`;
		return { value: parsed.amount, exact: parsed.exact, problem: { kind: 'avrundat_belopp', reason } };
	}
	const text = textOf(cell);
	const reasons = {
		not_a_number: `”${text}” är inget belopp. Skriv bara siffror, decimaltecken och minus.`,
		ambiguous: `”${text}” kan läsas på två sätt. Skriv beloppet utan tusentalstecken och med två decimaler.`,
		too_large: `”${text}” är ett orimligt stort belopp. Kontrollera siffran.`
	};
	return { value: null, problem: { kind: 'fel_belopp', reason: reasons[parsed.fault] } };
}

function outside(value: number, planned: PlannedColumn): boolean {
	const { min, max } = planned.field;
	return (min !== undefined && value < min) || (max !== undefined && value > max);
}

function rangeReason(text: string, planned: PlannedColumn): { kind: ProblemKind; reason: string } {
	const { min, max, header } = planned.field;
	if (header.startsWith('klassning') && Number(text) >= 4) {
		const reason = `${header}: uppgifter om system på nivå 4 får inte finnas i filen. Värdet är inte inläst. Ta bort systemets rad ur filen, eller lämna cellen tom, och läs in filen på nytt.`;
		return { kind: 'klassning_4', reason };
	}
	const limits = max === undefined ? `minst ${min}` : `${min}–${max}`;
	return { kind: 'fel_varde', reason: `”${text}” ligger utanför ${limits} för ${header}.` };
}

/** What an INTEGER column holds. */
const largestInteger = 2_147_483_647;

function readInteger(text: string, planned: PlannedColumn): ReadCell {
	const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/[.,]0+$/, '');
	// "3 mån" and "3 månader" are how registers write months.
	const match = /^([-\u2212]?\d{1,15})(?:\s*(?:mån(?:ader)?|man|st|år)\.?)?$/i.exec(plain);
	if (!match?.[1]) {
		return {
			value: null,
			problem: { kind: 'fel_varde', reason: `”${text}” är inget heltal för ${planned.field.header}.` }
		};
	}
	const value = Number(match[1].replace('\u2212', '-'));
	if (Math.abs(value) > largestInteger) {
		return {
			value: null,
			problem: {
				kind: 'fel_varde',
				reason: `”${text}” är ett orimligt stort tal för ${planned.field.header}.`
			}
		};
	}
	return outside(value, planned) ? { value: null, problem: rangeReason(text, planned) } : { value };
}

function readDecimal(cell: Cell, planned: PlannedColumn): ReadCell {
	const value = typeof cell === 'number' ? cell : Number(textOf(cell).replace(',', '.'));
	if (!Number.isFinite(value)) {
		return { value: null, problem: { kind: 'fel_varde', reason: `”${textOf(cell)}” är inget tal.` } };
	}
	return outside(value, planned) ? { value: null, problem: rangeReason(textOf(cell), planned) } : { value };
}

function readDay(cell: Cell, planned: PlannedColumn): ReadCell {
	const parsed = parseDate(cell, planned.dayOrder ?? 'dag_manad');
	if (!parsed) return { value: null, problem: badDate(cell) };
	return { value: parsed.day, isPeriod: parsed.isPeriod };
}

function readYesNo(text: string): ReadCell {
	const word = text.toLocaleLowerCase('sv');
	if (yes.has(word)) return { value: 'ja' };
	if (no.has(word)) return { value: 'nej' };
	if (/^(?:okänt|okand|vet ej|vet inte|\?)$/.test(word)) return { value: 'okänt' };
	return { value: null, problem: { kind: 'fel_varde', reason: `”${text}” är varken ja, nej eller okänt.` } };
}

function readListed(text: string, planned: PlannedColumn): ReadCell {
	const found = findListed(planned.field.choices ?? [], text);
	if (found) return { value: found };
	return {
		value: null,
		problem: {
			kind: 'fel_varde',
			reason: `”${text}” finns inte i listan för ${planned.field.header} och är inte inläst.`
		}
	};
}

/** `5,56E+09`: a spreadsheet has kept only the first digits of a number. */
const cutNumber = /^\d(?:[.,]\d+)?E\+\d{1,2}$/i;

function cutId(text: string): ReadCell {
	const reason = `${text} är ett nummer som kalkylarket har kortat av. Formatera kolumnen som text och exportera filen på nytt.`;
	return { value: text, problem: { kind: 'ofullstandig_uppgift', reason } };
}

function readOrganisation(text: string): ReadCell {
	if (cutNumber.test(text)) {
		const reason = `${text} är ett nummer som kalkylarket har kortat av, så organisationsnumret är förlorat. Formatera kolumnen som text och exportera filen på nytt.`;
		return { value: null, problem: { kind: 'ofullstandig_uppgift', reason } };
	}
	const identities = identitiesIn(text);
	const values = identities.map((identity) => {
		if (identity.kind === 'organisation' || identity.kind === 'foreign') return identity.number;
		return identity.kind === 'other' ? identity.text : '';
	});
	const value = values.filter(Boolean).join('|') || null;
	const remarks = remarksOn(identities);
	return remarks.length ? { value, identities, remarks } : { value, identities };
}

function remarksOn(identities: readonly Identity[]): CellProblem[] {
	const remarks: CellProblem[] = [];
	const numbers = new Set<string>();
	for (const identity of identities) {
		if (identity.kind === 'person') numbers.add('en enskild firma');
		if (identity.kind !== 'organisation' && identity.kind !== 'foreign') continue;
		const { number } = identity;
		numbers.add(number);
		if (identity.kind === 'foreign') {
			const reason = `${number} är ett utländskt nummer. Det används som det står, utan kontroll.`;
			remarks.push({ kind: 'utlandskt_nummer', reason });
		} else if (!identity.luhn) {
			const reason = `Organisationsnumret ${number} har fel kontrollsiffra. Kontrollera numret.`;
			remarks.push({ kind: 'fel_kontrollsiffra', reason });
		}
	}
	if (numbers.size > 1) {
		const reason = `Cellen har flera nummer: ${[...numbers].join(', ')}. Raden räknas på det första.`;
		remarks.push({ kind: 'flera_nummer', reason });
	}
	return remarks;
}
