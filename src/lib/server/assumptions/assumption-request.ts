// What a request about assumptions asks for, checked.
import * as v from 'valibot';
import {
	assumptionKey,
	assumptionSpec,
	assumptionSubjects,
	type AssumptionKey,
	type AssumptionSubject,
	type AssumptionValue
} from '$lib/domain/assumption';
import { parseIsoDay } from '$lib/domain/day';
import { addressed } from '$lib/domain/organisation-number';
import { isReason } from '$lib/domain/reason';
import { assumptionServerWords as words } from '$lib/text/assumptions';
import { holdsPersonalNumber } from '../personal-number';
import { readRequest, type Asked } from '../read-request';

export interface AskedAssumption {
	key: AssumptionKey;
	subject: AssumptionSubject;
	/** Null takes the standing one back. */
	value: AssumptionValue | null;
	reason: string;
	/** The stored assumption of the subject that the person saw; null for none. */
	after: number | null;
}

const longestReason = 1_000;
const longestText = 200;
const mostYears = 60;

const notNegative = v.pipe(v.number(words.noFigure), v.finite(words.noFigure), v.minValue(0, words.negative));
const valueSchema = v.variant('kind', [
	v.strictObject({
		kind: v.literal('range'),
		range: v.pipe(
			v.strictObject({ low: notNegative, likely: notNegative, high: notNegative }),
			v.check(({ low, likely, high }) => low <= likely && likely <= high, words.unordered)
		)
	}),
	v.strictObject({ kind: v.literal('figure'), figure: notNegative }),
	v.strictObject({
		kind: v.literal('day'),
		day: v.pipe(
			v.string(),
			v.rawTransform(({ dataset, addIssue, NEVER }) => {
				const day = parseIsoDay(dataset.value);
				if (day) return day;
				addIssue({ message: words.noDay });
				return NEVER;
			})
		)
	}),
	v.strictObject({
		kind: v.literal('text'),
		text: v.pipe(v.string(), v.trim(), v.minLength(1, words.noText), v.maxLength(longestText, words.longText))
	}),
	v.strictObject({
		kind: v.literal('series'),
		series: v.strictObject({
			name: v.pipe(
				v.string(),
				v.trim(),
				v.minLength(1, words.noText),
				v.maxLength(longestText, words.longText)
			),
			points: v.pipe(
				v.array(
					v.strictObject({
						year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
						value: v.pipe(v.number(words.noFigure), v.finite(words.noFigure), v.gtValue(0, words.negative))
					})
				),
				v.minLength(1, words.noYears),
				v.maxLength(mostYears),
				v.check(
					(points) => points.every(({ year }, index) => year > (points[index - 1]?.year ?? 0)),
					words.unorderedYears
				)
			)
		})
	})
]);
const place = {
	key: v.pipe(v.string(), v.maxLength(60)),
	subject: v.strictObject({
		kind: v.picklist(assumptionSubjects),
		key: v.pipe(v.string(), v.maxLength(400))
	}),
	after: v.nullable(v.pipe(v.number(), v.integer())),
	reason: v.pipe(
		v.string(words.noReason),
		v.trim(),
		v.check(isReason, words.noReason),
		v.maxLength(longestReason, words.longReason)
	)
};
const requestSchema = v.variant('act', [
	v.strictObject({ act: v.literal('save'), ...place, value: valueSchema }),
	v.strictObject({ act: v.literal('take_back'), ...place })
]);

const refused = (message: string): Asked<AskedAssumption> => ({ outcome: 'refused', message });

/** `{act: 'save', key, subject: {kind, key}, value, reason, after}`, or `act: 'take_back'` without a value. */
export function readAssumption(body: unknown): Asked<AskedAssumption> {
	const read = readRequest(requestSchema, body, words.broken);
	if (read.outcome === 'refused') return read;
	const { key: name, subject, after, reason, ...said } = read.asked;
	const key = assumptionKey(name);
	if (!key) return refused(words.broken);
	const spec = assumptionSpec(key);
	if (!spec.of.includes(subject.kind)) return refused(words.notOfThat);
	if ((subject.kind === 'municipality') !== (subject.key === '')) return refused(words.broken);
	if (subject.kind === 'supplier' && !addressed(subject.key)) return refused(words.personalSubject);
	if (holdsPersonalNumber(reason)) return refused(words.personalText);
	if (said.act === 'take_back')
		return { outcome: 'asked', asked: { key, subject, value: null, reason, after } };
	const { value } = said;
	const fault = valueFault(key, value);
	return fault ? refused(fault) : { outcome: 'asked', asked: { key, subject, value, reason, after } };
}

function valueFault(key: AssumptionKey, value: AssumptionValue): string | null {
	const spec = assumptionSpec(key);
	if (value.kind !== spec.valueKind) return words.broken;
	if (value.kind === 'text' && holdsPersonalNumber(value.text)) return words.personalText;
	if (value.kind === 'series' && holdsPersonalNumber(value.series.name)) return words.personalText;
	const figures =
		value.kind === 'range' ? Object.values(value.range) : value.kind === 'figure' ? [value.figure] : [];
	if (spec.most !== undefined && figures.some((figure) => figure > (spec.most ?? 0))) return words.tooLarge;
	const whole = spec.unit === 'ore' || spec.unit === 'count';
	if (whole && figures.some((figure) => !Number.isSafeInteger(figure))) return words.notWhole;
	return key === 'package_size' && figures.includes(0) ? words.noPackage : null;
}
