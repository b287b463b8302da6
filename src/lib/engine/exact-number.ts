// Whole numbers leave DuckDB as BigInt or as decimal words; the rest of the program counts in plain numbers.
import { EngineError } from './engine';

/**
 * A whole number as a plain number.
 * @throws EngineError when it cannot be held exactly (beyond 2^53), since a silently rounded amount is worse than none
 */
export function exactNumber(value: bigint, column: string): number {
	const number = Number(value);
	if (Number.isSafeInteger(number)) return number;
	throw new EngineError(`The value ${value} in ${column} is too large to be held exactly`, false);
}
