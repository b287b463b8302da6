// How a file was read, in words: what was decided, the evidence for it, and what a person may decide instead.
import { tableKinds, tableNames } from '$lib/domain/columns';
import type { Answers } from '$lib/import/answers';
import { asksShortYear, type DateEvidence } from '$lib/import/recognise/date-evidence';
import type { AmountEvidence } from '$lib/import/recognise/evidence';
import type { ImportResult } from '$lib/import/import-file';
import type { ImportPlan } from '$lib/import/recognise/plan';
import type { RecipeMatch } from '$lib/import/recipe-match';
import { interpretationWords as words, tableWords } from '$lib/text/import';
import { capitalised, formatCount, formatCounted, formatMonthLong } from '$lib/text/format';
import { delimiterOf, encodingOf } from './text-reading';
import { accountClassesOf, amountColumnOf, ratesOf, wholeFileOf } from './whole-file';

/** How a person says something else. */
export type Control =
	| { as: 'select'; options: { value: string; label: string }[]; value: string }
	/** `value` holds the chosen ones, divided by a space. */
	| { as: 'checks'; legend: string; options: { value: string; label: string }[]; value: string }
	| { as: 'text'; value: string; hint?: string; numeric?: boolean };

export interface Interpretation {
	/** The answer that changes it. */
	key: keyof Answers;
	/** Which of the answer's values it is, where the answer has several: a field's header, a currency. */
	entry?: string;
	label: string;
	value: string;
	evidence: string;
	/** False: look at it before you go on. */
	sure: boolean;
	/** A person has decided it, now or in a recipe. */
	chosen: boolean;
	/** The recipe says so, and nobody has said otherwise since. */
	fromRecipe: boolean;
	/** Null where the file leaves nothing to decide. */
	control: Control | null;
}

export type Draft = Omit<Interpretation, 'chosen' | 'fromRecipe'>;

/** Every decision about a file, in the order that they were made. */
export function interpretationsOf(
	result: ImportResult,
	answers: Answers,
	recipe: RecipeMatch | null = null
): Interpretation[] {
	const { plan } = result;
	const drafts: (Draft | null)[] = [
		tableOf(result, answers),
		partOf(result),
		encodingOf(result),
		delimiterOf(result),
		headerRowOf(result),
		plan && decimalOf(result, plan),
		plan && amountColumnOf(plan),
		plan && unitOf(result, plan, answers),
		plan && signOf(plan, answers),
		plan && datesOf(plan),
		plan && periodOf(plan, answers),
		accountClassesOf(result, answers),
		...(plan ? wholeFileOf(plan, answers) : []),
		...ratesOf(result, answers)
	];
	return drafts
		.filter((draft) => draft !== null)
		.map((draft) => {
			const said = answerText(answers, draft);
			const chosen = said !== undefined && draft.key !== 'blad';
			return { ...draft, chosen, fromRecipe: chosen && said === answerText(recipe?.answers ?? {}, draft) };
		});
}

/** What answers say about one decision, as text; undefined where they say nothing. */
function answerText(answers: Answers, { key, entry }: Pick<Draft, 'key' | 'entry'>): string | undefined {
	if (entry !== undefined && key === 'varden') return answers.varden?.[entry];
	if (entry !== undefined && key === 'kolumner') return answers.kolumner?.[entry] ?? undefined;
	if (entry !== undefined && key === 'kurser') {
		return answers.kurser?.[entry] ?? (answers.utan_kurs?.includes(entry) ? '' : undefined);
	}
	const answer = answers[key];
	return answer === undefined ? undefined : JSON.stringify(answer);
}

function tableOf({ plan, problem, reading }: ImportResult, answers: Answers): Draft {
	const options = tableKinds.map((kind) => ({ value: tableNames[kind], label: tableWords[kind] }));
	const control: Control = {
		as: 'select',
		options,
		value: plan ? tableNames[plan.kind] : (answers.tabell ?? '')
	};
	const label = words.table;
	if (!plan) {
		if (problem?.code !== 'okand_tabell') control.options = [];
		return {
			key: 'tabell',
			label,
			value: words.notSaid,
			evidence: 'Rubrikerna passar ingen av tabellerna',
			sure: false,
			control
		};
	}
	if (reading?.format === 'sie' || reading?.format === 'ocds') {
		const value = tableWords[plan.kind];
		return { key: 'tabell', label, value, evidence: words.formatSays, sure: true, control: null };
	}
	const named = plan.headers.filter((header) => header !== '').length;
	const format = plan.profile ? `${plan.profile}: ` : '';
	const evidence = `${format}${formatCount(plan.columns.length)} av ${formatCounted(named, 'rubrik', 'rubriker')} känns igen`;
	return {
		key: 'tabell',
		label,
		value: tableWords[plan.kind],
		evidence,
		sure: problem?.code !== 'saknar_kolumn',
		control
	};
}

/** Which part of the file this is. The other tables are entries of their own. */
function partOf({ plan, unreadSheets }: ImportResult): Draft | null {
	if (!plan?.sheet || !unreadSheets.length) return null;
	const others = unreadSheets.filter(({ kind }) => kind).length;
	const unknown = unreadSheets.length - others;
	const parts = [
		others
			? `${formatCounted(others, 'annan del är en tabell och läses', 'andra delar är tabeller och läses')} för sig`
			: '',
		unknown ? `${formatCounted(unknown, 'del känns', 'delar känns')} inte igen` : ''
	];
	return {
		key: 'blad',
		label: words.part,
		value: plan.sheet,
		evidence: parts.filter(Boolean).join(', '),
		sure: true,
		control: null
	};
}

function headerRowOf({ plan, problem, reading }: ImportResult): Draft | null {
	if (reading && reading.format !== 'csv' && reading.format !== 'xlsx') return null;
	if (!plan) {
		if (problem?.code !== 'okand_tabell') return null;
		return {
			key: 'rubrikrad',
			label: words.headerRow,
			value: words.notSaid,
			evidence: 'Ingen rad känns igen som rubrik',
			sure: false,
			control: { as: 'text', value: '', numeric: true }
		};
	}
	if (plan.headerRow === 0) {
		return {
			key: 'rubrikrad',
			label: words.headerRow,
			value: words.noHeaderRow,
			evidence: words.firstRowIsData,
			sure: true,
			control: { as: 'text', value: '0', hint: words.headerRowHint, numeric: true }
		};
	}
	const before = plan.headerRow - 1;
	return {
		key: 'rubrikrad',
		label: words.headerRow,
		value: `Rad ${formatCount(plan.headerRow)}`,
		evidence: before
			? `${formatCounted(before, 'rad', 'rader')} före rubriken hoppas över`
			: 'Filen börjar med rubriken',
		sure: true,
		control: { as: 'text', value: String(plan.headerRow), hint: words.headerRowHint, numeric: true }
	};
}

/** The amounts that say most about the file: its own amount where it has one. */
function amountsOf(plan: ImportPlan): AmountEvidence | null {
	const { amounts } = plan.evidence;
	const most = Object.values(amounts).reduce<AmountEvidence | null>(
		(best, candidate) => (candidate.filled > (best?.filled ?? 0) ? candidate : best),
		null
	);
	return amounts['amount'] ?? most;
}

function decimalOf({ reading, questions }: ImportResult, plan: ImportPlan): Draft | null {
	const amounts = amountsOf(plan);
	if (!amounts || !amounts.filled) return null;
	const { filled, native, comma, point, whole, notNumbers } = amounts;
	const unclear = amounts.ambiguousComma + amounts.ambiguousPoint;
	const open = questions.some(({ question }) => question === 'decimaltecken');
	const sign = reading?.decimalSign ?? '';
	const names: Readonly<Record<string, string>> = {
		komma: words.comma,
		punkt: words.point,
		blandat: words.oneByOne
	};
	const value = open
		? words.notSaid
		: native === filled
			? words.workbookNumbers
			: (names[sign] ?? words.noDecimals);
	const count = sign === 'punkt' ? point : comma;
	const parts = [
		native ? `${formatCount(native)} av ${formatCount(filled)} belopp är tal i arbetsboken` : '',
		native < filled && (comma || point)
			? `${formatCount(sign === 'blandat' ? comma + point : count)} av ${formatCount(filled)} belopp har ${sign === 'punkt' ? 'decimalpunkt' : sign === 'blandat' ? 'komma eller punkt' : 'decimalkomma'}`
			: '',
		whole && (comma || point) ? `${formatCount(whole)} är heltal` : '',
		native < filled && !comma && !point && whole
			? `${formatCount(whole)} av ${formatCount(filled)} belopp är heltal`
			: '',
		open ? `${formatCount(unclear)} av ${formatCount(filled)} belopp går att läsa på två sätt` : '',
		notNumbers ? `${formatCount(notNumbers)} är inga belopp` : ''
	];
	return {
		key: 'decimaltecken',
		label: words.decimal,
		value,
		evidence: parts.filter(Boolean).join(', '),
		sure: !open && notNumbers === 0,
		control:
			native === filled
				? null
				: {
						as: 'select',
						options: [
							{ value: ',', label: words.comma },
							{ value: '.', label: words.point }
						],
						value: sign === 'punkt' ? '.' : ','
					}
	};
}

const amountUnits = [
	{ value: 'öre', label: words.units.öre, scale: 0.01 },
	{ value: 'kr', label: words.units.kr, scale: 1 },
	{ value: 'tkr', label: words.units.tkr, scale: 1000 },
	{ value: 'mnkr', label: words.units.mnkr, scale: 1_000_000 }
] as const;

function hasCurrencies(totals: ImportResult['totals'], { kurser }: Answers): boolean {
	return Object.keys({ ...totals?.otherCurrencies, ...kurser }).length > 0;
}

/** What the amounts are in; asked about only where the file has amounts. */
function unitOf({ totals }: ImportResult, { columns }: ImportPlan, answers: Answers): Draft | null {
	const amount = columns.find(({ field }) => field.name === 'amount');
	const used = amountUnits.find(({ scale }) => scale === amount?.scale);
	if (!amount || !used) return null;
	return {
		key: 'enhet',
		label: words.unitOfAmounts,
		value: used.label,
		evidence:
			used.scale === 1
				? hasCurrencies(totals, answers)
					? words.unitOfEachRow
					: words.unitPlain
				: answers.enhet
					? words.unitScaled
					: words.unitInHeader(amount.header),
		sure: true,
		control: { as: 'select', options: [...amountUnits], value: used.value }
	};
}

function signOf(plan: ImportPlan, answers: Answers): Draft | null {
	const amounts = plan.evidence.amounts['amount'];
	if (!amounts?.filled || (plan.kind !== 'cost' && plan.kind !== 'budget')) return null;
	const { filled, positive, negative } = amounts;
	const minus = plan.sign === -1;
	const open = negative > positive && !answers.tecken;
	return {
		key: 'tecken',
		label: words.sign,
		value: open ? words.notSaid : minus ? words.minusIsCost : words.plusIsCost,
		evidence: `${formatCount(positive)} av ${formatCount(filled)} belopp är positiva, ${formatCount(negative)} är ${negative === 1 ? 'negativt' : 'negativa'}`,
		sure: !open,
		control: {
			as: 'select',
			options: [
				{ value: 'plus', label: words.plusIsCost },
				{ value: 'minus', label: words.minusIsCost }
			],
			value: minus ? 'minus' : 'plus'
		}
	};
}

function datesOf(plan: ImportPlan): Draft | null {
	const entries = Object.entries(plan.evidence.dates).filter(([, dates]) => dates.filled > 0);
	const [entry] = entries.sort(([, a], [, b]) => b.filled - a.filled);
	if (!entry) return null;
	const [name, dates] = entry;
	const order = plan.columns.find(({ field }) => field.name === name)?.dayOrder ?? 'dag_manad';
	const turned = dates.dayFirst + dates.monthFirst + dates.either > 0;
	const short = asksShortYear(dates);
	const value =
		(turned || short) && order === 'dag_manad'
			? words.dayFirst
			: (turned || short) && order === 'manad_dag'
				? words.monthFirst
				: words.yearFirst;
	return {
		key: 'datumordning',
		label: words.dates,
		value,
		evidence: dateEvidence(dates, plan.evidence.records),
		sure: dates.notDates === 0 && !(dates.either > 0 && dates.dayFirst + dates.monthFirst === 0),
		control:
			turned || short
				? {
						as: 'select',
						options: [
							...(short ? [{ value: 'ar_manad_dag', label: words.yearFirst }] : []),
							{ value: 'dag_manad', label: words.dayFirst },
							{ value: 'manad_dag', label: words.monthFirst }
						],
						value: order
					}
				: null
	};
}

function dateEvidence({ filled, notDates, either }: DateEvidence, records: number): string {
	const parts = [
		`${formatCount(filled - notDates)} av ${formatCount(records)} är datum`,
		records > filled ? `${formatCount(records - filled)} är ${records - filled === 1 ? 'tom' : 'tomma'}` : '',
		notDates ? `${formatCount(notDates)} går inte att läsa` : '',
		either ? `${formatCount(either)} går att läsa åt båda hållen` : ''
	];
	return parts.filter(Boolean).join(', ');
}

function periodOf(plan: ImportPlan, answers: Answers): Draft | null {
	if (plan.kind !== 'cost' || plan.columns.some(({ field }) => field.name === 'day')) return null;
	return {
		key: 'period',
		label: words.period,
		value: plan.period ? capitalised(formatMonthLong(plan.period)) : words.notSaid,
		evidence: answers.period
			? 'Filen har ingen datumkolumn'
			: plan.period
				? 'Filen har ingen datumkolumn. Månaden står i filnamnet'
				: 'Filen har ingen datumkolumn, och filnamnet säger ingen månad',
		sure: plan.period !== null,
		control: { as: 'text', value: plan.period?.slice(0, 7) ?? '', hint: words.periodFormat }
	};
}
