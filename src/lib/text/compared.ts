// What a cost is compared with, in words.
import type { ComparedTo } from '../domain/compared-to';
import type { Period } from '../domain/period';
import { earlierWords } from './change';
import { formatPeriod } from './format';

export interface ComparedNames {
	/** In the head of a column and beside a tick: "2025", "Kulturnämnden", "utgåva 37". */
	short: string;
	/** After "mer än": "samma tid i fjol", "Kulturnämndens". */
	than: string;
	/** In the chip: "mot jan–aug 2025". */
	against: string;
}

export const comparisonWords = {
	label: 'Jämför med',
	/** In the chip. */
	without: 'utan jämförelse',
	choices: {
		yearBefore: 'Samma månader året innan',
		months: 'Andra månader',
		unit: 'En annan nämnd',
		edition: 'En annan utgåva',
		budget: 'Budget',
		nothing: 'Inget'
	} satisfies Record<ComparedTo['kind'], string>,
	firstMonth: 'Första månaden',
	unit: 'Nämnd',
	edition: 'Utgåva',
	editionGone: 'Utgåvan som du jämför med går inte att läsa. Välj något annat att jämföra med.',
	noEdition: 'Det finns ingen annan utgåva att jämföra med.',
	editionsFailed: 'Utgåvorna kunde inte hämtas. Försök igen.',
	noBudget: {
		none: 'Det finns ingen inläst budget för de åren.',
		filtered:
			'Budgeten är inte uppdelad på det du har filtrerat på. Ta bort de filtren för att jämföra med den.',
		accrued: 'Budgeten jämförs med bokförd kostnad. Välj Bokfört för att jämföra med den.',
		unplaced: 'Delar av budgeten är inte fördelade på månader. Välj hela år för att jämföra med den.'
	},
	noData: 'Det finns inga rader för de månaderna att jämföra med.'
} as const;

/** @param period the months compared with */
export function comparedNames(compared: ComparedTo, period: Period, today: string): ComparedNames | null {
	switch (compared.kind) {
		case 'yearBefore':
			return {
				short: period.to.slice(0, 4),
				than: earlierWords(period, today),
				against: `mot ${formatPeriod(period)}`
			};
		case 'months':
			return {
				short: formatPeriod(period, 'short'),
				than: formatPeriod(period),
				against: `mot ${formatPeriod(period)}`
			};
		case 'unit':
			return { short: compared.unit, than: compared.unit, against: `mot ${compared.unit}` };
		case 'edition': {
			const name = `utgåva ${compared.edition}`;
			return { short: name, than: `i ${name}`, against: `mot ${name}` };
		}
		case 'budget':
			return { short: 'budget', than: 'budget', against: 'mot budget' };
		case 'nothing':
			return null;
	}
}

/** "Utgåva 37, 3 november 2026, data t.o.m. 2026-08". */
export function editionName(edition: { edition: number; created: string; dataTo: string | null }): string {
	return `Utgåva ${edition.edition}, ${edition.created.slice(0, 10)}${edition.dataTo ? `, data t.o.m. ${edition.dataTo}` : ''}`;
}
