// Which rows belong to each part of a key figure: one condition for both the sums and the rows that a figure opens.
import {
	operatedByOthers,
	operatedHere,
	operationKinds,
	otherAccountClasses,
	ownKinds,
	serviceKinds,
	stagesBefore,
	stagesInUse,
	type KeyFigurePart
} from '$lib/domain/key-figure-part';

/** The register, one line a system (the first where it has several). */
export const systemStages = `(SELECT system_id, life_cycle, operating_form, year(in_use_from) AS in_use_year FROM system
	WHERE system_id IS NOT NULL QUALIFY row_number() OVER (PARTITION BY system_id ORDER BY file_id, source_row) = 1)`;

/** What a row's system is told by: SQL expressions of the year of the row, the register's line and its driftform. */
interface SystemColumns {
	/** 'ny', 'drift' or NULL: whether the system was in use when the row was booked. */
	stage: string;
	form: string;
}

const among = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`;

/** Whether a system is new or in use in a year. @param year SQL of the year, @param line the name of a {@link systemStages} line */
export function stageOf(year: string, line: string): string {
	return `CASE WHEN ${line}.life_cycle IN ${among(stagesBefore)} OR ${year} <= ${line}.in_use_year THEN 'ny'
		WHEN ${line}.life_cycle IN ${among(stagesInUse)} OR ${line}.in_use_year IS NOT NULL THEN 'drift' END`;
}

const account = `coalesce(account::VARCHAR SIMILAR TO '[${otherAccountClasses}].*', false)`;
const unknownOrientation =
	"(orientation IS NULL OR orientation NOT IN ('förvaltning', 'avveckling', 'utveckling'))";
const kind = "coalesce(cost_kind::VARCHAR, 'Okänt')";
const fromOthers = `NOT internal AND ${kind} NOT IN ${among(ownKinds)}`;

/** The condition of a part on IT rows of `cost`, or on every row for `operating`. */
export function partCondition(part: KeyFigurePart, { stage, form }: SystemColumns): string {
	switch (part) {
		case 'operating':
			return `NOT ${account}`;
		case 'operatingIt':
			return `it_cost = 'ja' AND NOT ${account}`;
		case 'secured':
			return "orientation IN ('förvaltning', 'avveckling')";
		case 'improved':
			return `orientation = 'utveckling' AND ${stage} IS NOT DISTINCT FROM 'drift'`;
		case 'developed':
			return `orientation = 'utveckling' AND ${stage} IS NOT DISTINCT FROM 'ny'`;
		case 'orientationUnknown':
			return unknownOrientation;
		case 'unplaced':
			return `(${unknownOrientation} OR (orientation = 'utveckling' AND ${stage} IS NULL))`;
		case 'bought':
			return `${fromOthers} AND supplier_key IS NOT NULL`;
		case 'payeeUnknown':
			return `${fromOthers} AND supplier_key IS NULL`;
		case 'outsourced':
			return `${fromOthers} AND supplier_key IS NOT NULL AND (${kind} IN ${among(operationKinds)}
				OR (${kind} IN ${among(serviceKinds)} AND coalesce(${form} IN ${among(operatedByOthers)}, false)))`;
		case 'outsourcedUnknown':
			return `${fromOthers} AND (${kind} = 'Okänt' OR (${kind} IN ${among(operationKinds)} AND supplier_key IS NULL)
				OR (${kind} IN ${among(serviceKinds)} AND ${form} IS DISTINCT FROM '${operatedHere}'
					AND (supplier_key IS NULL OR NOT coalesce(${form} IN ${among(operatedByOthers)}, false))))`;
		case 'consultants':
			return `${kind} = 'Konsult'`;
		case 'kindUnknown':
			return `${kind} = 'Okänt'`;
		case 'staff':
			return `${kind} = 'Personal'`;
	}
}

const ofRow = (column: string) =>
	`(SELECT ${column} FROM ${systemStages} held WHERE held.system_id = system_ref::VARCHAR)`;

/** The rows of a part, for a selection of rows of `cost`. */
export function rowsOfPart(part: KeyFigurePart): string {
	return partCondition(part, {
		stage: ofRow(stageOf('year(day)', 'held')),
		form: ofRow('held.operating_form')
	});
}
