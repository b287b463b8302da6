// Output files are written beside their place and moved there when whole, so a broken run leaves no half file.
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { csvHeader, csvRows, type ExportColumn, type ExportStamp, type ExportValue } from '$lib/export/csv';

/** One CSV file under way. */
export class CsvOutput {
	private readonly stream;
	private readonly path: string;

	constructor(
		folder: string,
		name: string,
		private readonly columns: readonly ExportColumn[],
		private readonly stamp: ExportStamp
	) {
		this.path = join(folder, name);
		this.stream = createWriteStream(`${this.path}.del`);
		this.stream.write(csvHeader(columns));
	}

	/** Writes rows; waits when the disk is slower than the rows. */
	async rows(rows: readonly (readonly (ExportValue | undefined)[])[]): Promise<void> {
		if (rows.length && !this.stream.write(csvRows(this.columns, rows, this.stamp)))
			await once(this.stream, 'drain');
	}

	/** Puts the file in its place. */
	async finish(): Promise<void> {
		this.stream.end();
		await once(this.stream, 'close');
		await rename(`${this.path}.del`, this.path);
	}
}
