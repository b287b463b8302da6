// What a request about completions asks for, checked.
import * as v from 'valibot';
import { completableField, longestSource, type CompletedKind } from '$lib/domain/completion';
import type { Field } from '$lib/domain/columns';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { readCompletedValue } from '$lib/import/cells/completed-value';
import { completionServerWords as words } from '$lib/text/completions';
import { holdsPersonalNumber } from '../personal-number';
import { readRequest, type Asked } from '../read-request';

export interface AskedCompletion {
	kind: CompletedKind;
	recordId: string;
	field: Field;
	/** As a canonical file has it; null takes the standing one back. */
	value: string | null;
	source: string;
	sourceDay: Day;
	/** The standing completion that the person saw; null for none. */
	after: number | null;
}

const record = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const place = {
	/** One of them: whose field it is. */
	contract: v.optional(record),
	system: v.optional(record),
	field: v.pipe(v.string(), v.maxLength(60)),
	after: v.nullable(v.pipe(v.number(), v.integer()))
};
const requestSchema = v.variant('act', [
	v.strictObject({
		act: v.literal('save'),
		...place,
		value: v.string(),
		source: v.pipe(
			v.string(words.noSource),
			v.trim(),
			v.minLength(1, words.noSource),
			v.maxLength(longestSource, words.longSource)
		),
		sourceDay: v.string()
	}),
	v.strictObject({ act: v.literal('take_back'), ...place })
]);

const refused = (message: string): Asked<AskedCompletion> => ({ outcome: 'refused', message });

/**
 * `{act: 'save', contract, field, value, source, sourceDay, after}` or `{act: 'take_back', contract, field, after}`; a system's
 * has `system` in place of `contract`.
 * @param today no source is of a later day
 */
export function readCompletion(body: unknown, today: Day): Asked<AskedCompletion> {
	const request = readRequest(requestSchema, body, words.broken);
	if (request.outcome === 'refused') return request;
	const { contract, system, field: name, after, ...said } = request.asked;
	if ((contract === undefined) === (system === undefined)) return refused(words.broken);
	const kind: CompletedKind = system === undefined ? 'contract' : 'system';
	const recordId = system ?? contract ?? '';
	const field = completableField(name, kind);
	if (!field) return refused(words.noField);
	if (said.act === 'take_back')
		return {
			outcome: 'asked',
			asked: { kind, recordId, field, value: null, source: '', sourceDay: today, after }
		};
	const sourceDay = parseIsoDay(said.sourceDay);
	if (!sourceDay) return refused(words.noSourceDay);
	if (sourceDay > today) return refused(words.laterSourceDay);
	if (holdsPersonalNumber(said.source)) return refused(words.personalSource);
	const read = readCompletedValue(field, said.value, kind);
	if (read.outcome === 'refused') return read;
	return {
		outcome: 'asked',
		asked: { kind, recordId, field, value: read.value, source: said.source, sourceDay, after }
	};
}
