// How a change of cost is told, the same on Översikt and Kostnader.
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
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
export function isSmall(ore: number, unit: MoneyUnit): boolean {
	return /^[0,]+$/.test(formatMoney(Math.abs(ore), unit));
}

/** What a period is compared with: "samma tid i fjol" while it is this year, else "samma tid 2024". */
export function earlierWords(compared: Period, today: string): string {
	const [from, to] = [Number(compared.from.slice(0, 4)), Number(compared.to.slice(0, 4))];
	if (from !== to) return 'samma tid året innan';
	return to === Number(today.slice(0, 4)) - 1 ? 'samma tid i fjol' : `samma tid ${to}`;
}

/** "2,8 mnkr mer än samma tid i fjol". @param earlier as from earlierWords */
export function changeWords(now: number, before: number, unit: MoneyUnit, earlier: string): string {
	const change = now - before;
	if (isSmall(change, unit)) return `lika mycket som ${earlier}`;
	return `${formatMoneyWithUnit(Math.abs(change), unit)} ${change > 0 ? 'mer' : 'mindre'} än ${earlier}`;
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
