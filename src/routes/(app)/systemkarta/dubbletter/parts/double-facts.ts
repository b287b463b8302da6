// What is set side by side of the systems of a group: one line a fact, one value a system, unknown as such.
import { isAvailableToAll, systemUsers } from '$lib/domain/capability-coverage';
import type { MoneyUnit } from '$lib/domain/filters';
import { listedWords } from '$lib/domain/listed-words';
import { unknownWord } from '$lib/text/common';
import { openMoney, openMonths } from '$lib/text/exit';
import { formatCount, formatMoney, formatNumber } from '$lib/text/format';
import { doubleText } from '$lib/text/system-doubles';
import type { ComparedSystem } from '../../parts/compared-system';

const words = doubleText.facts;

export interface FactLine {
	key: string;
	label: string;
	/** In the order of the systems. */
	values: string[];
	/** The values open the rows that they are the sum of. */
	opensRows?: boolean;
}

interface Naming {
	capability(id: string): string;
	name(id: string): string;
}

/** What nobody has said of a system that a choice between two rests on, in words. */
export function missingFacts({ line, exit }: ComparedSystem): string[] {
	const missing = doubleText.missing;
	return [
		exit.amount === null ? missing.cost : null,
		line.users === null ? missing.users : null,
		line.user_rating === null ? missing.rating : null,
		exit.contracts.length === 0 ? missing.contract : null,
		exit.contracts.some(({ contract }) => contract === null || isEndUnknown(contract.facts))
			? missing.contractEnd
			: null,
		line.operating_form === null ? missing.operation : null,
		listedWords(line.capabilities).length === 0 ? missing.capabilities : null,
		listedWords(line.used_by).length === 0 ? missing.usedBy : null
	].filter((word) => word !== null);
}

const isEndUnknown = (facts: { endDay: string | null; extensionKind: string | null }) =>
	facts.endDay === null && facts.extensionKind !== 'tillsvidare';

/** One day a contract in force, in order; words where there is none. */
function contractDays(
	{ exit }: ComparedSystem,
	dayOf: (contract: NonNullable<ComparedSystem['exit']['contracts'][number]['contract']>) => string
): string {
	if (exit.contracts.length === 0) return words.noContract;
	return exit.contracts
		.map(({ contractId, contract }) => {
			const day = contract ? dayOf(contract) : unknownWord;
			return exit.contracts.length > 1 ? `${contractId}: ${day}` : day;
		})
		.join(', ');
}

export const contractEnds = (system: ComparedSystem): string =>
	contractDays(
		system,
		({ facts }) => facts.endDay ?? (facts.extensionKind === 'tillsvidare' ? words.openEnded : unknownWord)
	);

const noticeDays = (system: ComparedSystem): string =>
	contractDays(system, ({ facts }) => facts.noticeDay ?? unknownWord);

/** Öre a year and user, rounded once; null while either is unknown. */
export function costPerUser({ line, exit }: ComparedSystem): number | null {
	return exit.yearlyCost === null || !line.users ? null : Math.round(exit.yearlyCost / line.users);
}

function roleOf({ line }: ComparedSystem): string {
	if (isAvailableToAll(line)) return words.shared;
	if (line.shared === 'ja') return words.introduced;
	return line.shared === 'nej' ? words.local : unknownWord;
}

function lifeCycleOf({ line }: ComparedSystem, { name }: Naming): string {
	const ends =
		line.retired_from && words.retires(line.retired_from, line.replaced_by && name(line.replaced_by));
	return ends || (line.life_cycle ?? unknownWord);
}

/** Those that no other of the group has. */
function onlyOwn(
	system: ComparedSystem,
	systems: readonly ComparedSystem[],
	wordsOf: (one: ComparedSystem) => readonly string[]
): string[] {
	const others = new Set(systems.filter((one) => one !== system).flatMap(wordsOf));
	return wordsOf(system).filter((word) => !others.has(word));
}

/** @param classified the slice says how information is classified */
export function factLines(
	systems: readonly ComparedSystem[],
	unit: MoneyUnit,
	naming: Naming,
	classified: boolean
): FactLine[] {
	const fact = (key: string, label: string, value: (system: ComparedSystem) => string): FactLine => ({
		key,
		label,
		values: systems.map(value)
	});
	const count = (value: number | null) => (value === null ? unknownWord : formatCount(value));
	const grade = (value: number | null) => (value === null ? '–' : String(value));
	return [
		fact('role', words.role, roleOf),
		fact('owner', words.owner, ({ line }) => line.unit ?? unknownWord),
		fact('users', words.users, ({ line }) =>
			line.used_by === null ? unknownWord : listedWords(line.used_by).join(', ')
		),
		{
			...fact('cost', `${words.cost}, ${unit}`, ({ exit }) =>
				exit.amount === null ? words.noRows : formatMoney(exit.amount, unit)
			),
			opensRows: true
		},
		fact('count', words.userCount, ({ line }) => count(line.users)),
		fact('each', words.costPerUser, (system) => {
			const each = costPerUser(system);
			return each === null ? unknownWord : formatMoney(each, 'kr');
		}),
		fact('rating', words.rating, ({ line }) =>
			line.user_rating === null ? unknownWord : formatNumber(line.user_rating, 1)
		),
		fact('end', words.contractEnd, contractEnds),
		fact('notice', words.notice, noticeDays),
		fact('exit', `${words.exit}, ${unit}`, ({ exit }) => openMoney(exit.estimate.cost, unit)),
		fact('months', words.exitMonths, ({ exit }) => openMonths(exit.estimate.months)),
		fact('operation', words.operation, ({ line }) => line.operating_form ?? unknownWord),
		fact('life', words.lifeCycle, (system) => lifeCycleOf(system, naming)),
		fact(
			'only',
			words.only,
			(system) =>
				onlyOwn(system, systems, ({ line }) => listedWords(line.capabilities))
					.map(naming.capability)
					.join(', ') || words.nothing
		),
		fact(
			'units',
			words.onlyUnits,
			(system) => onlyOwn(system, systems, ({ line }) => systemUsers(line)).join(', ') || words.nothing
		),
		...(classified
			? [
					fact('class', words.classification, ({ line }) =>
						[line.class_confidentiality, line.class_integrity, line.class_availability].map(grade).join(' / ')
					)
				]
			: []),
		fact('missing', words.missing, (system) => missingFacts(system).join(', ') || words.nothingMissing)
	];
}
