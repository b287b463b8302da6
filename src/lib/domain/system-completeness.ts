// How much of a system's line in the register is filled in. Inventories are nearly empty in practice.
import { isForControllers, tables } from './columns';
import { sovereigntyHeaders } from './columns/system';

/** What a system is known by, what only says more of another field, and what holds only for one on its way out. */
const notAsked = new Set<string>([
	'system_id',
	'name',
	'organisation_number',
	'retired_from',
	'replaced_by',
	// Asked on a page of its own.
	...Object.keys(sovereigntyHeaders)
]);

/** True for a value that tells something; "okänt" is an answer that nobody knows. */
export function isKnown(value: unknown): boolean {
	return value !== null && value !== undefined && value !== '' && value !== 'okänt';
}

/** @param line as the edition has it; a field that the slice does not hold, or holds empty for all but controllers, is not asked for */
export function systemCompleteness(
	line: Readonly<Record<string, unknown>>,
	freeText: boolean
): {
	filled: number;
	asked: number;
} {
	const asked = tables.system.fields.filter(
		(field) =>
			!notAsked.has(field.name) && Object.hasOwn(line, field.name) && (freeText || !isForControllers(field))
	);
	return { filled: asked.filter(({ name }) => isKnown(line[name])).length, asked: asked.length };
}
