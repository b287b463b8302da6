// What looks like a system that no list names, and what of it a listed one may explain.
import { expect, test } from 'vitest';
import { standingAddedSystems, type StoredAddedSystem } from '$lib/domain/added-system';
import { unlistedCandidates, type UnlistedCost } from '$lib/domain/unlisted-system';
import { readAddedSystem } from '$lib/server/added-systems/added-system-request';
import { unlistedLead, unlistedReason } from '$lib/text/unlisted-systems';

const cost = (supplier: string, more: Partial<UnlistedCost> = {}): UnlistedCost => ({
	supplier_key: supplier,
	supplier,
	organisation_number: null,
	cost_kind: 'Licens/SaaS',
	orientation: 'förvaltning',
	accounts: '74312',
	units: 'Kulturnämnden',
	amount: 100_00,
	row_count: 1,
	months: 1,
	months_before: 0,
	texts: null,
	...more
});
const system = (systemId: string, name: string, supplierKey: string | null = null) => ({
	systemId,
	name,
	supplierKey
});

test('a supplier that no list names comes first, also before dearer ones that a list may explain', () => {
	const found = unlistedCandidates(
		[
			cost('Ett AB', { amount: 900_00 }),
			cost('Okänd AB', { texts: 'Jobbspåret, abonnemang', months: 12 }),
			cost('Flera AB', { amount: 500_00 }),
			cost('Annan AB', { texts: 'Arkivlådan, licens' })
		],
		[
			system('S-1', 'Enkäten', 'Ett AB'),
			system('S-2', 'Första', 'Flera AB'),
			system('S-3', 'Andra', 'Flera AB'),
			system('S-4', 'Arkivlådan')
		]
	);
	expect(found.map(({ supplier_key, likeness }) => [supplier_key, likeness])).toEqual([
		['Okänd AB', 'unlisted'],
		['Ett AB', 'supplier'],
		['Flera AB', 'several'],
		['Annan AB', 'text']
	]);
	const [first, second, , last] = found;
	expect(first).toMatchObject({ guess: 'Jobbspåret', returns: true });
	expect(first && unlistedReason(first)).toBe('Ingen lista nämner leverantören. Kostnaden kommer tillbaka.');
	expect(second && unlistedReason(second)).toBe('Hör kanske till Enkäten, som har samma leverantör.');
	expect(last && unlistedReason(last)).toBe('Hör kanske till Arkivlådan: texten nämner det.');
	expect(unlistedLead(found, 'kr').replace(/\s/g, ' ')).toBe(
		'1 leverantör har fått 100 kr för något som liknar system, utan att någon lista nämner det. Därtill hör 1 500 kr kanske till system i listan.'
	);
});

test('a name is found as whole words only', () => {
	const likeness = (texts: string) =>
		unlistedCandidates([cost('X', { texts })], [system('S-1', 'Aula')])[0]?.likeness;
	expect(likeness('Aulabokning')).toBe('unlisted');
	expect(likeness('Licens för Aula, 2026')).toBe('text');
});

test('the latest word about an added system stands, and one that is taken back is gone', () => {
	const word = (id: number, systemId: string, isThere: boolean): StoredAddedSystem => ({
		id,
		systemId,
		content: isThere
			? { name: systemId, unit: 'X', capabilities: null, supplier: null, organisationNumber: null }
			: null,
		reason: '',
		author: 'Maja',
		created: '2026-08-31T08:00:00.000Z'
	});
	const standing = standingAddedSystems([
		word(3, 'S-b', true),
		word(1, 'S-a', true),
		word(2, 'S-a', false),
		word(4, 'S-c', true)
	]);
	expect(standing.map(({ systemId }) => systemId)).toEqual(['S-b', 'S-c']);
});

test('a system is added with a name, a nämnd and a reason, and without personnummer', () => {
	const asked = {
		act: 'add',
		name: ' Jobbspåret ',
		unit: 'Kulturnämnden',
		capabilities: '',
		supplier: '',
		organisationNumber: '',
		reason: 'Abonnemang varje månad'
	};
	expect(readAddedSystem(asked)).toMatchObject({
		outcome: 'asked',
		asked: { content: { name: 'Jobbspåret', capabilities: null } }
	});
	expect(readAddedSystem({ ...asked, name: '' }).outcome).toBe('refused');
	expect(readAddedSystem({ ...asked, reason: '' }).outcome).toBe('refused');
	expect(readAddedSystem({ ...asked, supplier: '19121212-1212' }).outcome).toBe('refused');
	expect(readAddedSystem({ act: 'add' }).outcome).toBe('refused');
});
