// What a file of cost rows would do to the published figures: each month and nämnd before and after.
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';

export interface FiguresInput {
	/** The file's rows with their tags decided, as publishing would decide them. */
	tagged: Statement;
	/** An edition is attached. */
	published: boolean;
	/** The imports whose rows go. */
	replaces: readonly number[];
}

/** Sums count SEK only, as everywhere. */
const sums = (condition = 'true'): string => `
	coalesce(sum(amount) FILTER (${condition}), 0)::BIGINT AS amount,
	coalesce(sum(amount) FILTER (it_cost = 'ja' AND ${condition}), 0)::BIGINT AS it`;

/**
 * Öre per month and nämnd: all cost and IT cost in the edition, and what they become when the file's rows are added and
 * those of the import that it replaces are taken away.
 */
export const importFigures = defineQuery({
	name: 'import-figures',
	question: 'Hur ändrar filen de publicerade siffrorna per månad och nämnd?',
	statement: ({ tagged, published, replaces }: FiguresInput): Statement => {
		const edition = published ? 'edition.main.cost' : '(SELECT * FROM fresh_rows WHERE false)';
		const gone = published ? replaces : [];
		const kept = gone.length ? `file_id NOT IN (${gone.map(() => '?').join(', ')})` : 'true';
		return {
			sql: `WITH fresh_rows AS (${tagged.sql}),
			fresh AS (
				SELECT strftime(day, '%Y-%m') AS month, unit::VARCHAR AS unit, ${sums()}
				FROM fresh_rows WHERE currency = 'SEK' GROUP BY ALL
			),
			before AS (
				SELECT strftime(day, '%Y-%m') AS month, unit::VARCHAR AS unit, ${sums()}
				FROM ${edition} WHERE currency = 'SEK' GROUP BY ALL
			),
			kept AS (
				SELECT strftime(day, '%Y-%m') AS month, unit::VARCHAR AS unit, ${sums()}
				FROM ${edition} WHERE currency = 'SEK' AND ${kept} GROUP BY ALL
			)
			SELECT month, unit, coalesce(before.amount, 0) AS before, coalesce(before.it, 0) AS before_it,
				(coalesce(kept.amount, 0) + coalesce(fresh.amount, 0))::BIGINT AS after,
				(coalesce(kept.it, 0) + coalesce(fresh.it, 0))::BIGINT AS after_it
			FROM before FULL JOIN kept USING (month, unit) FULL JOIN fresh USING (month, unit)
			ORDER BY month, unit`,
			parameters: [...tagged.parameters, ...gone]
		};
	},
	row: v.object({
		month: v.string(),
		unit: v.string(),
		before: v.number(),
		before_it: v.number(),
		after: v.number(),
		after_it: v.number()
	})
});
export type ImportFigure = v.InferOutput<typeof importFigures.row>;

/** Rows of a file, their öre, and how much of it is IT. */
export const importTotals = defineQuery({
	name: 'import-totals',
	question: 'Hur många rader har filen, vad summerar de till och hur mycket är it?',
	statement: ({
		rows,
		amount,
		tagged
	}: {
		rows: Statement;
		amount: string | null;
		tagged: boolean;
	}): Statement => {
		const ore = amount ?? '0';
		return {
			sql: `SELECT ${tagged ? 'count(*) FILTER (part IS NULL OR part = 1)' : 'count(*)'} AS row_count, coalesce(sum(${ore}), 0)::BIGINT AS amount,
				${tagged ? `coalesce(sum(${ore}) FILTER (it_cost = 'ja'), 0)::BIGINT` : '0'} AS it
			FROM (${rows.sql})`,
			parameters: rows.parameters
		};
	},
	row: v.object({ row_count: v.number(), amount: v.number(), it: v.number() })
});
export type ImportTotals = v.InferOutput<typeof importTotals.row>;

/** Whether the rows of an import are in the attached edition. */
export const importIsPublished = defineQuery({
	name: 'import-is-published',
	question: 'Ingår filen i den publicerade utgåvan?',
	statement: (id: number): Statement => ({
		sql: 'SELECT count(*) AS files FROM edition.main.file WHERE file_id = ?',
		parameters: [id]
	}),
	row: v.object({ files: v.number() })
});
