import { describe, expect, it } from 'vitest';
import { readIdentities, readIdentity } from '$lib/domain/organisation-number';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { supplierKeyOf } from '$lib/import/cells/supplier-key';

describe('personnummer in text', () => {
	it.each([
		['Arvode 850101-1234 mars', 'Arvode [personnummer] mars'],
		['19850101-1234', '[personnummer]'],
		['https://exempel.se/p/198501011234/y', 'https://exempel.se/p/[personnummer]/y'],
		['samordning 850161-1234', 'samordning [personnummer]'],
		['8112189876', '[personnummer]'],
		['850101\u20111234', '[personnummer]'],
		['850101 \u2212 1234', '[personnummer]'],
		['SE850101-1234 01', 'SE[personnummer] 01'],
		// As a part of a longer number, only with a right check digit.
		['Faktura-811218-9876', 'Faktura-[personnummer]'],
		['811218-9876-2', '[personnummer]-2']
	])('%s is masked', (text, masked) => {
		expect(maskPersonalNumbers(text).text).toBe(masked);
	});

	it.each([
		'Faktura 8501011234',
		'556036-0793',
		'202601010001',
		'2026-01-31',
		'KS-190501-0123',
		'1-811218-9876',
		'bankgiro 5050-1055',
		'[innehåller personuppgifter]',
		'***'
	])('%s is left as it is', (text) => {
		expect(maskPersonalNumbers(text)).toEqual({ text, found: 0 });
	});
});

describe('organisationsnummer', () => {
	it('tells a legal person from a sole trader by the third digit', () => {
		expect(readIdentity('556036-0793')).toEqual({ kind: 'organisation', number: '556036-0793', luhn: true });
		expect(readIdentity('850101-1234').kind).toBe('person');
	});

	it('reads twelve digits as a company with 16 first, as a person with a year of birth', () => {
		expect(readIdentity('165560360793')).toMatchObject({ kind: 'organisation', number: '556036-0793' });
		expect(readIdentity('198501011234').kind).toBe('person');
	});

	it.each(['SE850101-1234 01', 'SE 850101-1234', '850101\u20111234', '850101 - 1234'])(
		'knows a person in %j',
		(text) => {
			expect(readIdentity(text)).toEqual({ kind: 'person', digits: '8501011234' });
		}
	);

	it('flags a wrong check digit but keeps the number', () => {
		expect(readIdentity('5560360794')).toEqual({ kind: 'organisation', number: '556036-0794', luhn: false });
	});

	it('reads several numbers in a cell, and foreign ones', () => {
		expect(readIdentities('556036-0793, 556016-0680').map((one) => one.kind)).toEqual([
			'organisation',
			'organisation'
		]);
		expect(readIdentity('DK12345678')).toEqual({ kind: 'foreign', number: 'DK12345678' });
		expect(readIdentities('SAKNAS')).toEqual([]);
	});
});

describe('who a supplier is', () => {
	it('is decided by the number first and the name second', () => {
		expect(supplierKeyOf('556036-0793|556016-0680', 'Bolaget AB')).toBe('556036-0793');
		expect(supplierKeyOf(null, 'Bolaget ab')).toBe('BOLAGET AB');
		expect(supplierKeyOf(null, null)).toBeNull();
	});
});
