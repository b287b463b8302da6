// The words of a contract's own page: the five questions and their answers.
import type { ContractFacts, ContractStep } from '../domain/contract-step';
import type { PriceChange } from '../domain/contract-use';
import { daysBetween, type Day } from '../domain/day';
import type { MoneyUnit } from '../domain/filters';
import type { Month } from '../domain/period';
import {
	capitalised,
	formatChange,
	formatCounted,
	formatDayLong,
	formatMonthLong,
	formatMoneyWithUnit,
	formatNumber,
	formatShareRange,
	formatSignedShare,
	listed,
	numberWord
} from './format';

export const cardWords = {
	title: 'Avtalskort',
	print: 'Skriv ut A4',
	toList: 'Till avtalen',
	open: 'Öppna avtalskortet',
	failed: 'Avtalskortet kunde inte visas',
	missing: 'Avtalet finns inte i registret som du ser',
	missingMeaning:
		'Det kan ha tagits bort ur registret, eller höra till en nämnd som du inte ser. Sök det i listan över avtal.',
	lines: (count: number) =>
		`Avtalet står på ${formatCounted(count, 'rad', 'rader')} i registret. Kortet visar den första.`,
	what: 'Vad är det?',
	who: 'Vem äger och vem betalar?',
	cost: 'Vad kostar det?',
	leave: 'Kan vi lämna?',
	when: 'När måste vi besluta?',
	nothing: 'Vad händer om vi inte gör något?',
	owner: 'Äger',
	contractOwner: 'Avtalsägare',
	ceilingFact: 'Takvolym',
	pays: 'Betalar',
	called: 'Avrop',
	paysNobody: 'Inget är fakturerat på avtalet självt.',
	onlyCalled: (amount: string) => `${amount} på avrop de senaste tolv månaderna`,
	systems: 'System',
	uses: 'Använder',
	usesAll: 'Alla nämnder',
	/** The system's page names them all. */
	users: (units: readonly string[]) =>
		units.length > 6 ? `${units.length} nämnder, bland andra ${listed(units.slice(0, 3))}` : listed(units),
	rating: 'Användarnas betyg',
	ratingOf: (rating: number) => `${formatNumber(rating)} av 5`,
	bundled: (layers: readonly string[]) =>
		`Avtalet spänner över ${numberWord(layers.length)} lager: ${listed(layers)}. Det binder flera delar till samma leverantör.`,
	pricePerLicence: 'Pris per licens och månad',
	noIndex: 'Inget prisindex är inläst att jämföra med.',
	register: 'Registrets uppgifter',
	registerTold: 'Så står avtalet i registret, fält för fält. Tomma fält är okända.',
	evidence: 'Underlag',
	evidenceOf: (card: string) => `Underlag: ${card}`,
	noSystems: 'Inget system i inventeringen anger avtalet.',
	framework: 'Avrop från',
	perYear: 'per år, rader som anger avtalet eller antas höra till det',
	partOfYear: 'en del av året',
	ceiling: 'Köpt av takvolymen',
	noCeiling: 'Registret säger ingen takvolym.',
	value: 'Avtalsvärde',
	priceAdjustment: 'Prisjustering',
	answers: 'Svaren kommer ur avtalsregistret. Ett okänt svar är varken ja eller nej.',
	shortNotice: 'Uppsägningstid högst 2 månader',
	paceRule: 'Räknat i samma takt som de senaste tolv månaderna, avrop inräknade. Takten är ingen prognos.',
	unitless: 'Utan nämnd'
} as const;

/** A part of a sentence; `opens` where it is a figure with rows behind it. */
export interface LeadPart {
	text: string;
	opens?: 'year' | 'called';
}

/**
 * The page's answer: what the contract costs a year.
 * @param cost.yearly öre on the contract itself; null without cost data
 * @param cost.yearlyCalled öre on what is called off under it
 */
export function cardLead(
	{ yearly, yearlyCalled }: { yearly: number | null; yearlyCalled: number },
	unit: MoneyUnit
): LeadPart[] {
	if (yearly === null) return [{ text: 'Vad avtalet kostar är okänt. ' }];
	const own: LeadPart = { text: formatMoneyWithUnit(yearly, unit), opens: 'year' };
	const called: LeadPart = { text: formatMoneyWithUnit(yearlyCalled, unit), opens: 'called' };
	const year: LeadPart = { text: ' de senaste tolv månaderna. ' };
	if (!yearlyCalled) return [{ text: 'Avtalet har kostat ' }, own, year];
	return yearly === 0
		? [{ text: 'Avropen under avtalet har kostat ' }, called, year]
		: [{ text: 'Avtalet har kostat ' }, own, { text: ' och avropen under det ' }, called, year];
}

/** "Licensavtal, köpt i öppet förfarande med ett anbud". */
export function whatTitle(row: {
	contract_type: string | null;
	procedure: string | null;
	bids: number | null;
}): string {
	const type = capitalised(row.contract_type ?? 'avtal av okänd typ');
	if (row.procedure === 'direktupphandling') return `${type}, direktupphandlat`;
	const procedure =
		row.procedure === null || row.procedure === 'okänt' ? 'okänt förfarande' : `${row.procedure} förfarande`;
	const bids =
		row.bids === null ? 'okänt antal anbud' : row.bids === 1 ? 'ett anbud' : `${numberWord(row.bids)} anbud`;
	return `${type}, köpt i ${procedure} med ${bids}`;
}

/** "Utbildningsnämnden äger, två nämnder betalar". @param payers nämnder with kronor on the contract */
export function whoTitle(owner: string | null, payers: readonly (string | null)[]): string {
	const owns = owner ? `${owner} äger` : 'Ägaren är okänd';
	if (!payers.length) return owns;
	const [payer] = payers;
	if (payers.length > 1) return `${owns}, ${numberWord(payers.length)} nämnder betalar`;
	if (payer && payer === owner) return `${payer} äger och betalar`;
	return `${owns}, ${payer ?? 'okänd nämnd'} betalar`;
}

/** Kronor a year. */
export interface ContractYear {
	year: number;
	amount: number;
	/** The ledger has all of its months. */
	whole: boolean;
}

/** "Kostnaden har stigit 12,3 % från 2024 till 2025", of the two latest whole years. */
export function costTitle(years: readonly ContractYear[], yearly: number | null, unit: MoneyUnit): string {
	const [now, before] = years.filter(({ whole }) => whole).toReversed();
	const change = now && before ? formatChange(now.amount, before.amount) : null;
	if (now && before && change)
		return now.amount === before.amount
			? `Kostnaden är densamma ${before.year} och ${now.year}`
			: `Kostnaden ändrades ${change} från ${before.year} till ${now.year}`;
	if (yearly === null) return 'Vad det kostar är okänt';
	return yearly === 0
		? 'Inget är fakturerat de senaste tolv månaderna'
		: `${formatMoneyWithUnit(yearly, unit)} de senaste tolv månaderna`;
}

/** "Exitberedskapen är 33–50 %". */
export function leaveTitle(low: number | null, high: number | null): string {
	return low === null || high === null
		? 'Exitberedskapen är okänd'
		: `Exitberedskapen är ${formatShareRange(low, high)}`;
}

/** "Senast 31 december 2026, om 122 dagar". */
export function whenTitle(step: ContractStep, facts: ContractFacts, today: Day): string {
	switch (step.kind) {
		case 'expired':
			return `Avtalet gick ut ${formatDayLong(step.day)}`;
		case 'unknown':
			return 'Det går inte att räkna fram: slutdagen saknas';
		case 'open-ended':
			return 'Ingen dag är satt: avtalet gäller tills vidare';
		case 'renews':
			return `Sista dagen passerade ${formatDayLong(facts.noticeDay)}`;
		case 'ends':
			return `Inget återstår att besluta före ${formatDayLong(step.day)}`;
		case 'ceiling-reached':
			return 'Nu: takvolymen är nådd';
		default: {
			if (!step.day) return 'Ingen dag är känd';
			const days = daysBetween(today, step.day);
			const left = days === 0 ? 'i dag' : `om ${formatCounted(days, 'dag', 'dagar')}`;
			return `Senast ${formatDayLong(step.day)}, ${left}`;
		}
	}
}

/** "Avtalet förlängs och takvolymen nås i augusti 2027". @param reached when the ceiling is reached at today's pace */
export function nothingTitle(facts: ContractFacts, step: ContractStep, reached: Month | null): string {
	const [first, active] = ((): [string, boolean] => {
		if (step.kind === 'expired') return ['Avtalet har gått ut', false];
		if (facts.extensionKind === 'tillsvidare') return ['Avtalet fortsätter', true];
		if (!facts.endDay) return ['Registret säger inte vad som händer', false];
		if (facts.extensionKind === 'automatisk') return ['Avtalet förlängs av sig självt', true];
		return [`Avtalet slutar ${formatDayLong(facts.endDay)}`, true];
	})();
	if (facts.ceilingShare !== null && facts.ceilingShare >= 1) return `${first}, och takvolymen är nådd`;
	const before =
		facts.extensionKind === 'automatisk' || facts.extensionKind === 'tillsvidare' || !facts.endDay;
	return active && reached && (before || reached <= (facts.endDay?.slice(0, 7) ?? ''))
		? `${first}, och takvolymen nås i ${formatMonthLong(reached)}`
		: first;
}

/** "412 kr, +4,1 % sedan augusti 2025". */
export function priceChange({ from, before, now }: PriceChange): string {
	const since = formatMonthLong(from);
	if (before <= 0) return `${formatMoneyWithUnit(now, 'kr')}, utan kostnad ${since}`;
	const change = now === before ? 'oförändrat' : formatSignedShare((now - before) / before);
	return `${formatMoneyWithUnit(now, 'kr')}, ${change} sedan ${since}`;
}
