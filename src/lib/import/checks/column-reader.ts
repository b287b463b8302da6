// Reads the cells of one column, masked. Days and numbers of suppliers repeat, so each is read once and remembered.
import type { Field } from '$lib/domain/columns';
import type { Cell } from '$lib/read/record';
import { maskPersonalNumbers } from '../cells/personal-data';
import type { PlannedColumn } from '../recognise/plan';
import { readCell, type CellProblem, type ReadCell } from '../cells/read-cell';

/** Fields whose cells are text of the file's own. */
const textTypes: readonly Field['type'][] = ['text', 'id', 'choice', 'list'];

const amountTypes: readonly Field['type'][] = ['amount', 'price', 'decimal'];

/** A column with more words than this repeats them too seldom. */
const rememberedWords = 4096;

const nothing: ReadCell = { value: null };

export const maskedInText: CellProblem = {
	kind: 'personnummer',
	reason: 'Ett personnummer i texten är maskerat.'
};

export class ColumnReader {
	private remembered: Map<string, ReadCell> | null;
	private hits = 0;
	private readonly hasText: boolean;

	constructor(readonly planned: PlannedColumn) {
		const { type } = planned.field;
		this.hasText = textTypes.includes(type);
		// Text is read faster than it is remembered, and amounts seldom repeat.
		this.remembered = this.hasText || amountTypes.includes(type) ? null : new Map();
	}

	read(cell: Cell): ReadCell {
		if (cell === '') return nothing;
		if (!this.remembered || typeof cell === 'number') return this.readAfresh(cell);
		const found = this.remembered.get(cell);
		if (found) {
			this.hits++;
			return found;
		}
		const read = this.readAfresh(cell);
		// What a person is found in is never kept.
		const isPrivate = read.problem === maskedInText || read.identities?.some(({ kind }) => kind === 'person');
		if (!isPrivate) this.remember(cell, read);
		return read;
	}

	private remember(cell: string, read: ReadCell): void {
		if (!this.remembered) return;
		if (this.remembered.size < rememberedWords) this.remembered.set(cell, read);
		else if (this.hits < rememberedWords) this.remembered = null;
	}

	private readAfresh(cell: Cell): ReadCell {
		const read = readCell(cell, this.planned);
		if (!this.hasText || typeof read.value !== 'string') return read;
		const masked = maskPersonalNumbers(read.value);
		return masked.found ? { value: masked.text, problem: maskedInText } : read;
	}
}
