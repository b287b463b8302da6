// What stands around the rows of a file (names of sheets and of files in an archive, labels, what its reader tells) without
// personnummer, so that nothing made of it can hold one.
import type { FileProblem } from '$lib/domain/problem';
import type { ControlStatement, KnownTable, SourceTable } from '$lib/read/source-table';
import type { TableFile } from '$lib/read/table-file';
import type { Answers } from './answers';
import { maskPersonalNumbers } from './cells/personal-data';

const masked = (text: string): string => maskPersonalNumbers(text).text;

/** Headers as they are shown, kept and pointed at. */
export function maskedHeaders(headers: readonly string[]): string[] {
	return headers.map(masked);
}

/** A problem without the personnummer that it may quote. */
export function maskedProblem<Problem extends Pick<FileProblem, 'message'>>(problem: Problem): Problem {
	return { ...problem, message: masked(problem.message) };
}

/** The same tables under masked names; two names that become one are numbered, so that each can still be chosen. */
export function maskedFile({ tables, controls, refused }: TableFile): TableFile {
	const taken = new Map<string, number>();
	return {
		tables: tables.map((table) => {
			const sheet = masked(table.sheet);
			const before = taken.get(sheet) ?? 0;
			taken.set(sheet, before + 1);
			return { ...maskedTable(table), sheet: before ? `${sheet} (${before + 1})` : sheet };
		}),
		controls: controls.map(maskedControl),
		...(refused && {
			refused: refused.map(({ sheet, problem }) => ({
				sheet: masked(sheet),
				problem: maskedProblem(problem)
			}))
		})
	};
}

function maskedTable(table: SourceTable): SourceTable {
	return {
		...table,
		known: table.known && maskedKnown(table.known),
		...(table.fileName !== undefined && { fileName: masked(table.fileName) }),
		...(table.stated && { stated: maskedControl(table.stated) }),
		...(table.notes && { notes: table.notes.map(masked) })
	};
}

function maskedKnown(known: KnownTable): KnownTable {
	return {
		...known,
		values: Object.fromEntries(
			Object.entries(known.values).map(([header, value]) => [header, masked(value)])
		),
		control: known.control && maskedControl(known.control),
		asides: known.asides.map((aside) => ({ ...aside, what: masked(aside.what) }))
	};
}

function maskedControl(control: ControlStatement): ControlStatement {
	return { ...control, label: masked(control.label) };
}

/** Answers as they are kept: they name sheets, headers and values of the file. */
export function maskedAnswers(answers: Answers): Answers {
	const { blad, namnd, version, kolumner, varden } = answers;
	return {
		...answers,
		...(blad !== undefined && { blad: masked(blad) }),
		...(namnd !== undefined && { namnd: masked(namnd) }),
		...(version !== undefined && { version: masked(version) }),
		...(kolumner && {
			kolumner: Object.fromEntries(
				Object.entries(kolumner).map(([header, source]) => [header, source === null ? null : masked(source)])
			)
		}),
		...(varden && {
			varden: Object.fromEntries(Object.entries(varden).map(([header, value]) => [header, masked(value)]))
		})
	};
}
