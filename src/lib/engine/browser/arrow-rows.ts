// Arrow record batches, DuckDB-WASM's answer, as plain rows.
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { EngineError, type EngineRow } from '../engine';
import { exactNumber } from '../exact-number';

type Table = Awaited<ReturnType<AsyncDuckDBConnection['query']>>;
type Batch = Table['batches'][number];
type Cell = EngineRow[string];

/** The numbers of the Type union in Arrow's format/Schema.fbs; the library marks a dictionary, our ENUM, -1. */
const arrow = {
	nothing: 1,
	int: 2,
	float: 3,
	text: 5,
	bool: 6,
	decimal: 7,
	date: 8,
	dictionary: -1
} as const;

interface ArrowType {
	typeId: number;
	scale?: number;
}

/** Reads all batches. @throws EngineError for a type that has no plain value */
export async function plainRows(batches: Iterable<Batch> | AsyncIterable<Batch>): Promise<EngineRow[]> {
	const rows: EngineRow[] = [];
	for await (const batch of batches) {
		const first = rows.length;
		for (let row = 0; row < batch.numRows; row++) rows.push({});
		batch.schema.fields.forEach((field, index) => {
			const column = batch.getChildAt(index);
			for (let row = 0; row < batch.numRows; row++) {
				const target = rows[first + row];
				if (target) target[field.name] = plainValue(column?.get(row) ?? null, field.type, field.name);
			}
		});
	}
	return rows;
}

function plainValue(value: unknown, type: ArrowType, column: string): Cell {
	if (value === null || type.typeId === arrow.nothing) return null;
	switch (type.typeId) {
		case arrow.int:
			return typeof value === 'bigint' ? exactNumber(value, column) : Number(value);
		case arrow.float:
			return Number(value);
		case arrow.bool:
			return Boolean(value);
		case arrow.text:
		case arrow.dictionary:
			return String(value);
		case arrow.date:
			return new Date(Number(value)).toISOString().slice(0, 10);
		case arrow.decimal:
			if (value instanceof Uint32Array) return decimal(value, type.scale ?? 0, column);
	}
	throw new EngineError(`${column} is ${String(type)}: cast it to text, number or DATE in the query`, false);
}

/** A 128-bit two's complement in four words, the lowest first, with a decimal scale. HUGEINT comes this way, scale 0. */
function decimal(words: Uint32Array, scale: number, column: string): number {
	const unsigned = words.reduceRight((high, word) => (high << 32n) | BigInt(word), 0n);
	const value = BigInt.asIntN(32 * words.length, unsigned);
	if (scale === 0) return exactNumber(value, column);
	const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
	const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
	return Number(value < 0n ? `-${text}` : text);
}
