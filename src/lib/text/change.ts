// How a change of cost is told, the same on Översikt and Kostnader.
import type { MoneyUnit } from '../domain/filters';
import { formatChange, formatMoney, formatMoneyWithUnit } from './format';

/** A kostnadsslag as the subject of a sentence. */
const kindSubjects: Readonly<Record<string, string>> = {
	'Licens/SaaS': 'Licenser',
	Drift: 'Driften',
	Konsult: 'Konsulter',
	Systemunderhåll: 'Systemunderhåll',
	Hårdvara: 'Hårdvara',
	'Tele och datakom': 'Tele och datakom',
	Moln: 'Molntjänster',
	Personal: 'Personal',
	Infrastruktur: 'Infrastruktur',
	Kapitalkostnad: 'Kapitalkostnader',
	'Intern debitering': 'Interna debiteringar',
	Okänt: 'Okänt kostnadsslag'
};

export function kindSubject(kind: string): string {
	return kindSubjects[kind] ?? kind;
}

/** True when the difference would print as zero. */
function isSmall(ore: number, unit: MoneyUnit): boolean {
	return /^[0,]+$/.test(formatMoney(Math.abs(ore), unit));
}

/** "2,8 mnkr mer än samma tid i fjol"; said of a comparison with known figures. */
export function changeWords(now: number, before: number, unit: MoneyUnit): string {
	const change = now - before;
	if (isSmall(change, unit)) return 'lika mycket som samma tid i fjol';
	return `${formatMoneyWithUnit(Math.abs(change), unit)} ${change > 0 ? 'mer' : 'mindre'} än samma tid i fjol`;
}

/** "4,2 % mer än samma tid 2025", or in kronor where the base is too small for percent. */
export function changeShareWords(now: number, before: number, unit: MoneyUnit, year: string): string {
	const change = now - before;
	if (isSmall(change, unit)) return `Lika mycket som samma tid ${year}`;
	const percent = formatChange(now, before)?.replace(/^[+−]/, '');
	return `${percent ?? formatMoneyWithUnit(Math.abs(change), unit)} ${change > 0 ? 'mer' : 'mindre'} än samma tid ${year}`;
}

export interface KindChange {
	kind: string;
	/** Öre, this year and last. */
	now: number;
	before: number;
}

/**
 * Which kostnadsslag a change comes from: "Licenser står för 2,3 mnkr av ökningen." Null when no kind moves the same
 * way by at least a quarter of the whole.
 */
export function changeExplained(kinds: readonly KindChange[], unit: MoneyUnit): string | null {
	const total = kinds.reduce((sum, kind) => sum + kind.now - kind.before, 0);
	const direction = Math.sign(total);
	const [largest] = kinds
		.map((kind) => ({ kind: kind.kind, change: (kind.now - kind.before) * direction }))
		.sort((first, second) => second.change - first.change);
	if (!largest || direction === 0 || isSmall(total, unit)) return null;
	if (largest.change < Math.abs(total) / 4 || isSmall(largest.change, unit)) return null;
	const amount = formatMoneyWithUnit(largest.change, unit);
	if (largest.change > Math.abs(total))
		return `${kindSubject(largest.kind)} ${direction > 0 ? 'ökar' : 'minskar'} mest, ${amount}.`;
	return `${kindSubject(largest.kind)} står för ${amount} av ${direction > 0 ? 'ökningen' : 'minskningen'}.`;
}
