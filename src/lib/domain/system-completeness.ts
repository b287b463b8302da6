// How much of a system's line in the register is filled in. Inventories are nearly empty in practice.
import { tables } from './columns';
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

/** @param line as the edition has it; a field that the slice does not hold is not asked for */
export function systemCompleteness(line: Readonly<Record<string, unknown>>): {
	filled: number;
	asked: number;
} {
	const asked = tables.system.fields.filter(({ name }) => !notAsked.has(name) && Object.hasOwn(line, name));
	return { filled: asked.filter(({ name }) => isKnown(line[name])).length, asked: asked.length };
}
