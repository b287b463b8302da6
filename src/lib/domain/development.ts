// The developments of a ledger: a project code, or all utveckling on a system. What is counted of each is the reader's choice.
import { comparedMonths, comparedPeriods, payback, type ComparedMonths, type Payback } from './payback';
import { parseMonth, type Month, type Period } from './period';

/** Utveckling of one month. Öre. */
export interface DevelopmentCost {
	unit: string | null;
	project: string | null;
	/** system_id; null is on no known system. */
	system: string | null;
	supplier: string | null;
	month: Month;
	amount: number;
}

/** What a system costs a month. Öre. */
export interface RunningCost {
	system: string;
	month: Month;
	/** Förvaltning. */
	running: number;
	/** Cost that no inriktning is known of: it may be either. */
	unknown: number;
}

/** A system of the register. */
export interface RegisteredName {
	system: string;
	name: string | null;
	/** What the register says takes its place: a system_id or a name. */
	replacedBy: string | null;
}

export type DevelopmentKind = 'project' | 'system';

export interface Development {
	kind: DevelopmentKind;
	/** The project code, or the system_id. */
	key: string;
	costs: readonly DevelopmentCost[];
	span: Period;
	cost: number;
	/** Where its kronor lie, the most first; null is on no system. */
	systems: readonly { system: string | null; amount: number }[];
	/** Who is paid, the most kronor first. */
	suppliers: readonly string[];
}

/** The developments of a kind. Rows without a project code, or without a system, make none. */
export function developments(costs: readonly DevelopmentCost[], kind: DevelopmentKind): Development[] {
	const found = new Map<string, DevelopmentCost[]>();
	for (const cost of costs) {
		const key = cost[kind];
		if (key === null) continue;
		const own = found.get(key) ?? [];
		own.push(cost);
		found.set(key, own);
	}
	return [...found].flatMap(([key, own]) => {
		const months = own.map(({ month }) => month).sort();
		const [from, to] = [months[0], months.at(-1)];
		if (!from || !to) return [];
		return [
			{
				kind,
				key,
				costs: own,
				span: { from, to },
				cost: own.reduce((sum, { amount }) => sum + amount, 0),
				systems: ranked(own, 'system').map(([system, amount]) => ({ system, amount })),
				suppliers: ranked(own, 'supplier').flatMap(([supplier]) => supplier ?? [])
			}
		];
	});
}

function ranked(costs: readonly DevelopmentCost[], by: 'system' | 'supplier'): [string | null, number][] {
	const sums = new Map<string | null, number>();
	for (const cost of costs) sums.set(cost[by], (sums.get(cost[by]) ?? 0) + cost.amount);
	return [...sums].sort((a, b) => b[1] - a[1]);
}

/** What the reader has chosen; null is what follows from the ledger. */
export interface DevelopmentChoice {
	from: Month | null;
	to: Month | null;
	compared: ComparedMonths;
	/** Only this one of its systems. */
	system: string | null;
}

/** A development as it is counted. */
export interface CountedDevelopment {
	development: Development;
	payback: Payback;
	span: Period;
	/** The systems whose running cost is compared: those that it lies on, and those that they have replaced. */
	systems: readonly string[];
	replaced: readonly string[];
	/** The one of its systems that the reader has chosen, alone. */
	onlySystem: string | null;
	/** Its kronor on no known system: a part of the cost, unless the reader has chosen one system. */
	onNoSystem: number;
	/** Its kronor that the reader's choice of system or months leaves out. */
	leftOut: number;
	/** Cost without inriktning on the systems, in the months compared. */
	unknownBefore: number;
	unknownAfter: number;
	/** All utveckling on the systems from the first month compared to the last, and what of it is counted as this one. */
	allDevelopment: number;
	ownOfAll: number;
}

/** What developments are counted from. */
export interface DevelopmentFacts {
	costs: readonly DevelopmentCost[];
	running: readonly RunningCost[];
	register: readonly RegisteredName[];
	/** The whole months of the ledger. */
	ledger: Period;
}

/** Counts a development by a reader's choice. */
export function countDevelopment(
	development: Development,
	choice: DevelopmentChoice,
	facts: DevelopmentFacts
): CountedDevelopment {
	const span = chosenSpan(development.span, choice);
	const own = new Set(development.systems.flatMap(({ system }) => system ?? []));
	const chosen = choice.system !== null && own.has(choice.system) ? choice.system : null;
	const base = chosen === null ? [...own] : [chosen];
	const replaced = replacedBy(base, facts.register);
	const systems = [...base, ...replaced];
	const isCounted = ({ system, month }: DevelopmentCost) =>
		(chosen === null || system === chosen) && month >= span.from && month <= span.to;
	const counted = development.costs.filter(isCounted);
	const result = payback({
		span,
		isEnded: choice.to !== null,
		compared: choice.compared,
		ledger: facts.ledger,
		cost: perMonth(counted.map(({ month, amount }) => ({ month, amount }))),
		running: base.length
			? perMonth(
					facts.running
						.filter(({ system }) => systems.includes(system))
						.map(({ month, running }) => ({ month, amount: running }))
				)
			: null
	});
	const { before, after } = comparedPeriods(span, choice.compared);
	const unknownIn = ({ from, to }: Period) =>
		facts.running.reduce(
			(sum, { system, month, unknown }) =>
				systems.includes(system) && month >= from && month <= to ? sum + unknown : sum,
			0
		);
	const onSystems = ({ system, month }: DevelopmentCost) =>
		system !== null && systems.includes(system) && month >= before.from && month <= after.to;
	return {
		development,
		payback: result,
		span,
		systems,
		replaced,
		onlySystem: chosen,
		onNoSystem: sum(counted.filter(({ system }) => system === null)),
		leftOut: development.cost - sum(counted),
		unknownBefore: unknownIn(before),
		unknownAfter: unknownIn(after),
		allDevelopment: sum(facts.costs.filter(onSystems)),
		ownOfAll: sum(counted.filter(onSystems))
	};
}

function chosenSpan(own: Period, { from, to }: DevelopmentChoice): Period {
	const span = { from: from ?? own.from, to: to ?? own.to };
	return span.from <= span.to ? span : own;
}

const sum = (costs: readonly DevelopmentCost[]) => costs.reduce((all, { amount }) => all + amount, 0);

function perMonth(amounts: readonly { month: Month; amount: number }[]): Map<Month, number> {
	const months = new Map<Month, number>();
	for (const { month, amount } of amounts) months.set(month, (months.get(month) ?? 0) + amount);
	return months;
}

/** The systems that the register says are replaced by these, and by those in their turn; none of these themselves. */
export function replacedBy(systems: readonly string[], register: readonly RegisteredName[]): string[] {
	const word = (text: string | null) => (text ?? '').trim().toLocaleLowerCase('sv');
	const found = new Set(systems);
	for (let before = -1; before !== found.size;) {
		before = found.size;
		const names = new Set(
			register.flatMap(({ system, name }) => (found.has(system) ? [word(system), word(name)] : []))
		);
		names.delete('');
		for (const { system, replacedBy: next } of register) if (names.has(word(next))) found.add(system);
	}
	return [...found].filter((system) => !systems.includes(system));
}

/** What is known first, then what will be; what goes on comes last. Alike, the most kronor first. */
export function endedFirst(counted: readonly CountedDevelopment[]): CountedDevelopment[] {
	const places = [
		'saves',
		'unchanged',
		'dearer',
		'tooEarly',
		'noBefore',
		'noSystem',
		'goingOn',
		'noCost'
	] as const;
	const place = ({ payback: { result } }: CountedDevelopment) => places.indexOf(result.state);
	return [...counted].sort(
		(a, b) =>
			place(a) - place(b) ||
			b.payback.cost - a.payback.cost ||
			a.development.key.localeCompare(b.development.key, 'sv')
	);
}

const kindWords = { project: 'projekt', system: 'system' } as const;

/** The development that an address names: `utveckling=projekt:P2412`. */
export function developmentWord({ kind, key }: Pick<Development, 'kind' | 'key'>): string {
	return `${kindWords[kind]}:${key}`;
}

/** The choices of an address: `start`, `slut`, `jamfort`, `pa`. What cannot be read is not chosen. */
export function choiceFromUrl(search: URLSearchParams): DevelopmentChoice {
	const months = Number(search.get('jamfort'));
	return {
		from: parseMonth(search.get('start') ?? ''),
		to: parseMonth(search.get('slut') ?? ''),
		compared: comparedMonths.find((count) => count === months) ?? 12,
		system: search.get('pa')
	};
}
