// The words of the right number of licences.
import type { OverUse } from '../domain/licence-need';
import { unusedFlag } from '../domain/licence-need';
import { formatCount, formatDay, formatMoneyWithUnit, formatShare } from './format';

export const needText = {
	failed: 'Behovet kunde inte räknas fram',
	measure: 'Räkna som använda',
	measures: { aktiva: 'Aktiva', tilldelade: 'Tilldelade', storst: 'Det större av tilldelade och aktiva' },
	window: 'Mest använda under',
	windows: { '3': '3 månader', '6': '6 månader', '12': '12 månader', '24': '24 månader' },
	products: 'Rätt antal per produkt',
	units: 'Rätt antal per nämnd',
	purchased: 'Köpta',
	used: 'Används nu',
	mostUsed: 'Mest använda',
	need: 'Behov',
	margin: 'Marginal',
	packageSize: 'Licenser i ett paket',
	rounding: 'Avrundning',
	up: 'uppåt till hela paket',
	surplus: 'För många',
	surplusTold: 'plus är för många, minus saknas',
	kronor: 'Kronor per år',
	apart: 'Varje nämnd för sig',
	pooled: 'I gemensam pool',
	risk: 'Överanvändning',
	unknownUnits: 'Okänd användning',
	assumed: 'Behovet räknas med',
	allAssumptions: 'Alla antaganden',
	allUnknown: 'Ingen nämnd har känd användning, så behovet går inte att räkna.',
	told: 'Behov: det mesta som har använts under fönstret, med marginal och i hela paket. Pool: det mesta som nämnderna har använt samtidigt. Köpta är vald månad, pris vald månad gånger tolv.',
	flags: `Oanvända flaggas när minst ${formatShare(unusedFlag.share, 0)} av de köpta är över behovet och kostar minst ${formatMoneyWithUnit(unusedFlag.savingOre, 'tkr')} om året. Överanvändning flaggas när fler används än är köpta, nu eller med årets ökning före avtalets nästa uppsägningsdag (12 månader där ingen är känd).`
} as const;

export interface NeedFacts {
	purchased: number;
	apart: number;
	/** Öre a year; null when no price is known. */
	saving: number | null;
	pooledSaving: number | null;
	unknownPurchased: number;
}

export function needLead({ purchased, apart, saving, pooledSaving, unknownPurchased }: NeedFacts): string {
	if (purchased === 0 && unknownPurchased > 0)
		return `Vi vet inte hur många av ${formatCount(unknownPurchased)} köpta licenser som behövs, för användningen är okänd.`;
	const more = purchased - apart;
	const money = (ore: number) =>
		formatMoneyWithUnit(Math.abs(ore), Math.abs(ore) < 100_000_000 ? 'tkr' : 'mnkr');
	const first =
		more > 0
			? `${formatCount(more)} av ${formatCount(purchased)} köpta licenser behövs inte, om varje nämnd köper vad den har använt som mest.`
			: more < 0
				? `${formatCount(-more)} licenser saknas mot vad nämnderna har använt som mest.`
				: 'Nämnderna har köpt precis så många licenser som de har använt som mest.';
	const kronor =
		saving === null || saving === 0
			? ''
			: saving > 0
				? ` Det vore ${money(saving)} mindre om året.`
				: ` Det vore ${money(saving)} mer om året.`;
	const pooled =
		pooledSaving !== null && saving !== null && pooledSaving > saving
			? ` I en gemensam pool vore det ytterligare ${money(pooledSaving - saving)}.`
			: '';
	const unknown =
		unknownPurchased > 0 ? ` För ${formatCount(unknownPurchased)} till är användningen okänd.` : '';
	return `${first}${kronor}${pooled}${unknown}`;
}

/** "12 fler än köpta" or "4 fler än köpta före 2027-03-15". */
export function overUseWords(over: OverUse | null, noticeDay: string | null): string {
	if (!over) return '·';
	const more = `${formatCount(over.over)} fler än köpta`;
	if (over.when === 'now') return more;
	return `${more} ${noticeDay ? `före ${formatDay(noticeDay)}` : 'inom 12 månader'}`;
}
