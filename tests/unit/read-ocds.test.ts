import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { openTableFile } from '$lib/read/table-file';
import { encode, hasRealFiles, importRows, realSource } from '../support/sources';

const ocid = 'ocds-abc123-UPP-1';

const parties = [
	{ id: 'K1', name: 'Exempelköpings kommun', roles: ['buyer'] },
	{
		id: 'L1',
		name: 'Alfa Data AB',
		identifier: { scheme: 'SE-ORG', id: '559900-0014', legalName: 'Alfa Data AB' }
	},
	{ id: 'L2', name: 'Beta Drift Oy', identifier: { scheme: 'FI-PRO', id: '1234567-8' } }
];

const tender = {
	id: 'KS 2026/17',
	title: 'Drift av servrar',
	procurementMethod: 'open',
	numberOfTenderers: 3,
	items: [{ id: '1', classification: { scheme: 'CPV', id: '72500000' } }]
};

const award = {
	id: 'T1',
	status: 'active',
	value: { amount: 1200000, currency: 'SEK' },
	suppliers: [{ id: 'L1', name: 'Alfa Data AB' }]
};

const contract = {
	id: 'A1',
	awardID: 'T1',
	title: 'Avtal om drift',
	status: 'active',
	period: {
		startDate: '2026-04-01T00:00:00+02:00',
		endDate: '2028-03-31T23:59:59+02:00',
		maxExtentDate: '2029-03-31T23:59:59+02:00'
	},
	value: { amount: 1100000.5, currency: 'SEK' }
};

function release(tag: string, day: string, content: object, id = ocid): object {
	return {
		ocid: id,
		id: `${id}-${tag}`,
		date: `${day}T12:00:00Z`,
		tag: [tag],
		buyer: { id: 'K1', name: 'Exempelköpings kommun' },
		parties,
		...content
	};
}

function packageOf(releases: readonly object[], version = '1.1') {
	return bytesSource(
		'upphandlingar.json',
		encode(JSON.stringify({ uri: 'https://data.example.se/1', version, releases }))
	);
}

async function contracts(releases: readonly object[]) {
	const { accepted, result } = await importRows(packageOf(releases));
	return { rows: accepted.map(({ by }) => by), result };
}

async function remarks(releases: readonly object[]): Promise<(readonly string[])[]> {
	const opened = await openTableFile(packageOf(releases));
	if ('problem' in opened) throw new Error(opened.problem.message);
	const all: string[][] = [];
	for await (const batch of opened.tables[0]?.records() ?? []) {
		for (const record of batch.slice(1)) all.push((record.remarks ?? []).map((remark) => remark.reason));
	}
	return all;
}

describe('an Open Contracting release becomes a contract', () => {
	it('with supplier, number, buyer, days, value, procedure, bids and CPV', async () => {
		const { rows, result } = await contracts([
			release('contract', '2026-03-20', { tender, awards: [award], contracts: [contract] })
		]);
		expect(result).toMatchObject({
			problem: null,
			kind: 'contract',
			reading: { format: 'ocds' },
			asides: []
		});
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			avtals_id: `${ocid}/A1`,
			diarienummer: 'KS 2026/17',
			benamning: 'Avtal om drift',
			leverantor: 'Alfa Data AB',
			organisationsnummer: '559900-0014',
			namnd: 'Exempelköpings kommun',
			upphandlingsforfarande: 'öppet',
			antal_anbud: 3,
			cpv: '72500000',
			avtalsstart: '2026-04-01',
			avtalsslut: '2028-03-31',
			forlangningssatt: 'option',
			forlangning_antal: 1,
			forlangning_manader: 12,
			forlangning_nyttjad: 0,
			avtalsvarde: 110_000_050
		});
	});

	it('in its latest state, whatever the order of the releases', async () => {
		const amended = release('contractAmendment', '2026-06-01', {
			contracts: [{ id: 'A1', awardID: 'T1', value: { amount: 1500000, currency: 'SEK' } }]
		});
		const first = release('contract', '2026-03-20', { tender, awards: [award], contracts: [contract] });
		for (const releases of [
			[first, amended],
			[amended, first]
		]) {
			const { rows } = await contracts(releases);
			expect(rows).toHaveLength(1);
			expect(rows[0]).toMatchObject({
				benamning: 'Avtal om drift',
				avtalsvarde: 150_000_000,
				avtalsslut: '2028-03-31'
			});
		}
	});

	it('loses what a later release takes away with null', async () => {
		const { rows } = await contracts([
			release('contract', '2026-03-20', { tender, awards: [award], contracts: [contract] }),
			release('contractAmendment', '2026-06-01', {
				contracts: [{ id: 'A1', awardID: 'T1', period: { endDate: null } }]
			})
		]);
		expect(rows[0]).toMatchObject({ avtalsstart: '2026-04-01', avtalsslut: null });
	});

	it('is one row with one value when two suppliers share it', async () => {
		const shared = {
			...award,
			suppliers: [
				{ id: 'L1', name: 'Alfa Data AB' },
				{ id: 'L2', name: 'Beta Drift Oy' }
			]
		};
		const { rows } = await contracts([release('award', '2026-03-20', { tender, awards: [shared] })]);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			avtals_id: `${ocid}/tilldelning/T1`,
			leverantor: 'Alfa Data AB | Beta Drift Oy',
			organisationsnummer: expect.stringMatching(/^559900-0014\|/) as string,
			avtalsvarde: 120_000_000
		});
	});

	it('is a row also as an award without contract, but not when the award is lost or undecided', async () => {
		const awards = [
			award,
			{ ...award, id: 'T2', status: 'unsuccessful' },
			{ ...award, id: 'T3', status: 'pending' }
		];
		const { rows, result } = await contracts([release('award', '2026-03-20', { tender, awards })]);
		expect(rows.map((row) => row['benamning'])).toEqual(['Drift av servrar']);
		expect(result.asides).toEqual([
			{ what: expect.stringContaining('inte är beslutade') as string, rows: 2, sum: null }
		]);
	});

	it('is no row while it is only planned or tendered, or when it was cancelled', async () => {
		const { result } = await contracts([
			release('tender', '2026-01-10', { tender }, 'ocds-abc123-2'),
			release('planning', '2026-01-10', {}, 'ocds-abc123-3'),
			release(
				'contract',
				'2026-01-10',
				{ tender, awards: [award], contracts: [{ ...contract, status: 'cancelled' }] },
				'ocds-abc123-4'
			),
			release('contract', '2026-01-10', { tender, awards: [award], contracts: [contract] })
		]);
		expect(result.totals).toMatchObject({ read: 1, accepted: 1 });
		expect(result.asides.map(({ what, rows }) => [what.slice(0, 13), rows])).toEqual([
			['upphandlingar', 2],
			['avbrutna avta', 1]
		]);
	});

	it('is the same in a record package, compiled or not, and as one release per line', async () => {
		const whole = release('contract', '2026-03-20', { tender, awards: [award], contracts: [contract] });
		const forms = [
			JSON.stringify({ records: [{ ocid, compiledRelease: whole }] }),
			JSON.stringify({ records: [{ ocid, releases: [release('tender', '2026-01-01', { tender }), whole] }] }),
			[whole, release('tender', '2026-01-01', { tender }, 'ocds-abc123-9')]
				.map((one) => JSON.stringify(one))
				.join('\n')
		];
		for (const text of forms) {
			const { accepted } = await importRows(bytesSource('poster.json', encode(text)));
			expect(accepted.map(({ by }) => by['avtals_id'])).toEqual([`${ocid}/A1`]);
		}
	});

	it('reads the organisations of version 1.0, where they are described in place', async () => {
		const old = {
			...award,
			suppliers: [{ name: 'Alfa Data AB', identifier: { scheme: 'SE-ON', id: '5599000014' } }]
		};
		const { accepted } = await importRows(
			packageOf([release('award', '2026-03-20', { tender, parties: [], awards: [old] })], '1.0')
		);
		expect(accepted[0]?.by).toMatchObject({ leverantor: 'Alfa Data AB', organisationsnummer: '559900-0014' });
	});
});

describe('what the table cannot hold is told, not guessed', () => {
	it('leaves a value in euro empty and names it', async () => {
		const euro = { ...contract, value: { amount: 98000, currency: 'EUR' } };
		const releases = [release('contract', '2026-03-20', { tender, awards: [award], contracts: [euro] })];
		expect((await contracts(releases)).rows[0]?.['avtalsvarde']).toBeNull();
		expect((await remarks(releases))[0]).toEqual([expect.stringMatching(/98.000 EUR/)]);
	});

	it('never gives the value of an award to each of its contracts', async () => {
		const two = [
			{ ...contract, value: undefined },
			{ ...contract, id: 'A2', value: undefined }
		];
		const releases = [release('contract', '2026-03-20', { tender, awards: [award], contracts: two })];
		expect((await contracts(releases)).rows.map((row) => row['avtalsvarde'])).toEqual([null, null]);
		expect((await remarks(releases))[0]?.[0]).toContain('gäller 2 avtal tillsammans');
	});

	it('never takes the bids of a whole procurement for the bids of one lot', async () => {
		const lots = { ...tender, lots: [{ id: 'D1' }, { id: 'D2' }] };
		const content = { tender: lots, awards: [{ ...award, relatedLots: ['D1'] }] };
		expect((await contracts([release('award', '2026-03-20', content)])).rows[0]?.['antal_anbud']).toBeNull();
		const statistics = [{ id: '1', measure: 'bids', value: 1, relatedLot: 'D1' }];
		const withBids = [release('award', '2026-03-20', { ...content, bids: { statistics } })];
		expect((await contracts(withBids)).rows[0]?.['antal_anbud']).toBe(1);
	});

	it('takes limited for okänt and direct for direktupphandling, and the Swedish words before both', async () => {
		const read = async (words: object) =>
			(
				await contracts([
					release('award', '2026-03-20', { tender: { ...tender, ...words }, awards: [award] })
				])
			).rows[0]?.['upphandlingsforfarande'];
		expect(await read({ procurementMethod: 'limited' })).toBe('okänt');
		expect(await read({ procurementMethod: 'direct' })).toBe('direktupphandling');
		expect(await read({ procurementMethod: 'selective' })).toBe('selektivt');
		expect(await read({ procurementMethod: 'open', procurementMethodDetails: 'Förenklat förfarande' })).toBe(
			'förenklat'
		);
	});
});

describe.skipIf(!hasRealFiles)('the fictional example of the standard', () => {
	it('is one contract of six releases, its value in pounds left empty', async () => {
		const { accepted, result } = await importRows(
			realSource('reference/ocds_1.1_fictional_release_package.json')
		);
		expect(result.problem).toBeNull();
		expect(accepted).toHaveLength(1);
		expect(accepted[0]?.by).toMatchObject({
			avtals_id: 'ocds-213czf-000-00001-contract-01',
			leverantor: 'AnyCorp Cycle Provision',
			organisationsnummer: 'GBCOH11111111',
			antal_anbud: 2,
			cpv: '45233130',
			avtalsstart: '2010-07-01',
			avtalsslut: '2011-06-30',
			avtalsvarde: null
		});
	});
});
