// The words of how complete the register of systems is, and of its list.
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import type {
	QuestionCompleteness,
	RegisterCompleteness,
	CostedSystem,
	RegisterQuestion
} from '../domain/register-completeness';
import { formatCount, formatCounted, formatMoneyWithUnit, formatPeriod, formatShare } from './format';

export const questionNames: Readonly<Record<RegisterQuestion, string>> = {
	system_owner: 'Systemägare',
	information_owner: 'Informationsägare',
	maintenance_lead: 'Förvaltningsansvarig',
	capabilities: 'Förmåga',
	users: 'Antal användare',
	operating_form: 'Driftform',
	life_cycle: 'Livscykel',
	contract_ids: 'Avtal'
};

export const registerCompletenessWords = {
	question: 'Uppgift',
	share: 'Känd, andel av kronorna',
	lackingAmount: (unit: MoneyUnit) => `Saknas, ${unit}`,
	known: 'System med uppgiften',
	lacking: 'System som saknar den',
	show: (count: number) => `Visa ${formatCount(count)}`,
	none: 'Inga',
	subtitle: (period: Period, unit: MoneyUnit) =>
		`Andel av det som systemen kostar ${formatPeriod(period)}, ${unit}. Varje antal visar systemen som saknar uppgiften, dyrast först.`,
	noKronor:
		'Ingen kostnad är kopplad till något system i perioden, så andelar av kronorna går inte att räkna. Antalen gäller ändå.',
	nobody: 'Därtill hör',
	nobodyAfter: 'inte till något känt system och räknas inte med här.',
	floored: (kronor: string) =>
		`System som netto ligger under noll räknas som noll, ${kronor} tillsammans. Avvecklade system utan kostnad räknas inte.`,
	notEnded: 'Avvecklade system utan kostnad räknas inte.',
	roles: 'Visa vem som svarar för vad',
	file: 'registrets fullständighet'
} as const;

/** "System med känd systemägare: 71 % av kronorna, 38 av 148 system" */
export function completenessTitle(
	{ systems }: Pick<RegisterCompleteness<CostedSystem>, 'systems'>,
	owner: Pick<QuestionCompleteness<CostedSystem>, 'share' | 'known'> | undefined
): string {
	const counted = `${formatCount(owner?.known ?? 0)} av ${formatCounted(systems, 'system', 'system')}`;
	return owner && owner.share !== null
		? `System med känd systemägare: ${formatShare(owner.share, 0)} av kronorna, ${counted}`
		: `System med känd systemägare: ${counted}`;
}

/** "Systemägare är känd för 71,2 % av kronorna" */
export function completenessSentence(
	question: RegisterQuestion,
	{ share, knownAmount }: Pick<QuestionCompleteness<CostedSystem>, 'share' | 'knownAmount'>,
	unit: MoneyUnit
): string {
	const name = questionNames[question];
	return share === null
		? `${name}: ingen kostnad att räkna på`
		: `${name} är känd för ${formatShare(share)} av kronorna, ${formatMoneyWithUnit(knownAmount, unit)}`;
}

/** The list of systems. */
export const systemListWords = {
	owner: 'Systemägare',
	lifeCycle: 'Livscykel',
	missing: 'Saknade svar',
	missingOf: (missing: number, asked: number) => `${missing} av ${asked}`,
	all: 'Alla',
	lacks: 'Saknar',
	lacksNothing: 'Visa alla',
	shared: 'Gemensamt'
} as const;
