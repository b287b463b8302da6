// What only a person can decide about a table, each asked with the evidence for it.
import { tables } from '$lib/domain/columns';
import type { Ore } from '$lib/domain/money';
import { formatCount, formatCounted, formatNumber } from '$lib/text/format';
import type { DateEvidence } from './date-evidence';
import type { AmountEvidence } from './evidence';
import { guessable, type GuessableField } from './guess-columns';
import type { VatEvidence } from './vat-evidence';
import type { ImportPlan, OpenQuestion, PlannedColumn } from './plan';

/** A column of amounts where `12.500` can be read in two ways. */
export function decimalQuestion(header: string, amounts: AmountEvidence): OpenQuestion {
	const unclear = amounts.ambiguousComma + amounts.ambiguousPoint;
	const example = amounts.ambiguousComma ? '12,500' : '12.500';
	return {
		question: 'decimaltecken',
		message: `${unclear} av ${amounts.filled} belopp i kolumnen ${header} kan läsas på två sätt, som ${example}. Ange om punkt eller komma är decimaltecken.`
	};
}

/** A column of dates, or of six digits, that can be read in two ways. */
export function dateQuestion(header: string, evidence: DateEvidence): OpenQuestion {
	const { sixAsEither, filled, either, dayFirst, monthFirst, shortYearEither } = evidence;
	if (!sixAsEither && shortYearEither) {
		return {
			question: 'datumordning',
			message: `${shortYearEither} av ${filled} datum i kolumnen ${header} har år med två siffror och kan läsas på flera sätt: 05-03-26 är den 26 mars 2005 eller den 5 mars 2026. Ange ordningen. Datum som inte passar avvisas.`
		};
	}
	if (!sixAsEither) {
		return {
			question: 'datumordning',
			message: `${either} av ${filled} datum i kolumnen ${header} kan läsas på två sätt, som 03/04/2026: ${dayFirst} andra datum har dagen först och ${monthFirst} har månaden först. Ange vad som gäller. Datum som inte passar avvisas.`
		};
	}
	return {
		question: 'datumordning',
		message: `${sixAsEither} av ${filled} datum i kolumnen ${header} kan läsas på två sätt: 200312 är december 2003 eller 12 mars 2020. Ange om datumen skrivs ÅÅÅÅMM eller ÅÅMMDD.`
	};
}

export function signQuestion({ negative, filled }: AmountEvidence): OpenQuestion {
	return {
		question: 'tecken',
		message: `${negative} av ${filled} belopp är negativa. Ange om kostnader skrivs med minus eller plus i filen.`
	};
}

export const periodQuestion: OpenQuestion = {
	question: 'period',
	message:
		'Filen har ingen datumkolumn och filnamnet anger ingen månad (ÅÅÅÅ-MM). Ange vilken månad raderna gäller.'
};

export const yearQuestion: OpenQuestion = {
	question: 'ar',
	message:
		'Varken kolumnerna, rubrikerna eller filnamnet säger vilket år budgeten gäller. Ange året för hela filen.'
};

/** Words outside the header say tkr or mnkr; a wrong unit is an error of a factor 1 000. */
export function unitQuestion(unit: string, where: string): OpenQuestion {
	return {
		question: 'enhet',
		message: `${where} säger ${unit}, men rubriken över beloppen säger ingen enhet. Ange om beloppen är i ören, kronor (kr), tusental (tkr) eller miljoner (mnkr).`
	};
}

/** All rows are in currencies without a rate. */
export function rateQuestion(
	unanswered: readonly string[],
	rows: Readonly<Record<string, number>>,
	sums: ReadonlyMap<string, Ore>
): OpenQuestion {
	const parts = unanswered.map((currency) => {
		const sum = sums.get(currency);
		const money = sum === undefined ? '' : `, tillsammans ${formatNumber(sum / 100, 2)} ${currency}`;
		return `${formatCounted(rows[currency] ?? 0, 'rad är', 'rader är')} i ${currency}${money}`;
	});
	const [first = ''] = unanswered;
	return {
		question: 'kurs',
		message: `Ingen rad är i svenska kronor: ${parts.join('; ')}. Ange vad en ${first} kostar i kronor, eller välj att låta beloppen stå utanför summorna.`
	};
}

/** Two columns name the amount equally well. */
export function amountQuestion(headers: readonly string[]): OpenQuestion {
	return {
		question: 'kolumner',
		message: `${formatCount(headers.length)} kolumner kan vara beloppet: ${listed(headers)}. Ange vilken som ska räknas.`
	};
}

/** The figures say that the amounts hold VAT. */
export function vatQuestion(amount: string, { header, including, rows }: VatEvidence): OpenQuestion {
	return {
		question: 'kolumner',
		message: `Beloppen i kolumnen ${amount} ser ut att vara inklusive moms: det stämmer med kolumnen ${header} på ${formatCount(including)} av ${formatCounted(rows, 'rad', 'rader')}. Alla belopp räknas exklusive moms. Ange vilken kolumn som ska räknas, eller hämta filen med nettobelopp.`
	};
}

/** The headers say nothing, and columns were found by their values. */
export function guessQuestion(
	columns: readonly PlannedColumn[],
	counted: Readonly<Record<string, { matching: number; filled: number }>>
): OpenQuestion {
	const parts = columns
		.filter(({ guessed }) => guessed)
		.map(({ field, header }) => {
			const { matching = 0, filled = 0 } = counted[field.name] ?? {};
			const sort = guessable[field.name as GuessableField];
			return `${header} ser ut som ${field.header} (${formatCount(matching)} av ${formatCount(filled)} värden är ${sort})`;
		});
	return {
		question: 'kolumner',
		message: `Rubrikerna säger inte vad kolumnerna är. Efter värdena: ${listed(parts)}. Bekräfta att det stämmer, eller koppla kolumnerna själv.`
	};
}

/** Why a table without a column that each row needs cannot be read. */
export function missingColumn(kind: ImportPlan['kind'], plan: ImportPlan, headers: readonly string[]) {
	const missing = tables[kind].fields.find(
		({ name, required, type }) =>
			required === 'row' &&
			type !== 'day_or_month' &&
			!plan.columns.some((planned) => planned.field.name === name)
	);
	if (!missing) return null;
	const withVat = plan.asideColumns.map(({ header }) => header);
	const because =
		missing.name === 'amount' && withVat.length
			? ` Kolumnen ${listed(withVat)} är inklusive moms och räknas inte.`
			: '';
	const named = headers.filter(Boolean).length;
	return {
		code: 'saknar_kolumn' as const,
		message: `Filen saknar en kolumn för ${missing.header} bland sina ${formatCounted(named, 'rubrik', 'rubriker')}.${because} Koppla en kolumn till fältet eller lägg till den i filen.`
	};
}

/** `a, b och c`. */
export function listed(words: readonly string[]): string {
	return words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} och ${words[words.length - 1] ?? ''}`;
}
