// The words of the filters and the order of the contract list.
import type { FieldThatMatters } from '../domain/completion';
import type { ContractStatus } from '../domain/contract-status';
import type { ValueBand } from '../domain/contract-value';
import { formatCounted } from './format';

export const contractFilterWords = {
	bar: 'Filtrera avtalen',
	search: 'Sök avtal, leverantör eller diarienummer',
	inForce: 'Gäller i dag',
	searched: 'Sökning',
	names: {
		units: 'Nämnd',
		types: 'Avtalstyp',
		steps: 'Nästa steg',
		statuses: 'Status',
		owners: 'Avtalsägare',
		suppliers: 'Leverantör',
		values: 'Värde',
		missing: 'Uppgifter saknas'
	},
	/** In the lists where a contract may lack a value. */
	without: {
		units: 'Nämnd saknas',
		types: 'Avtalstyp saknas',
		owners: 'Avtalsägare saknas',
		suppliers: 'Leverantör saknas'
	},
	/** After the number of an option. */
	counted: 'avtal',
	/** How the bands of Värde are counted. */
	valueRule: 'Avtalsvärde, annars takvolym.'
} as const;

/** The list as a file. */
export const contractFileWords = {
	export: 'Exportera',
	title: (rows: number) => `${formatCounted(rows, 'rad', 'rader')} av registret`,
	csv: 'CSV',
	xlsx: 'Excel (XLSX)',
	working: 'Skapar filen …',
	failed: 'Filen kunde inte skapas. Försök igen.',
	what: 'Avtal i registret, med beräknade dagar och vad som är fakturerat',
	filtered: 'filtrerat',
	asOf: 'Räknat per',
	notes: [
		'Dagarna räknas ur registrets egna uppgifter. Det som registret inte säger står tomt.',
		'Fakturerat är rader som anger avtalet, och rader som antas höra till det: leverantören hade då bara ett avtal som gällde.',
		'takvolym_uttag räknar avtalet och avrop under det sedan start, som andel av takvolymen.',
		'Registret är inte heltäckande.'
	]
} as const;

export const statusNames: Readonly<Record<ContractStatus, string>> = {
	'in-force': 'Gäller',
	'can-give-notice': 'Går att säga upp i tid',
	'notice-passed': 'Sista dag att säga upp har passerat',
	'option-year': 'Löper på en använd option',
	expired: 'Utgånget',
	'ceiling-reached': 'Taket är nått'
};

export const bandNames: Readonly<Record<ValueBand, string>> = {
	'over-50': '50 mnkr och mer',
	'10-50': '10 till 50 mnkr',
	'1-10': '1 till 10 mnkr',
	'under-1': 'Under 1 mnkr',
	unknown: 'Okänt värde'
};

export const missingNames: Readonly<Record<FieldThatMatters, string>> = {
	end_day: 'Slutdag',
	notice_months: 'Uppsägningstid',
	extension_kind: 'Förlängningssätt',
	ceiling: 'Takvolym',
	procedure: 'Upphandlingsförfarande',
	bids: 'Antal anbud',
	owner: 'Avtalsägare',
	exit_plan: 'Svar om exitplan',
	data_export: 'Svar om dataexport',
	data_ownership: 'Svar om vem som äger data',
	open_api: 'Svar om öppet API',
	open_source: 'Svar om öppen källkod'
};

export const orderWords = {
	label: 'Ordna efter',
	names: { step: 'Efter nästa steg', cost: 'Efter kronor', end: 'Efter slut', supplier: 'Efter leverantör' },
	/** Heads the list when it is not divided by its next step. */
	heads: {
		cost: 'Mest kronor om året först',
		end: 'Tidigast slut först',
		supplier: 'Efter leverantör'
	}
} as const;
