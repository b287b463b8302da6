// The contracts of the register as the pages of contracts ask for them: described, with what they cost a year.
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { Period } from '$lib/domain/period';
import { contractList } from '$lib/queries/contract-list';
import { contractYear } from '$lib/queries/contract-year';
import { describeContracts } from '$lib/queries/described-contract';
import { createAnswer } from '$lib/state/answer.svelte';
import type { PageContext } from '$lib/state/page-context';
import { contractRowLinks, type ContractRowLinks } from './contract-row-links';
import { latestYear } from './latest-year';
import { listContracts, type ListedContract } from './listed-contract';

export interface ContractAnswers {
	/** "Today" of the edition. */
	readonly today: Day;
	/** The latest twelve months with data; null when no cost is loaded. */
	readonly year: Period | null;
	readonly rows: ContractRowLinks;
	/** In the order of the register; null while they are asked for. */
	readonly contracts: ListedContract[] | null;
	readonly failed: boolean;
	retry(): void;
}

/** Call while a component starts. */
export function createContractAnswers(context: PageContext): ContractAnswers {
	const today = $derived.by(() => {
		const day = parseIsoDay(context.answers.meta.today);
		if (!day) throw new Error('The edition has no as-of day');
		return day;
	});
	const year = $derived(latestYear(context.answers.meta));
	const rows = $derived(contractRowLinks(year));
	const register = createAnswer(() => ({ query: contractList, input: undefined }), context.edition);
	const costs = createAnswer(
		() => ({ query: contractYear, input: year ?? context.filters.available }),
		context.edition
	);
	const contracts = $derived.by(() => {
		if (register.current.name !== 'rows' || costs.current.name !== 'rows') return null;
		return listContracts(describeContracts(register.current.rows, today), costs.current.rows, {
			today,
			seen: context.units,
			hasCost: year !== null
		});
	});
	return {
		get today() {
			return today;
		},
		get year() {
			return year;
		},
		get rows() {
			return rows;
		},
		get contracts() {
			return contracts;
		},
		get failed() {
			return [register, costs].some((answer) => answer.current.name === 'error');
		},
		retry() {
			register.retry();
			costs.retry();
		}
	};
}
