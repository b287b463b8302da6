import { expect, test } from 'vitest';
import { missingFields } from '$lib/domain/completion';

const full = {
	contract_type: 'ramavtal',
	end_day: '2027-06-30',
	notice_months: 6,
	extension_kind: 'option',
	ceiling: 100,
	procedure: 'öppet',
	bids: 0,
	owner: 'It-chefen',
	exit_plan: 'ja',
	data_export: 'nej',
	data_ownership: 'ja',
	open_api: 'nej',
	open_source: 'nej'
};

test('a contract with every field that matters lacks nothing, and 0 is an answer', () => {
	expect(missingFields({ ...full, notice_months: 0 }, null)).toEqual([]);
});

test('what is empty or okänt is missing, the end day first', () => {
	const row = { ...full, open_api: 'okänt', procedure: 'okänt', end_day: null, notice_months: null };
	expect(missingFields(row, null)).toEqual(['end_day', 'notice_months', 'procedure', 'open_api']);
});

test('an open-ended contract lacks no end, a direct award no bids, and only a framework lacks a ceiling', () => {
	const bare = { ...full, end_day: null, bids: null, ceiling: null };
	expect(missingFields(bare, null)).toEqual(['end_day', 'ceiling', 'bids']);
	expect(missingFields({ ...bare, extension_kind: 'tillsvidare' }, null)).toEqual(['ceiling', 'bids']);
	expect(missingFields({ ...bare, procedure: 'direktupphandling' }, null)).toEqual(['end_day', 'ceiling']);
	expect(missingFields({ ...bare, contract_type: 'kontrakt' }, null)).toEqual(['end_day', 'bids']);
});

test('a ceiling that is kept from a scoped person is not told as missing', () => {
	expect(missingFields({ ...full, ceiling: null }, ['Utbildningsnämnden'])).toEqual([]);
});
