// Header rows among the rows of a table, as exports that were put together have them. A repeated header is no cost; below
// one that names other columns nothing can be read by the first, or an account becomes an amount.
import type { TableKind } from '$lib/domain/columns';
import type { SourceRecord } from '$lib/read/record';
import { headersOf, matchHeader, normaliseHeader } from '../recognise/header';

/** Follows the header rows of one table. Feed it every row that could not be read. */
export class HeaderWatch {
	/** The row of a header with other columns that stands above; 0 for none. */
	private otherSince = 0;
	private readonly expected: readonly string[];

	constructor(
		private readonly kind: TableKind,
		headers: readonly string[]
	) {
		this.expected = headers.map(normaliseHeader);
	}

	/** Why a row below another header is not read; null where the first header holds. */
	reasonBelow(): string | null {
		return this.otherSince
			? `Rad ${this.otherSince} är en ny rubrikrad med andra kolumner än den första, så raderna under den går inte att läsa här. Lägg dem i en egen fil.`
			: null;
	}

	/** What a row that could not be read is after all: a header, the same or another. Null when it is none. */
	reasonFor(record: SourceRecord): string | null {
		if (record.broken) return null;
		const headers = headersOf(record);
		const filled = headers.filter(Boolean);
		const named = new Set(
			headers.map((header) => matchHeader(this.kind, header)?.field.name).filter(Boolean)
		);
		if (named.size < 2 || named.size * 2 < filled.length || !named.has('amount')) return null;
		const isSame = this.expected.every((header, i) => normaliseHeader(headers[i] ?? '') === header);
		this.otherSince = isSame ? 0 : record.row;
		return isSame
			? 'Raden upprepar rubriken och är ingen egen rad. Filen kan vara hopsatt av flera uttag.'
			: 'Raden är en ny rubrikrad med andra kolumner. Filen är hopsatt av flera tabeller: lägg dem i var sin fil.';
	}
}
