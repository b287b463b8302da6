// A range of marks while a hand or the keys choose it. What is held is shown at once and told; letting go applies it.
import { between, dragged, sameRange, type Drag, type Grip, type MarkRange } from './brush';

export interface BrushTarget {
	/** What is chosen now; null is everything. */
	range: MarkRange | null;
	/** How many marks there are. */
	count: number;
	/** Every change of what is held, and once when it is let go. */
	onBrush: (from: number, to: number, done: boolean) => void;
	/** What was held is given back. */
	onGiveBack: () => void;
}

export class MarkBrush {
	/** Not applied yet; null when nothing is being chosen. */
	held = $state.raw<MarkRange | null>(null);
	#target: () => BrushTarget;
	#drag: Drag | null = null;
	/** Where the keys began. */
	#anchor: number | null = null;

	/** @param target read at every move */
	constructor(target: () => BrushTarget) {
		this.#target = target;
	}

	/** The hand takes hold, over the mark `start`. */
	take(grip: Grip, start: number): void {
		this.#anchor = null;
		this.#drag = { grip, start, was: this.#target().range };
		this.moveTo(start);
	}

	/** The hand is over a mark. */
	moveTo(index: number): void {
		if (this.#drag) this.#hold(dragged(this.#drag, index, this.#target().count));
	}

	/** The keys reach from the mark they began at to another one. @returns what is held */
	extend(active: number, to: number): MarkRange {
		this.#anchor ??= active;
		const range = between(this.#anchor, to);
		this.#hold(range);
		return range;
	}

	/** Applies what is held. */
	letGo(): void {
		const range = this.held;
		this.#rest();
		if (range) this.#target().onBrush(range.from, range.to, true);
	}

	/** Forgets what is held, so that what was chosen stands. */
	giveBack(): void {
		const holds = this.held !== null;
		this.#rest();
		if (holds) this.#target().onGiveBack();
	}

	#hold(range: MarkRange): void {
		if (sameRange(range, this.held)) return;
		this.held = range;
		this.#target().onBrush(range.from, range.to, false);
	}

	#rest(): void {
		this.#drag = null;
		this.#anchor = null;
		this.held = null;
	}
}
