// What a request about a saved view asks for, checked.
import * as v from 'valibot';
import { parseMonth, type Month } from '$lib/domain/period';
import { addressWords, savedAddress, viewKinds, viewLimits, type ViewKind } from '$lib/domain/saved-view';
import { viewServerWords as words } from '$lib/text/views-server';
import { holdsPersonalNumber } from '../personal-number';
import { readRequest, scanned, type Asked } from '../read-request';
import type { NewView, ViewChange } from './saved-views';

/** Far above any municipality's money, in öre. */
const mostOre = 1e15;

const month = v.pipe(
	v.string(),
	v.transform(parseMonth),
	v.custom<Month>((value) => value !== null)
);
const figures = v.nullable(
	v.strictObject({
		amount: v.pipe(v.number(), v.integer(), v.minValue(-mostOre), v.maxValue(mostOre)),
		rowCount: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostOre)),
		period: v.nullable(v.strictObject({ from: month, to: month }))
	})
);
const name = v.pipe(
	v.string(words.noName),
	v.trim(),
	v.minLength(1, words.noName),
	v.maxLength(viewLimits.name, words.longName)
);
const text = v.pipe(v.string(), v.trim(), v.maxLength(viewLimits.text, words.longText));
const editionNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const address = v.string();

const newSchema = v.strictObject({
	kind: v.picklist(viewKinds),
	name,
	text,
	address,
	shared: v.boolean(),
	edition: editionNumber,
	figures
});
const changeSchema = v.strictObject({
	name: v.optional(name),
	text: v.optional(text),
	shared: v.optional(v.boolean()),
	saved: v.optional(v.strictObject({ address, edition: editionNumber, figures }))
});

/** `{kind, name, text, address, shared, edition, figures}`. */
export function readNewView(value: unknown): Asked<NewView> {
	const read = readRequest(newSchema, value, words.broken);
	if (read.outcome === 'refused') return read;
	const kept = keptAddress(read.asked.kind, read.asked.address);
	if (kept.outcome === 'refused') return kept;
	return checked({ ...read.asked, address: kept.asked });
}

/** `{name?, text?, shared?, saved?: {address, edition, figures}}`. @param kind of the view that is to be changed */
export function readViewChange(value: unknown, kind: ViewKind): Asked<ViewChange> {
	const read = readRequest(changeSchema, value, words.broken);
	if (read.outcome === 'refused') return read;
	const { saved, ...change } = read.asked;
	if (!saved) return checked(change);
	const kept = keptAddress(kind, saved.address);
	if (kept.outcome === 'refused') return kept;
	return checked({ ...change, saved: { ...saved, address: kept.asked } });
}

function keptAddress(kind: ViewKind, given: string): Asked<string> {
	if (kind === 'vy') {
		const kept = savedAddress(given);
		if (kept === null) return { outcome: 'refused', message: words.badAddress };
		if (holdsPersonalNumber(addressWords(kept)))
			return { outcome: 'refused', message: words.personalAddress };
		return { outcome: 'asked', asked: kept };
	}
	if (!given.trim()) return { outcome: 'refused', message: words.noSql };
	if (given.length > viewLimits.sql) return { outcome: 'refused', message: words.longSql };
	if (holdsPersonalNumber(given)) return { outcome: 'refused', message: words.personalSql };
	return { outcome: 'asked', asked: given };
}

function checked<Said extends { name?: string; text?: string }>(said: Said): Asked<Said> {
	return scanned({ outcome: 'asked', asked: said }, ({ name, text }) => [name, text], words.personalText);
}
