// What holds for every row of a file: values that no column gives, rates, and which accounts are cost.
import { tables, type Field } from '$lib/domain/columns';
import { budgetVersions } from '$lib/domain/columns/budget';
import type { Answers } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import type { ImportPlan } from '$lib/import/recognise/plan';
import { capitalised, formatCount, formatMoney, formatOre } from '$lib/text/format';
import { unknownWord } from '$lib/text/common';
import { columnWords, interpretationWords as words } from '$lib/text/import';
import { accountClassWords, rateWords } from '$lib/text/import-parts';
import type { Control, Draft } from './interpretation';

/** Fields that have an answer of their own. */
const ownAnswers: Readonly<Record<string, 'namnd' | 'ar' | 'version'>> = {
	unit: 'namnd',
	year: 'ar',
	version: 'version'
};

/** Required fields that no column fills, and what the format or a person has set for all rows. */
export function wholeFileOf(plan: ImportPlan, answers: Answers): Draft[] {
	return tables[plan.kind].fields
		.filter((field) => !plan.columns.some((column) => column.field.name === field.name))
		.filter((field) => isAsked(field) || plan.constants[field.name] !== undefined)
		.map((field) => wholeFileDraft(field, plan, answers));
}

function isAsked({ name, required }: Field): boolean {
	return required === 'file' || (name === 'year' && required !== undefined);
}

function wholeFileDraft(field: Field, plan: ImportPlan, answers: Answers): Draft {
	const own = ownAnswers[field.name];
	const said = own ? answers[own] : answers.varden?.[field.header];
	const value = said ?? plan.constants[field.name];
	const implied = plan.implied.find(({ header }) => header === field.header);
	const label = own
		? words[ownLabels[own]]
		: (words.wholeFile[field.header] ?? capitalised(field.header.replaceAll('_', ' ')));
	return {
		key: own ?? 'varden',
		...(own ? {} : { entry: field.header }),
		label,
		value: value === undefined ? words.notSaid : String(value),
		evidence:
			value === undefined
				? columnWords.missingUnknown(field.header)
				: said !== undefined
					? words.allRows
					: implied
						? words.implied(implied.evidence)
						: words.saidByFormat,
		sure: value !== undefined && value !== unknownWord,
		control: controlFor(field, String(value ?? ''))
	};
}

const ownLabels = { namnd: 'unit', ar: 'year', version: 'version' } as const;

function controlFor({ name, type, choices }: Field, value: string): Control {
	const words = name === 'version' ? budgetVersions : type === 'yes_no' ? ['ja', 'nej'] : choices;
	return words
		? { as: 'select', options: words.map((word) => ({ value: word, label: word })), value }
		: { as: 'text', value, numeric: type === 'integer' };
}

/** Which column is the amount, with what each comes to, where the file has several. */
export function amountColumnOf({ amountChoices, columns }: ImportPlan): Draft | null {
	if (amountChoices.length < 2) return null;
	const used = columns.find(({ field }) => field.name === 'amount')?.header;
	const options = amountChoices.map(({ header, sum }) => ({
		value: header,
		label: sum === null ? header : `${header}: ${formatMoney(sum, 'kr', { decimals: 2 })}`
	}));
	const others = options.filter(({ value }) => value !== used).map(({ label }) => label);
	return {
		key: 'kolumner',
		entry: 'belopp',
		label: words.amountColumn,
		value: options.find(({ value }) => value === used)?.label ?? words.notSaid,
		evidence: words.otherAmounts(others.join('; ')),
		sure: used !== undefined,
		control: { as: 'select', options, value: used ?? '' }
	};
}

/** A row for each currency that is not SEK: its rate, or that it stays outside the sums. */
export function ratesOf({ totals, plan }: ImportResult, answers: Answers): Draft[] {
	if (plan?.kind !== 'cost') return [];
	const currencies = new Set([
		...Object.keys(answers.kurser ?? {}),
		...Object.keys(totals?.otherCurrencies ?? {})
	]);
	return [...currencies].sort().map((currency) => {
		const rate = answers.kurser?.[currency];
		const outside = totals?.otherCurrencies[currency];
		const amount =
			outside === undefined ? '' : ` (${formatMoney(outside, 'kr', { decimals: 2 })} ${currency})`;
		return {
			key: 'kurser',
			entry: currency,
			label: rateWords.row(currency),
			value: rate === undefined ? rateWords.outside(currency) : rateWords.value(rate),
			evidence:
				rate !== undefined
					? rateWords.evidence
					: `${answers.utan_kurs?.includes(currency) ? rateWords.outsideEvidence : rateWords.notSaid}${amount}`,
			sure: rate !== undefined || answers.utan_kurs?.includes(currency) === true,
			control: { as: 'text', value: rate ?? '', hint: rateWords.hint }
		};
	});
}

const allClasses = [1, 2, 3, 4, 5, 6, 7, 8];
const usualClasses = [4, 5, 6, 7];

/** Which accounts of a SIE file are cost, with what the others come to. */
export function accountClassesOf({ reading, asides }: ImportResult, answers: Answers): Draft | null {
	if (reading?.format !== 'sie') return null;
	const classes = answers.kontoklasser ?? usualClasses;
	const others = asides
		.filter(({ what }) => /\bkonto/i.test(what))
		.map(({ what, rows, sum }) => {
			const kronor = sum === null ? '' : `, ${formatOre(sum)}`;
			return `${formatCount(rows)} ${what}${kronor}`;
		});
	return {
		key: 'kontoklasser',
		label: accountClassWords.label,
		value: accountClassWords.value(classes),
		evidence: others.length ? others.join('. ') : accountClassWords.evidence,
		sure: true,
		control: {
			as: 'checks',
			legend: accountClassWords.legend,
			options: allClasses.map((digit) => ({ value: String(digit), label: accountClassWords.option(digit) })),
			value: classes.join(' ')
		}
	};
}
