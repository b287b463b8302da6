// Files of a follow-up, and that what is read back from them is what was written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelChoices, type BudgetLevels } from '$lib/domain/budget-levels';
import type { BudgetBranch } from '$lib/domain/budget-lines';
import { columnsOf, followUpFigures, usualLayout } from '$lib/domain/follow-up-columns';
import { standardDeviationLimit } from '$lib/domain/deviation-limit';
import { compareExtract, sameView } from '$lib/domain/follow-up-extract';
import { followUpCsv, followUpLongCsv, followUpSheets, type FollowUpFile } from '$lib/export/follow-up';
import { readFollowUpFile } from '$lib/export/follow-up-read-back';
import { workbook } from '$lib/export/workbook';
import { bytesSource } from '$lib/read/byte-source';
import { takeOutWords } from '$lib/text/take-out';
import { csvSource } from '../support/sources';
import { branch, fileOf, shownNote } from '../support/follow-up-table';

const limit = standardDeviationLimit;
const stamp = { edition: '7', ruleVersion: '3', reconciled: true };

const name = fc
	.oneof(
		fc.constantFrom(
			'Kultur; fritid',
			'Nämnden "Östra"',
			'ÅÄÖ åäö',
			'=1+1',
			"'-minus",
			'-12,50',
			'+46',
			'@hem',
			'Summa'
		),
		fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
	)
	.map((text) => text.trim())
	.filter((text) => text !== '');
const amount = fc.option(fc.integer({ min: -1e12, max: 1e12 }), { nil: null });
const figures = fc.record(Object.fromEntries(followUpFigures.map((figure) => [figure, amount])));
const table = fc.constantFrom(...levelChoices).chain((levels) =>
	fc
		.record({
			total: figures,
			lines: fc.uniqueArray(
				fc.record({
					values: fc.tuple(
						...levels.map((level) => (level === 'unit' ? name : fc.option(name, { nil: null })))
					),
					said: figures
				}),
				{ minLength: 1, maxLength: 6, selector: ({ values }) => JSON.stringify(values) }
			),
			units: fc.uniqueArray(name, { maxLength: 2 }),
			layout: fc.option(fc.shuffledSubarray([...usualLayout]), { nil: null })
		})
		.map(({ total, lines, units, layout }) => ({
			levels,
			table: branch(
				[],
				total,
				lines.map(({ values, said }) => branch(values, said))
			),
			file: { ...fileOf(levels), units, layout }
		}))
);

async function read(source: Parameters<typeof readFollowUpFile>[0]) {
	const back = await readFollowUpFile(source);
	if (back.outcome === 'refused') throw new Error(back.message);
	return back.extract;
}

async function workbookOf(shown: BudgetBranch, file: FollowUpFile) {
	const about = [[takeOutWords.edition, 'en annan']];
	const blob = await workbook(followUpSheets(shown, file, { about, stamp }));
	return bytesSource('uttag.xlsx', new Uint8Array(await blob.arrayBuffer()));
}

describe('a file of a follow-up that is read back', () => {
	it(
		'as CSV has every figure, line and the view, in any order of columns',
		() =>
			fc.assert(
				fc.asyncProperty(table, async ({ table: shown, file, levels }) => {
					const extract = await read(csvSource('uttag.csv', followUpCsv(shown, file, stamp)));
					expect(extract).toMatchObject({ levels, edition: '7', ruleVersion: '3', reconciled: 'avstämd' });
					expect(extract.lines).toHaveLength(shown.parts.length + 1);
					expect(compareExtract(extract, shown).differing).toEqual([]);
				}),
				{ numRuns: 100 }
			),
		30_000
	);

	it(
		'with one figure a row has every figure that is known',
		() =>
			fc.assert(
				fc.asyncProperty(table, async ({ table: shown, file }) => {
					const known = shown.parts.flatMap((line) =>
						followUpFigures.filter((figure) => line[figure] !== null)
					);
					if (!known.length) return;
					const extract = await read(csvSource('uttag.csv', followUpLongCsv(shown, file, stamp)));
					expect(compareExtract(extract, shown)).toEqual({ compared: known.length, differing: [] });
				}),
				{ numRuns: 60 }
			),
		30_000
	);

	it(
		'as a workbook has every figure, line and the view',
		() =>
			fc.assert(
				fc.asyncProperty(table, async ({ table: shown, file, levels }) => {
					const extract = await read(await workbookOf(shown, file));
					expect(extract).toMatchObject({ levels, edition: '7', ruleVersion: '3', reconciled: 'avstämd' });
					expect(compareExtract(extract, shown).differing).toEqual([]);
				}),
				{ numRuns: 10 }
			),
		// Each run writes and reads a workbook.
		90_000
	);

	const levels: BudgetLevels = ['unit'];
	const shown = (outcome: number | null) =>
		branch([], { outcome }, [
			branch(['Kulturnämnden'], { outcome }),
			branch(['Miljönämnden'], { outcome: 5 })
		]);

	it('as a workbook also where a name is a word of the language that writes it', async () => {
		const named = branch([], { outcome: 7 }, [
			branch(['constructor'], { outcome: 3 }),
			branch(['__proto__'], { outcome: 4 })
		]);
		const extract = await read(await workbookOf(named, fileOf(levels)));
		expect(compareExtract(extract, named).differing).toEqual([]);
		expect(compareExtract(extract, named).compared).toBeGreaterThan(0);
	});

	it('says what differs, then and now, and what only one of them has', async () => {
		const extract = await read(csvSource('uttag.csv', followUpCsv(shown(1050), fileOf(levels), stamp)));
		expect(extract.address).toBe('/budget/2026/t2?per=namnd');
		expect(compareExtract(extract, shown(1000)).differing).toEqual([
			{ values: ['Kulturnämnden'], figure: 'outcome', then: 1050, now: 1000 },
			{ values: [], figure: 'outcome', then: 1050, now: 1000 }
		]);
		const fewer = branch([], { outcome: 1050 }, [branch(['Kulturnämnden'], { outcome: 1050 })]);
		expect(compareExtract(extract, fewer)).toEqual({
			compared: 3,
			differing: [{ values: ['Miljönämnden'], figure: 'outcome', then: 5, now: null }]
		});
	});

	it('may have been saved by a spreadsheet, with grouped thousands and other decimals', async () => {
		const text = followUpCsv(shown(-123456700), fileOf(levels), stamp).replaceAll(
			'-1234567,00',
			'−1\u00a0234\u00a0567'
		);
		const extract = await read(csvSource('uttag.csv', text));
		expect(extract.lines[0]?.figures.outcome).toBe(-123456700);
	});

	it('is refused when it is another file, has a letter for a figure, or leads out of the tool', async () => {
		const message = async (text: string) => {
			const back = await readFollowUpFile(csvSource('fil.csv', text));
			return back.outcome === 'refused' ? back.message : '';
		};
		const text = followUpCsv(shown(1050), fileOf(levels), stamp);
		expect(await message('namnd;belopp;ar\r\nKulturnämnden;5;2026\r\n')).toContain('inget underlag');
		expect(await message(text.replaceAll('10,50', 'tio'))).toContain('Rad 2');
		expect(await message(text.replaceAll('/budget/2026', '//annan.example/budget'))).toContain(
			'inget underlag'
		);
		expect(await message(text.replaceAll('unit%2C', 'hemligt%2C'))).toContain('kolumner');
	});
});

describe('what is said of the deviations', () => {
	const units = ['Kulturnämnden', 'Miljönämnden', 'Vänskapsnämnden'];
	const kinds = ['Drift', 'Konsult', 'Moln'];
	const written = fc.uniqueArray(
		fc.record({
			unit: fc.constantFrom(...units),
			costKind: fc.option(fc.constantFrom(...kinds), { nil: null })
		}),
		{ maxLength: 8, selector: ({ unit, costKind }) => `${unit} ${costKind}` }
	);
	const lines = fc
		.constantFrom(...levelChoices.filter((one) => one.includes('unit')))
		.chain((levels) =>
			fc
				.uniqueArray(
					fc.tuple(
						...levels.map((level) =>
							level === 'unit' ? fc.constantFrom('Kulturnämnden', 'Miljönämnden') : fc.constantFrom(...kinds)
						)
					),
					{ minLength: 1, selector: (values) => values.join(' ') }
				)
				.map((all) => ({ levels, lines: all.map((values) => branch(values, { outcome: 1 })) }))
		);

	it('stands once in the file, on the line that it is about or with a word of what it is about', () =>
		fc.assert(
			fc.property(written, lines, (about, { levels, lines: parts }) => {
				const shown = about.map(({ unit, costKind }, index) =>
					shownNote(unit, costKind, { note: index, cause: `orsak nr ${index}!` })
				);
				const csv = followUpCsv(branch([], {}, parts), { ...fileOf(levels), notes: { shown, limit } }, stamp);
				for (const { unit, costKind, standing } of shown) {
					const holding = csv.split('\r\n').filter((line) => line.includes(standing.cause));
					expect(holding).toHaveLength(1);
					expect(holding[0]).toContain(unit);
					if (costKind) expect(holding[0]).toContain(costKind);
				}
			})
		));

	it('names the kostnadsslag on the line of its nämnd, and the nämnd where it has no line', () => {
		const shown = [
			shownNote('Kulturnämnden', 'Drift', { cause: 'A' }),
			shownNote('Miljönämnden', null, { cause: 'B' }, { untouched: true }),
			shownNote('Kulturnämnden', null, { cause: 'C', closed: 'Det räckte' })
		];
		const parts = [branch(['Kulturnämnden'], { outcome: 1 })];
		const [, unit, total] = followUpCsv(
			branch([], {}, parts),
			{ ...fileOf(['unit']), notes: { shown, limit } },
			stamp
		).split('\r\n');
		expect(unit).toMatch(/;Drift\. Orsak: A\. .*Öberg\. Orsak: C\. .* Avslutad: Det räckte\.;2026-T2/);
		expect(total).toMatch(
			/^Summa;.*;Miljönämnden\. Hela nämnden\. Från T2 2026, inte uppdaterad\. Orsak: B\./
		);
	});

	it('is missing where the limit is passed and nobody has written anything', () => {
		const over = { outcome: 1, budgetYear: 1_000_000_00, deviationYear: -200_000_00 };
		const within = { ...over, deviationYear: -10_000_00 };
		const parts = [branch(['Kulturnämnden'], over), branch(['Miljönämnden'], within)];
		const [, first, second] = followUpCsv(branch([], over, parts), fileOf(['unit']), stamp).split('\r\n');
		expect(first).toContain(';Kommentar saknas;2026-T2;');
		expect(second).toContain(';;2026-T2;');
	});

	it('has a sheet of its own in a workbook, which says how many there are', () => {
		const parts = [branch(['Kulturnämnden'], { outcome: 1 })];
		const about: string[][] = [];
		const sheets = (shown: ReturnType<typeof shownNote>[] | null) =>
			followUpSheets(
				branch([], {}, parts),
				{ ...fileOf(['unit']), notes: shown && { shown, limit } },
				{ about, stamp }
			);
		const toldIn = (made: ReturnType<typeof sheets>) =>
			made.at(-1)?.rows.find(([name]) => name === 'Kommentarer')?.[1];
		const two = sheets([shownNote('Kulturnämnden', null), shownNote('Kulturnämnden', 'Drift')]);
		expect(two.map(({ name }) => name)).toEqual(['Uppföljning', 'Kommentarer', 'Om uttaget']);
		expect(two[1]?.rows).toHaveLength(2);
		expect(toldIn(two)).toBe('2, på bladet Kommentarer');
		const none = sheets([]);
		expect(none.map(({ name }) => name)).toEqual(['Uppföljning', 'Om uttaget']);
		expect(toldIn(none)).toBe('Inga');
		expect(toldIn(sheets(null))).toMatch(/^Kunde inte hämtas/);
	});
});

describe('the columns of a file', () => {
	it('are in the order of the layout, without what the table is not divided by', () => {
		const layout = [
			{ column: 'outcome', header: 'Utfall T2' },
			{ column: 'unit', header: 'Ansvar' },
			{ column: 'costKind', header: 'Slag' }
		] as const;
		const [head, first] = followUpCsv(
			branch([], {}, [branch(['Kulturnämnden'], { outcome: 1050 })]),
			{ ...fileOf(['unit']), layout },
			stamp
		).split('\r\n');
		expect(head).toBe('\ufeffUtfall T2;Ansvar;period;vy;utgava;regelversion;avstamd');
		expect(first).toMatch(
			/^10,50;Kulturnämnden;2026-T2;\/budget\/2026\/t2\?per=namnd&kolumner=outcome%2Cunit;7;3;avstämd$/
		);
	});

	it('end with what is said of the deviations, unless the order places it elsewhere or nobody could fetch it', () => {
		const shown = branch([], {}, [branch(['Kulturnämnden'], { outcome: 1050 })]);
		const file = { ...fileOf(['unit']), notes: { shown: [shownNote('Kulturnämnden', null)], limit } };
		const [head, first] = followUpCsv(shown, file, stamp).split('\r\n');
		expect(head).toMatch(/;utfall_forra_aret;kommentar;period;/);
		expect(first).toContain(
			';Orsak: Priset höjdes. Åtgärd: Säger upp licenser. Ansvarig: Åsa Öberg.;2026-T2;'
		);
		const layout = [
			{ column: 'note', header: 'Förvaltningens kommentar' },
			{ column: 'outcome', header: 'Utfall' }
		] as const;
		expect(followUpCsv(shown, { ...file, layout }, stamp)).toMatch(
			/^\ufeffnamnd;Förvaltningens kommentar;Utfall;period/
		);
		expect(followUpCsv(shown, { ...file, notes: null }, stamp)).not.toContain('kommentar');
		const perKind = branch([], {}, [branch(['Drift'], { outcome: 1050 })]);
		expect(followUpCsv(perKind, { ...file, levels: ['costKind'] }, stamp)).not.toContain('kommentar;');
	});

	it('always say what a line is about', () => {
		const layout = [{ column: 'outcome', header: 'Utfall' }] as const;
		expect(columnsOf(layout, ['unit', 'costKind']).map(({ column }) => column)).toEqual([
			'unit',
			'costKind',
			'outcome'
		]);
	});
});

it('the same view is the same follow-up, levels and nämnder, in whatever order', () => {
	expect(
		sameView('/budget/2026/t2?per=namnd&namnd=B&namnd=A', '/budget/2026/T2?namnd=A&namnd=B&enhet=kr')
	).toBe(true);
	expect(sameView('/budget/2026/t2?per=namnd,slag', '/budget/2026/t2')).toBe(false);
	expect(sameView('/budget/2025/t2', '/budget/2026/t2')).toBe(false);
});
