// Figures beside the selections that their page opens, proved together: the rows of each selection sum to its figure.
import { expect } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';

/** `rows` is left out where the page does not tell it. */
interface Figure {
	/** Öre. */
	amount: number;
	rows?: number;
}
interface Claim extends Figure {
	name: string;
	/** The selection as the address holds it. */
	text: string;
}

export class RowProof {
	readonly #engine: Engine;
	readonly #known = new Map<string, Required<Figure>>();
	readonly #proved = new Map<string, number>();
	#claims: Claim[] = [];

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	/** Says that a figure opens a selection. @param name where the figure stands, for the message when it is wrong */
	shows(name: string, { amount, rows }: Figure, selection: RowSelection): void {
		this.#claims.push({ name, amount, rows, text: rowsToText({ path: [], selection }) });
	}

	/** Proves what has been said since last, and counts it. @param page what it is counted as */
	async prove(page: string): Promise<void> {
		const claims = this.#claims;
		this.#claims = [];
		const asked = [...new Set(claims.map(({ text }) => text))].filter((text) => !this.#known.has(text));
		for (const text of asked) {
			const [totals] = await ask(this.#engine, costRowTotals, rowsFromText(text).selection);
			if (totals) this.#known.set(text, { amount: totals.amount, rows: totals.row_count });
		}
		const wrong = claims.flatMap(({ name, text, ...figure }) => {
			const found = this.#known.get(text);
			const { rows = found?.rows } = figure;
			return found?.amount === figure.amount && found.rows === rows ? [] : [{ name, figure, found, text }];
		});
		expect(wrong.slice(0, 5), `${wrong.length} of ${claims.length} figures`).toEqual([]);
		this.#proved.set(page, (this.#proved.get(page) ?? 0) + claims.length);
	}

	/** How many figures have been proved of each page. */
	get proved(): Record<string, number> {
		return Object.fromEntries(this.#proved);
	}

	/** How many selections were asked of the rows: figures that open the same rows are asked once. */
	get asked(): number {
		return this.#known.size;
	}
}
