// The contracts of the register as the pages of contracts ask for them: described, with what they cost a year.
import { page } from '$app/state';
import { completedRow, type CompletedRow } from '$lib/domain/completed-contract';
import { parseIsoDay, type Day } from '$lib/domain/day';
import type { Period } from '$lib/domain/period';
import { contractList } from '$lib/queries/contract-list';
import { contractYear } from '$lib/queries/contract-year';
import { describeContracts, type ContractRow } from '$lib/queries/described-contract';
import { createAnswer } from '$lib/state/answer.svelte';
import { createCompletions, type Completions } from '$lib/state/completions.svelte';
import type { PageContext } from '$lib/state/page-context';
import { contractRowLinks, type ContractRowLinks } from './contract-row-links';
import { latestYear } from '$lib/queries/latest-year';
import { listContracts, type ListedContract } from './listed-contract';

export interface ContractAnswers {
	/** "Today" of the edition. */
	readonly today: Day;
	/** The latest twelve months with data; null when no cost is loaded. */
	readonly year: Period | null;
	readonly rows: ContractRowLinks;
	/** In the order of the register; null while they are asked for. */
	readonly contracts: ListedContract[] | null;
	/** What people have filled in, also since the edition; it stands in the contracts already. */
	readonly completions: Completions;
	/** The first line of a contract with what fills it; null while it is asked for, and where there is none. */
	completed(contractId: string): CompletedRow<ContractRow> | null;
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
	// An earlier edition is shown as it was.
	const completions = createCompletions(() => page.data.now === null);
	const completed = $derived(
		register.current.name !== 'rows'
			? null
			: register.current.rows.map((row) =>
					completions.all
						? completedRow(row, completions.standing.get(row.contract_id) ?? [])
						: { row, filled: [], agreed: [], conflicts: [] }
				)
	);
	const contracts = $derived.by(() => {
		if (!completed || costs.current.name !== 'rows') return null;
		const lines = completed.map(({ row }) => row);
		return listContracts(describeContracts(lines, today), costs.current.rows, {
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
		completions,
		completed(contractId) {
			return completed?.find(({ row }) => row.contract_id === contractId) ?? null;
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
