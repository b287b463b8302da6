// A rule dragged by its handle: which gap among the shown rows it would be dropped in.

/** How near an edge of the list, in px, the list scrolls along. */
const scrollZone = 28;
const scrollStep = 14;

export class RuleDrag {
	/** The rule that is dragged. */
	id = $state<string | null>(null);
	/** It would be dropped before this shown row, from 0; after the last when it is their number. */
	gap = $state<number | null>(null);

	readonly #rows: () => readonly HTMLElement[];
	readonly #box: () => HTMLElement | undefined;

	constructor(rows: () => readonly HTMLElement[], box: () => HTMLElement | undefined) {
		this.#rows = rows;
		this.#box = box;
	}

	start(event: PointerEvent & { currentTarget: HTMLElement }, id: string): void {
		if (event.button !== 0) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		this.id = id;
		this.gap = null;
	}

	move({ clientY }: PointerEvent): void {
		if (this.id === null) return;
		const box = this.#box();
		const edges = box?.getBoundingClientRect();
		if (box && edges && clientY < edges.top + scrollZone) box.scrollTop -= scrollStep;
		if (box && edges && clientY > edges.bottom - scrollZone) box.scrollTop += scrollStep;
		const rows = this.#rows();
		const below = rows.findIndex((row) => {
			const { top, height } = row.getBoundingClientRect();
			return clientY < top + height / 2;
		});
		this.gap = below < 0 ? rows.length : below;
	}

	/** Ends the drag. Null when it was never moved. */
	drop(): { id: string; gap: number } | null {
		const { id, gap } = this;
		this.cancel();
		return id === null || gap === null ? null : { id, gap };
	}

	cancel(): void {
		this.id = null;
		this.gap = null;
	}
}
