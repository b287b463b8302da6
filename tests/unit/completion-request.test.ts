// What a completion must be to be kept: read as a cell of a file, with a source that can be found.
import { expect, test } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { readCompletion } from '$lib/server/completions/completion-request';

function today() {
	const day = parseIsoDay('2026-08-31');
	if (!day) throw new Error('Not a day');
	return day;
}

test.each([
	['end_day', '2027-06-30', '2027-06-30'],
	['ceiling', '12 000 000,50', '12000000,50'],
	['ceiling', '12000000.5 kr', '12000000,50'],
	['notice_months', '6 mån', '6'],
	['exit_plan', 'Ja', 'ja'],
	['procedure', 'ÖPPET', 'öppet'],
	['organisation_number', '5599000014', '559900-0014']
])('%s %s is kept as %s', (field, value, kept) => {
	const body = {
		act: 'save',
		contract: 'A-1',
		field,
		value,
		source: 'Avtalet',
		sourceDay: '2026-08-30',
		after: null
	};
	expect(readCompletion(body, today())).toMatchObject({ outcome: 'asked', asked: { value: kept } });
});

test.each([
	['value', 'owner', 'Anna, 850101-1236', 'Avtalet'],
	['source', 'owner', 'It-chefen', 'Avtal med 850101-1236']
])('a personnummer in the %s is refused', (_, field, value, source) => {
	const body = { act: 'save', contract: 'A-1', field, value, source, sourceDay: '2026-08-30', after: null };
	expect(readCompletion(body, today())).toMatchObject({ outcome: 'refused', message: /personnummer/ });
});

test.each([
	['end_day', '2027-06', 'Skriv en hel dag'],
	['end_day', 'i sommar', 'är inget datum'],
	['notice_months', '-1', 'utanför 0–600'],
	['ceiling', '-5', 'mindre än noll'],
	['ceiling', '12.500', 'läsas på två sätt'],
	['exit_plan', 'okänt', 'Okänt fyller inte i'],
	['extension_kind', 'ibland', 'Välj något av ingen, option'],
	['organisation_number', '850101-1236', 'personnummer'],
	['contract_id', 'A-9', 'kan inte kompletteras'],
	['owner', '  ', 'Skriv en uppgift']
])('%s is not %s', (field, value, message) => {
	const body = {
		act: 'save',
		contract: 'A-1',
		field,
		value,
		source: 'Avtalet',
		sourceDay: '2026-08-30',
		after: null
	};
	const read = readCompletion(body, today());
	expect(read.outcome === 'refused' && read.message).toContain(message);
});

test('a source is told, and is of no later day than today', () => {
	const body = {
		act: 'save',
		contract: 'A-1',
		field: 'bids',
		value: '1',
		source: ' ',
		sourceDay: '2026-08-31',
		after: null
	};
	expect(readCompletion(body, today())).toMatchObject({ message: 'Skriv var svaret står.' });
	expect(readCompletion({ ...body, source: 'Avtalet', sourceDay: '2026-09-01' }, today())).toMatchObject({
		message: 'Källan kan inte vara från en senare dag än i dag.'
	});
});
