import { expect, test } from 'vitest';
import { readinessOf } from '$lib/domain/exit-readiness';
import { groupDependences } from '$lib/domain/group-dependence';
import type { Dependence } from '$lib/domain/supplier-dependence';
import { groupLead } from '$lib/text/dependence';
import { singleBidTitle } from '$lib/text/lock-in';

const supplier = (key: string, amount: number, more: Partial<Dependence> = {}): Dependence => ({
	key,
	name: key,
	organisationNumber: key,
	amount,
	rowCount: 10,
	share: Math.max(0, amount) / 100,
	units: 2,
	tied: 1,
	contracts: 1,
	inForce: 1,
	competition: { one: 5, several: 4, direct: 3, unknown: 2, possible: 7, outside: 1 },
	singleBid: { low: 5, high: 8 },
	exit: readinessOf({ yes: 2, no: 1, unknown: 3 }),
	age: { years: 4, least: 3 },
	competence: { own: 1, consult: 2, open: 3 },
	binding: null,
	...more
});

const koncern = { key: 'kvistronagruppen', name: 'Kvistronagruppen' };

test('the companies of a koncern are one, with their kronor, answers and contracts together', () => {
	const [first, second, third] = groupDependences(
		[
			supplier('Nordvinge', 19),
			supplier('Kvistrona', 14, { tied: 4, age: { years: 2, least: 2 } }),
			supplier('Hylleberga', 11, { contracts: 0, age: { years: null, least: 0 } }),
			supplier('Tellunda', -5)
		],
		new Map([
			['Kvistrona', koncern],
			['Hylleberga', koncern],
			['Tellunda', koncern]
		])
	);
	expect(first).toMatchObject({
		name: 'Kvistronagruppen',
		members: ['Kvistrona', 'Hylleberga', 'Tellunda'],
		// A credit of one company hides nothing of what another takes.
		amount: 25,
		contracts: 2,
		rowCount: 30,
		competition: { one: 15, several: 12, direct: 9, unknown: 6, possible: 21, outside: 3 },
		singleBid: { low: 15, high: 24 },
		exit: { yes: 6, unknown: 9, asked: 18, low: 6 / 18, high: 15 / 18 },
		// The company without contracts does not say when the others competed.
		age: { years: 2, least: 2 },
		competence: { own: 3, consult: 6, open: 9 },
		tied: 4
	});
	expect(first?.share).toBeCloseTo(0.25, 9);
	expect(second).toMatchObject({ key: 'Nordvinge', members: ['Nordvinge'], amount: 19 });
	expect(third).toBeUndefined();
});

test('without a koncern every supplier counts alone, unchanged', () => {
	const list = [supplier('Nordvinge', 19), supplier('Kvistrona', 14)];
	expect(groupDependences(list, new Map())).toEqual(list.map((one) => ({ ...one, members: [one.key] })));
});

test('the lead says both ways, and a heading of single bids says what it is of', () => {
	const plain = (text: string) => text.replace(/\s/g, ' ');
	expect(
		plain(
			groupLead(
				{ name: 'Kvistronagruppen', share: 0.25, companies: 3 },
				{ name: 'Nordvinge Data AB', share: 0.19 }
			)
		)
	).toBe(
		'Räknat per koncern är Kvistronagruppen störst: 3 bolag får tillsammans 25 %, mot 19 % för Nordvinge Data AB.'
	);
	expect(singleBidTitle(1 / 3)).toBe('En tredjedel av kronorna med känt antal anbud kom till med ett enda');
});
