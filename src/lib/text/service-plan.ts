// The words of Tjänsteplan under Budgetuppföljning: what the shared services cost, and who carries them.
import type { MoneyUnit } from '../domain/filters';
import type { ServiceKey, SystemShift } from '../domain/service-plan';
import { formatMonthLong, listed, numberWord } from './format';
import { planMoney } from './plan';

export const serviceText = {
	title: 'Tjänsteplan',
	key: 'Kostnaden delas efter',
	service: 'Tjänst',
	users: 'Används av',
	nobodySaid: 'Okänt',
	carriers: 'Bär kostnaden i dag',
	running: 'Drift',
	changing: 'Förändring',
	today: 'Drift i dag',
	sum: 'Summa',
	moved: (year: number, unit: MoneyUnit) => `Drift ${year} som skulle byta nämnd, ${unit}`,
	showSystems: 'Visa alla system',
	hideSystems: 'Dölj systemen',
	servicesTitle: 'Tjänsterna, år för år',
	servicesSubtitle: (scenario: string) =>
		`Gemensamma system ur registret, samlade under sin översta förmåga. Drift är det som löper i dag, prisökning, händelser och planerad drift; förändring är planerad under en tid. Sätt: ${scenario}.`,
	servicesNote: 'Troliga belopp. Spannet står i CSV-filen. Ett system utan förmåga är en tjänst för sig.',
	shiftTitle: 'Kommunbidraget, om den som använder bär',
	unit: 'Nämnd',
	runningOf: (year: number, unit: MoneyUnit) => `Trolig drift ${year}, ${unit}`,
	carried: 'Bärs som i dag',
	proposed: 'Efter användning',
	gets: 'Får',
	gives: 'Lämnar',
	net: 'Netto',
	moves: 'Kommunbidrag',
	chartSubtitle: (year: number, unit: MoneyUnit) =>
		`Kommunbidrag som nämnden får (plus) eller lämnar (minus) ${year}, ${unit}. Summan är noll.`,
	shiftNote: (year: number) =>
		`Räknat på den troliga driften ${year}. Förändring är för en tid och flyttar inget. Varje system delas för sig, och summan av alla nämnder är noll på öret.`,
	scoped:
		'Du ser bara några nämnder. Tjänsterna visas med det som står i din del av huvudboken, och vad som skulle flyttas mellan nämnder går bara att räkna på hela kommunen.',
	none: {
		title: 'Inga gemensamma system kostar något',
		text: 'Tjänsteplanen visar system som registret kallar gemensamma och som har drift i huvudboken eller en planerad ändring.'
	},
	noShift: 'Ingen nämnd har både ett gemensamt system och en uppgift som det kan delas efter.',
	filtered: 'Filtret visar några nämnder: summan noll gäller alla.'
} as const;

export const keyNames: Readonly<Record<ServiceKey, string>> = {
	employees: 'antal anställda',
	equal: 'lika för alla'
};

/** In a sentence: what is divided, divided so. */
const keyPhrases: Readonly<Record<ServiceKey, string>> = {
	employees: 'efter antal anställda',
	equal: 'lika mycket var'
};

/** In the address. */
export const keyAddresses: Readonly<Record<ServiceKey, string>> = { employees: 'anstallda', equal: 'lika' };

/** "Servicenämnden och två till". */
export function carriersText(units: readonly string[]): string {
	const [first = '', ...others] = units;
	return others.length ? `${first} och ${numberWord(others.length, 'en')} till` : first;
}

export interface ServiceFinding {
	/** Öre of running cost today, and likely in the last year. */
	today: number;
	last: number;
	lastYear: number;
	/** Öre that would move to other nämnder; null where it cannot be counted. */
	moved: number | null;
	key: ServiceKey;
	/** Who would get most, and so much. */
	most: { unit: string; net: number } | null;
}

/** "De gemensamma tjänsterna kostar 120 mnkr i drift i dag och troligen 133 mnkr 2029. Bar varje nämnd det …" */
export function serviceLead(
	{ today, last, lastYear, moved, key, most }: ServiceFinding,
	unit: MoneyUnit
): string {
	const cost = `De gemensamma tjänsterna kostar ${planMoney(today, unit)} i drift i dag och troligen ${planMoney(last, unit)} ${lastYear}.`;
	if (moved === null || !most) return cost;
	return `${cost} Om den som använder bar kostnaden, ${keyPhrases[key]}, skulle ${planMoney(moved, unit)} i kommunbidrag flytta, mest till ${most.unit}.`;
}

/** The finding of the chart. */
export function shiftFinding(
	most: { unit: string; net: number } | null,
	least: { unit: string; net: number } | null,
	unit: MoneyUnit
): string {
	if (!most || !least || most.net <= 0 || least.net >= 0) return serviceText.shiftTitle;
	return `${most.unit} skulle få ${planMoney(most.net, unit)} och ${least.unit} lämna ${planMoney(-least.net, unit)}`;
}

/** The systems that keep their cost where it is, each with why. */
export function stillText(shifts: readonly (SystemShift & { name: string })[]): string[] {
	const named = (why: SystemShift['still']) =>
		shifts.filter(({ still }) => still === why).map(({ name }) => name);
	const sentences: [SystemShift['still'], (names: string) => string][] = [
		['no_users', (names) => `Registret säger inte vilka som använder ${names}: kostnaden ligger kvar.`],
		[
			'no_key',
			(names) => `Ingen som använder ${names} har en känd uppgift att dela efter: kostnaden ligger kvar.`
		]
	];
	return sentences.flatMap(([why, sentence]) => {
		const names = named(why);
		return names.length ? [sentence(listed(names))] : [];
	});
}

/** Those whose key is unknown, and what stays for it. */
export function unknownKeyText(units: readonly string[], staying: number, unit: MoneyUnit): string {
	return `${listed(units)} saknar uppgift om anställda. Deras andel, räknad som en av alla som använder systemet, ligger kvar där den är: ${planMoney(staying, unit)}.`;
}

/** Where the key comes from. */
export function keySource(key: ServiceKey, month: string): string {
	return key === 'employees'
		? `Anställda enligt registret över nämnder, ${formatMonthLong(month)}.`
		: 'Alla nämnder som använder ett system bär lika mycket av det.';
}
