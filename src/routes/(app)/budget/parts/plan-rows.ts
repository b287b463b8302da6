// The ledger rows behind a figure of the plan's base.
import { costKinds, findListed } from '$lib/domain/cost-kind';
import { noFilters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { openRows } from '$lib/state/rows.svelte';
import { planText as words } from '$lib/text/plan';

/** What of the base: what is carried on, or what was for a time. */
export type BaseRows = 'running' | 'utveckling' | 'avveckling' | 'unknown';

interface Place {
	months: Period;
	/** Empty: all. */
	units: readonly string[];
	/** A kostnadsslag alone; "Okänt" is also what has none. */
	costKind?: string | null;
	/** These systems alone. */
	systems?: readonly string[];
	/** How one came here, from the page. */
	path: readonly string[];
}

const parts = {
	running: { cells: { dimension: 'orientation', except: ['utveckling', 'avveckling'] }, name: words.running },
	unknown: {
		cells: { dimension: 'orientation', except: ['förvaltning', 'utveckling', 'avveckling'] },
		name: words.unknown
	},
	utveckling: { cells: { dimension: 'orientation', value: 'utveckling' }, name: words.development },
	avveckling: { cells: { dimension: 'orientation', value: 'avveckling' }, name: words.closing }
} as const;

export function openBaseRows(part: BaseRows, { months, units, costKind, systems = [], path }: Place): void {
	const kind = costKind == null || costKind === 'Okänt' ? undefined : findListed(costKinds, costKind);
	void openRows([...path, parts[part].name], {
		filters: {
			...noFilters,
			period: months,
			units: [...units],
			costKinds: kind ? [kind] : [],
			systems: [...systems]
		},
		cells: [
			parts[part].cells,
			...(costKind == null || kind
				? []
				: [{ dimension: 'costKind' as const, except: costKinds.filter((one) => one !== 'Okänt') }])
		]
	});
}
