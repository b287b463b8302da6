// Figures beside the selections that their page opens, proved together: the rows of each selection sum to its figure.
import { expect } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
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

/** Asked together: most of the time of a small question is spent around it. */
const together = 40;

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
		for (let first = 0; first < asked.length; first += together)
			await this.#ask(asked.slice(first, first + together));
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

	async #ask(texts: readonly string[]): Promise<void> {
		const statements = texts.map((text) => costRowTotals.statement(rowsFromText(text).selection));
		const rows = await this.#engine.run(
			statements
				.map(({ sql }, place) => `SELECT ${place} AS place, * FROM (${sql})`)
				.join(' UNION ALL ')
				.concat(' ORDER BY place'),
			statements.flatMap(({ parameters }) => parameters)
		);
		texts.forEach((text, place) =>
			this.#known.set(text, { amount: Number(rows[place]?.amount), rows: Number(rows[place]?.row_count) })
		);
	}
}
