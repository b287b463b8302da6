// Rule sets by chance, about few enough accounts, names and words that rules overlap, and changes of them by chance.
import fc from 'fast-check';
import type { Condition } from '$lib/tagging/condition';
import { addHandTags, addRule, moveRule, putRule, removeHandTag, removeRule } from '$lib/tagging/edit-rules';
import type { HandTag, JudgedTags, Rule, RuleSet } from '$lib/tagging/rule';

/** A ledger that the sets are about: headers and cells, amounts in kronor. */
export const ledgerLines: readonly string[] = [
	'datum;namnd;ansvar;konto;konto_text;projekt;leverantor;organisationsnummer;text;belopp;valuta;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id',
	'2026-01-03;Skolnämnden;1100;74310;IT-tjänster;;Vindrosa AB;556036-0793;Drift av server;1000,01;;;;;;',
	'2026-01-04;Skolnämnden;1100;74310;IT-tjänster;;Vindrosa AB;556036-0793;Drift av server;-0,01;;;;;;',
	'2026-01-04;Skolnämnden;1100;74310;IT-tjänster;;Vindrosa AB;556036-0793;Drift av server;-0,01;;;;;;',
	'2026-01-09;Skolnämnden;;74311;Licenser;P1;VINDROSA AB;556036-0793;Licens kontor;333,33;;;;;;',
	'2026-01-17;Vårdnämnden;1200;74312;Licenser;P1;Brofalk Konsult AB;;LICENS, kontor;-99,99;;;;;;',
	'2026-01-21;Vårdnämnden;1200;745;Konsulter;;Brofalk Konsult AB;;Förstudie;40000,00;;;;;;',
	'2026-01-25;Vårdnämnden;;74510;Konsulter;P2;Åkerhöns & Co;;Ledarskap Å;7,07;;;;;;',
	'2026-02-02;Skolnämnden;1100;632;Leasing;;Åkerhöns & Co;;Bil;250,50;;;;;;',
	'2026-02-03;Skolnämnden;1300;632;Leasing;P2;;;;250,50;;;;;;',
	'2026-02-08;Vårdnämnden;1300;40233;Datorer;;Vindrosa AB;556036-0793;Läsplatta;12345,67;;;;;;',
	'2026-02-14;Vårdnämnden;1300;74310;IT-tjänster;;Vindrosa AB;556036-0793;Drift;500,00;EUR;;;;;',
	'2026-02-20;Skolnämnden;1100;74310;IT-tjänster;;Brofalk Konsult AB;;Drift;81,82;;nej;;;;',
	'2026-02-21;Skolnämnden;1100;74311;Licenser;;Brofalk Konsult AB;;Licens;81,83;;ja;Moln;;;',
	'2026-02-22;Skolnämnden;1100;745;Konsulter;;Vindrosa AB;556036-0793;Förstudie;81,84;;ja;;utveckling;S9;',
	'2026-03-05;Vårdnämnden;1200;745;Konsulter;;Vindrosa AB;556036-0793;Förstudie;81,85;;;;;S8;A7',
	'2026-03-06;Vårdnämnden;1200;745;Konsulter;P2;Brofalk Konsult AB;;;1,00;;;Konsult;;;',
	'2026-03-07;Vårdnämnden;1200;501;Löner;;;;Lön;99999,99;;;;;;',
	'2026-03-08;Skolnämnden;;501;Löner;;;;;-10,10;;;;;;',
	'2026-03-09;Skolnämnden;1100;5712;Livsmedel;P1;Åkerhöns & Co;;Bär;19,90;;;;;;',
	'2026-03-30;Vårdnämnden;1300;40233;Datorer;;Åkerhöns & Co;;Skärm och drift;2,03;;;;;;'
];

const some = (words: readonly string[], most = 2) =>
	fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: most });

const accounts = ['7', '743', '74310', '74311', '745', '632', '40233', '50', '999'];
const amounts = ['-100', '-0,01', '0', '7,07', '81,83', '250,50', '1000'];
const months = ['2026-01', '2026-02', '2026-03'];

const test = (
	falt: 'konto' | 'leverantor' | 'text' | 'namnd' | 'projekt' | 'konto_text',
	ar: 'borjar_med' | 'ar' | 'innehaller',
	words: readonly string[]
) => some(words).map((varden): Condition => ({ falt, ar, varden }));

const ends = <End>(all: readonly End[]) =>
	fc
		.tuple(fc.nat(all.length - 1), fc.nat(all.length - 1))
		.map(([a, b]) => [all[Math.min(a, b)], all[Math.max(a, b)]].filter((end) => end !== undefined));

const anyTest: fc.Arbitrary<Condition> = fc.oneof(
	test('konto', 'borjar_med', accounts),
	test('konto', 'ar', accounts),
	ends(['40', '632', '74310', '74312', '745', '9']).map((varden): Condition => ({
		falt: 'konto',
		ar: 'mellan',
		varden
	})),
	test('leverantor', 'innehaller', ['vindrosa', 'BROFALK', 'åker', ' ab', 'finns inte']),
	test('leverantor', 'ar', ['vindrosa ab', 'Åkerhöns & Co']),
	test('text', 'innehaller', ['drift', 'licens', 'å', 'ö', '%', "'"]),
	test('text', 'borjar_med', ['drift', 'LICENS', 'skärm']),
	test('namnd', 'ar', ['skolnämnden', 'Vårdnämnden']),
	test('projekt', 'ar', ['P1', 'P2']),
	test('konto_text', 'innehaller', ['it', 'konsult', 'licens']),
	fc.constant<Condition>({ falt: 'organisationsnummer', ar: 'ar', varden: ['556036-0793'] }),
	fc
		.constantFrom('leverantor', 'ansvar', 'text')
		.map((falt): Condition => ({ falt, ar: 'saknas', varden: [] })),
	fc
		.tuple(fc.constantFrom('minst', 'hogst'), fc.constantFrom(...amounts))
		.map(([ar, value]): Condition => ({ falt: 'belopp', ar, varden: [value] })),
	ends(amounts).map((varden): Condition => ({ falt: 'belopp', ar: 'mellan', varden })),
	fc
		.tuple(fc.constantFrom('fran', 'till'), fc.constantFrom(...months))
		.map(([ar, value]): Condition => ({ falt: 'period', ar, varden: [value] }))
);

const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 2, withCrossShrink: true },
		{ weight: 5, arbitrary: anyTest },
		{
			weight: 2,
			arbitrary: fc
				.array(tie('condition'), { minLength: 1, maxLength: 3 })
				.map((alla): Condition => ({ alla }))
		},
		{
			weight: 2,
			arbitrary: fc
				.array(tie('condition'), { minLength: 1, maxLength: 3 })
				.map((nagon): Condition => ({ nagon }))
		},
		{ weight: 1, arbitrary: tie('condition').map((inte): Condition => ({ inte })) }
	)
}));

const others = {
	kostnadsslag: fc.constantFrom('Drift', 'Konsult', 'Licens/SaaS', 'Moln', 'Okänt'),
	inriktning: fc.constantFrom('förvaltning', 'utveckling', 'okänd'),
	system_id: fc.constantFrom('S1', 'S2'),
	avtals_id: fc.constantFrom('A1', 'S1'),
	verklig_leverantor: fc.constantFrom('Kontorssviten', 'Åhs & Öst AB')
} as const;
const anyJudgedTags: fc.Arbitrary<JudgedTags> = fc.record(
	{ it_kostnad: fc.constantFrom('ja', 'ja', 'nej'), ...others },
	{ requiredKeys: [] }
);
const anyTags: fc.Arbitrary<Rule['satt']> = fc
	.record({ it_kostnad: fc.constantFrom('ja', 'ja', 'nej', 'kandidat'), ...others }, { requiredKeys: [] })
	.map((satt) => (Object.keys(satt).length ? satt : { it_kostnad: 'ja' as const }));

/** Two or three parts. */
const anyParts = fc
	.tuple(
		fc.constantFrom(['70', '30'], ['30', '70'], ['33,33', '33,33', '33,34'], ['0,01', '99,99']),
		fc.array(anyJudgedTags, { minLength: 3, maxLength: 3 })
	)
	.map(([shares, tags]) => shares.map((andel, part) => ({ andel, satt: tags[part] ?? {} })));

const ids = Array.from({ length: 24 }, (_, number) => `R${number + 1}`);
const contentOf = {
	namn: fc.constantFrom('Konsulter', 'Drift av servrar', 'Å, ä och ö'),
	om: anyCondition,
	satt: anyTags
};
/** Everything of a rule but its id. */
const anyContent: fc.Arbitrary<Omit<Rule, 'id'>> = fc.oneof(
	{ weight: 3, arbitrary: fc.record(contentOf) },
	{ weight: 1, arbitrary: fc.record({ ...contentOf, dela: anyParts }) }
);
const anyRule: fc.Arbitrary<Rule> = fc
	.tuple(fc.constantFrom(...ids), anyContent)
	.map(([id, content]) => ({ id, ...content }));

/** A row that can be judged by hand. */
export type KnownRow = Pick<HandTag, 'rad' | 'belopp'>;

/** Must be given one row at least. */
const anyHandTag = (rows: readonly KnownRow[]): fc.Arbitrary<HandTag> =>
	fc
		.tuple(
			fc.constantFrom(...rows),
			anyJudgedTags.map((satt) => (Object.keys(satt).length ? satt : { it_kostnad: 'nej' as const }))
		)
		.map(([row, satt]) => ({ ...row, visas: 'Prov', satt, av: 'Maja Lindqvist', datum: '2026-04-01' }));

/** Up to `most` rules, and hand tags of the rows. */
export function anyRuleSet(rows: readonly KnownRow[], version: number, most = 9): fc.Arbitrary<RuleSet> {
	return fc
		.tuple(
			fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: most }),
			fc.uniqueArray(anyHandTag(rows), { selector: ({ rad }) => rad, maxLength: 3 })
		)
		.map(([regler, handtaggar]) => ({
			format: 1,
			namn: 'Testköping',
			version,
			datum: '2026-04-01',
			forfattare: 'Maja Lindqvist',
			regler,
			handtaggar
		}));
}

/** One to six steps that a person could take in the workbench, one after the other. */
export function anyChange(rows: readonly KnownRow[]): fc.Arbitrary<(set: RuleSet) => RuleSet> {
	const place = fc.nat(30);
	const ruleAt = (set: RuleSet, at: number) => set.regler[at % Math.max(1, set.regler.length)];
	const step: fc.Arbitrary<(set: RuleSet) => RuleSet> = fc.oneof(
		fc.tuple(anyRule, place).map(
			([rule, to]) =>
				(set: RuleSet) =>
					set.regler.some(({ id }) => id === rule.id) ? putRule(set, rule) : addRule(set, rule, to)
		),
		place.map((at) => (set: RuleSet) => removeRule(set, ruleAt(set, at)?.id ?? '')),
		fc.tuple(place, anyContent).map(
			([at, content]) =>
				(set: RuleSet) =>
					putRule(set, { id: ruleAt(set, at)?.id ?? '', ...content })
		),
		fc.tuple(place, place).map(
			([at, to]) =>
				(set: RuleSet) =>
					moveRule(set, ruleAt(set, at)?.id ?? '', to % (set.regler.length + 1))
		),
		anyHandTag(rows).map((tag) => (set: RuleSet) => addHandTags(set, [tag])),
		place.map(
			(at) => (set: RuleSet) =>
				removeHandTag(set, set.handtaggar[at % Math.max(1, set.handtaggar.length)]?.rad ?? '')
		)
	);
	return fc
		.array(step, { minLength: 1, maxLength: 6 })
		.map((steps) => (set: RuleSet) => steps.reduce((changed, take) => take(changed), set));
}
