// A field of the table with the column of the file that it is read from.
import type { Field } from '$lib/domain/columns';
import type { SourceRecord } from '$lib/read/record';
import { amountShape } from '../cells/amount';
import { ColumnReader } from './column-reader';
import type { ImportPlan, PlannedColumn } from '../recognise/plan';
import type { Value } from '../cells/read-cell';

/** Fields with days and months that can be implausible. */
const dayTypes: readonly Field['type'][] = ['day', 'day_or_month', 'month'];

export interface MappedField {
	/** Place among the values of an accepted row. */
	position: number;
	planned: PlannedColumn;
	reader: ColumnReader;
	/** A row without a value is rejected. */
	required: boolean;
	hasDay: boolean;
	/** Says when or how much, and nothing about what. */
	isFigure: boolean;
}

/** The field of a planned column. */
export function mappedField(planned: PlannedColumn, position: number, plan: ImportPlan): MappedField {
	const { field } = planned;
	const hasDay = dayTypes.includes(field.type);
	return {
		position,
		planned,
		reader: new ColumnReader(planned),
		required: field.required === 'row' || (plan.kind === 'budget' && field.name === 'year'),
		hasDay,
		isFigure: hasDay || ['amount', 'year', 'currency'].includes(field.name)
	};
}

/** True when a row says when and how much, and nothing about what: no field, and no word in any other column. */
export function isBareFigure(
	{ cells }: SourceRecord,
	mapped: readonly MappedField[],
	values: readonly Value[]
): boolean {
	if (mapped.some(({ position, isFigure }) => !isFigure && values[position] !== null)) return false;
	const figures = new Set(mapped.map(({ planned }) => planned.column));
	return cells.every(
		(cell, i) => figures.has(i) || typeof cell === 'number' || amountShape(cell).shape !== 'not_a_number'
	);
}
