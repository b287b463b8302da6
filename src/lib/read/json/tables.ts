// JSON files as tables: answers of open-data services (rowstore, OData, CKAN), plain lists, one object per line, and OCDS.
import type { FileProblem } from '$lib/domain/problem';
import type { ByteSource } from '../byte-source';
import { decodeText, detectEncoding, type Encoding } from '../encoding/encoding';
import { openJsonLines } from './lines';
import { JsonFault, placeOf, type JsonValue } from './parse';
import { brokenJson, recordOf } from './records';
import { mostColumns } from './rows';
import { pageNotes, statedRows, surveyJson, type JsonList, type JsonSurvey } from './survey';
import { walkJson } from './walk';
import { isOcds, openOcds } from '../ocds/ocds';
import type { SourceRecord } from '../record';
import type { ReadingChoices, SourceTable, TextReading } from '../source-table';
import type { Opened } from '../table-file';

/** A document is read as one text; one object per line has no such limit. */
const largestDocument = 400 * 1024 * 1024;
const batchSize = 1000;
/** Lists beside the table that only describe it. */
const describing = /(?:^|\/)(?:fields|_?links|columns|schema|queryParams|@context)$/;

/** Opens a JSON file. A file that is cut or damaged anywhere gives no table at all, only the place of the fault. */
export async function openJson(source: ByteSource, choices: ReadingChoices): Promise<Opened> {
	const evidence = await detectEncoding(source);
	const encoding = choices.encoding ?? evidence.encoding;
	const reading: TextReading = { encoding: { ...evidence, encoding }, delimiter: null, dialect: null };
	const byLine = await openJsonLines(source, reading);
	if (byLine) return byLine;
	if (source.size > largestDocument) return { problem: tooLarge };
	const text = await wholeText(source, encoding);
	let survey: JsonSurvey;
	try {
		survey = surveyJson(walkJson(text));
	} catch (error) {
		if (error instanceof JsonFault) return { problem: brokenJson(error, placeOf(text, error.at)) };
		throw error;
	}
	const releases = survey.lists.find((list) => isOcds(list.first));
	if (releases) return openOcds(elementsOf(text, releases.path), reading);
	return tablesOf(text, survey, reading);
}

async function wholeText(source: ByteSource, encoding: Encoding): Promise<string> {
	const pieces: string[] = [];
	for await (const piece of decodeText(source, encoding)) pieces.push(piece);
	return pieces.join('');
}

function* elementsOf(text: string, path: string): Generator<JsonValue> {
	for (const item of walkJson(text)) {
		if ('element' in item && item.list === path) yield item.element;
	}
}

function tablesOf(text: string, survey: JsonSurvey, reading: TextReading): Opened {
	const filled = survey.lists.filter((list) => list.objects + list.lists > 0);
	const tables = filled.length > 1 ? filled.filter((list) => !describing.test(list.path)) : filled;
	if (!tables.length) return { problem: noList(survey) };
	const wide = tables.find((list) => list.headers.size > mostColumns);
	if (wide) return { problem: tooManyColumns };
	return {
		controls: [],
		tables: tables.map((list) => ({
			sheet: tables.length > 1 ? list.path : '',
			format: 'json',
			text: reading,
			known: null,
			stated: statedRows(survey, list.path),
			notes: pageNotes(survey, list),
			async *records() {
				yield* recordsOf(elementsOf(text, list.path), list);
			}
		})) satisfies SourceTable[]
	};
}

/** Rows are numbered by the place of their element, from 1; the header made of the names is row 0. */
function* recordsOf(elements: Iterable<JsonValue>, list: JsonList): Generator<SourceRecord[]> {
	let batch: SourceRecord[] = [];
	if (list.objects > 0) batch.push({ row: 0, cells: list.headers.names });
	let row = 0;
	for (const element of elements) {
		batch.push(recordOf(element, ++row, list));
		if (batch.length >= batchSize) {
			yield batch;
			batch = [];
		}
	}
	if (batch.length) yield batch;
}

function noList({ lists, beside }: JsonSurvey): FileProblem {
	const empty = lists.find((list) => list.elements === 0);
	if (empty) {
		return {
			code: 'tom_fil',
			message: `JSON-filen har inga rader${empty.path ? `: listan ${empty.path} är tom` : ''}. Kontrollera urvalet i källan.`
		};
	}
	if (
		[...beside.keys()].some((name) => /^(?:errors?|message|fault|detail|felmeddelande)(?:\/|$)/i.test(name))
	) {
		return {
			code: 'inte_en_tabell',
			message: 'Filen är ett felsvar från en tjänst, inte en tabell. Hämta uppgifterna igen.'
		};
	}
	return {
		code: 'inte_en_tabell',
		message: 'JSON-filen har ingen lista med rader. Be om uppgifterna som en lista, eller som CSV eller XLSX.'
	};
}

const tooManyColumns: FileProblem = {
	code: 'inte_en_tabell',
	message: `JSON-filen har fler än ${mostColumns.toLocaleString('sv-SE')} olika namn, så den är ingen tabell. Be om en lista där varje rad har samma namn.`
};

const tooLarge: FileProblem = {
	code: 'for_stor',
	message: 'JSON-filen är större än 400 MB. Dela den per år eller månad, eller hämta den som CSV.'
};
