// The one shape that every reader gives: a file is one or more tables, each of them records that can be read again.
import type { TableKind } from '$lib/domain/columns';
import type { Ore } from '$lib/domain/money';
import type { CsvDialect } from './csv/records';
import type { DelimiterEvidence } from './csv/delimiter';
import type { EncodingEvidence } from './encoding/encoding';
import type { SourceRecord } from './record';

export type TableFormat = 'csv' | 'xlsx' | 'json' | 'sie' | 'ocds';

/** What was found about a text. */
export interface TextReading {
	encoding: EncodingEvidence;
	/** Null where the format has none (SIE, JSON). */
	delimiter: DelimiterEvidence | null;
	dialect: CsvDialect | null;
}

/** A total that a file states itself, such as the balances of a SIE file. */
export interface ControlStatement {
	/** What states it, in Swedish: `Saldon (#RES) för 2016, konto 4–7`. */
	label: string;
	/** Öre; null when only rows are stated. */
	sum: Ore | null;
	rows: number | null;
	/** Months that it is about, `YYYY-MM`; null when the file does not say. */
	from: string | null;
	to: string | null;
}

/** Something that was read but is no row of the table: told with rows and kronor, never left out in silence. */
export interface Aside {
	/** A Swedish clause after the number of rows: `transaktioner på konto 1–3 och 8 räknas inte som kostnad`. */
	what: string;
	rows: number;
	/** Öre; null where there are none. */
	sum: Ore | null;
}

/** What the format itself says about a table, so that nothing is guessed. Its first record is the header, row 0. */
export interface KnownTable {
	kind: TableKind;
	/** Values that hold for every row, by canonical Swedish header; a person may say otherwise. */
	values: Readonly<Record<string, string>>;
	/** What the file states about the sum of exactly these rows. */
	control: ControlStatement | null;
	asides: readonly Aside[];
}

export interface SourceTable {
	/** Where in the file: a sheet, a file in an archive, `Verifikationer` of a SIE file. Empty for the only table. */
	sheet: string;
	format: TableFormat;
	text: TextReading | null;
	known: KnownTable | null;
	/** The file inside an archive that it comes from. */
	fileName?: string;
	/** What a file that knows no kinds still states of its rows, such as the number of rows of a whole answer. */
	stated?: ControlStatement | null;
	/** Whole Swedish sentences that a person should read before trusting the table, such as that its sheet is hidden. */
	notes?: readonly string[];
	/** Batches of records, in file order; may be read several times. */
	records(): AsyncGenerator<SourceRecord[]>;
}

/** What a person may decide about the bytes instead of the evidence. */
export interface ReadingChoices {
	encoding?: EncodingEvidence['encoding'];
	delimiter?: CsvDialect['delimiter'];
	/** First digits of the accounts that are cost in a SIE file; 4–7 when nobody has said. */
	accountClasses?: readonly number[];
}
