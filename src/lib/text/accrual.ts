// The words of cost that is booked or accrued.
import { mostYearlyMonths, quietMonths, spreadMonths, type Spreading } from '../domain/accrual';
import type { Basis } from '../domain/filters';
import type { Month } from '../domain/period';
import { formatCounted, formatMonthLong, formatOre, numberWord } from './format';

export const accruedWord = 'periodiserat';

export const accrualWords = {
	label: 'Räkna kostnaden som',
	names: { booked: 'Bokfört', accrued: 'Periodiserat' } satisfies Record<Basis, string>,
	how: 'Så räknas det',
	booked: 'bokfört',
	later: 'som hör till senare månader',
	earlier: 'från tidigare bokningar',
	waiting: 'Stämmer av mot bokfört …',
	exact: {
		booked: 'Bokfört i perioden',
		later: 'Hör till senare månader',
		earlier: 'Från tidigare bokningar',
		accrued: 'Periodiserat'
	}
} as const;

/** The rule, as plain sentences. */
export const accrualRule: readonly string[] = [
	`En årslicens är ett inköp av Licens/SaaS – samma leverantör, nämnd, konto, avtal och system – som bokförs i högst ${numberWord(mostYearlyMonths)} månader av ett kalenderår och som inte kostar något de ${numberWord(quietMonths)} månaderna före och efter. Ett inköp som är årslicens ett år är det även andra år då det bokförs i högst ${numberWord(mostYearlyMonths)} månader.`,
	`Varje rad i en årslicens fördelas jämnt på ${numberWord(spreadMonths)} månader från bokföringsmånaden. Delarna är tillsammans hela raden på öret. Månader efter den sista med data visas inte, deras del hör till senare månader.`,
	'Allt annat räknas som det är bokfört, även nya inköp som inte kan skiljas från ett abonnemang ännu. En rad räknas i varje månad som den har en del i.'
];

/**
 * Where the months looked at lack parts of what was booked before the data.
 * @param dataFrom the first month with data
 * @param until the last month that may lack any
 * @param compared whether the months compared with do
 */
export function startNote(dataFrom: Month, until: Month, compared: boolean): string {
	const note = `Bokningar före ${formatMonthLong(dataFrom)} är inte inlästa. Till och med ${formatMonthLong(until)} saknas därför delar av äldre årslicenser.`;
	return compared ? `${note} Skillnaden mot de månaderna är därför osäker.` : note;
}

/** After the name of what is counted: ", periodiserat". */
export function basisSuffix(basis: Basis): string {
	return basis === 'accrued' ? `, ${accruedWord}` : '';
}

/** The same as a sentence of its own, with the space after it; empty for what is booked. */
export function basisSentence(basis: Basis): string {
	return basis === 'accrued' ? `${accrualWords.names.accrued}. ` : '';
}

/** Under the sum in the drawer. @param period in words */
export function accruedRowsSubtitle(rowCount: number, period: string, spreading?: Spreading): string {
	const parts = formatCounted(rowCount, 'del', 'delar');
	if (spreading === 'later')
		return `${parts} av årslicenser som är bokförda ${period} men hör till senare månader. Delarna summerar till siffran du klickade på.`;
	if (spreading === 'earlier')
		return `${parts} i ${period} av årslicenser som är bokförda tidigare. Delarna summerar till siffran du klickade på.`;
	const rows = formatCounted(rowCount, 'rad', 'rader');
	return `${rows}, ${period}, ${accruedWord}. Raderna summerar till siffran du klickade på. En årslicens har en rad för varje månad: beloppet är månadens del.`;
}

/** "Del 3 av 12: raden är bokförd 2025-03-15 med 1 200,00 kr."; null for a row that is whole. */
export function spreadSentence(row: {
	spread_part: number;
	booked_day: string | null;
	booked_amount: number | null;
}): string | null {
	if (row.spread_part === 0 || row.booked_day === null) return null;
	return `Årslicens, del ${row.spread_part} av ${spreadMonths}: raden är bokförd ${row.booked_day} med ${formatOre(row.booked_amount)}.`;
}
