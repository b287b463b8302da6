// "Text till rapporten": what a follow-up says, in plain paragraphs, from the same figures as the page. Every amount is rounded from öre
// by itself; a nämnd within the limit is not named; what is unknown is said to be.
import type { BudgetBranch } from '../domain/budget-lines';
import { passesLimit, type DeviationLimit } from '../domain/deviation-limit';
import { daysLeft, type ShownNote } from '../domain/deviation-note';
import type { Day } from '../domain/day';
import type { MoneyUnit } from '../domain/filters';
import { isYearEnd, monthsOfFollowUp, type YearFollowUp } from '../domain/follow-up';
import { monthFrom } from '../domain/period';
import { nameList, unitOf } from './budget';
import { withinLimit } from './deviation-notes';
import { noteText } from './note-text';
import {
	capitalised,
	formatMoneyWithUnit,
	formatMonthLong,
	formatPeriod,
	formatShare,
	numberWord
} from './format';

export interface ReportFigures {
	/** One part per nämnd; those shown. */
	perUnit: BudgetBranch;
	chosen: YearFollowUp;
	unit: MoneyUnit;
	dataTo: string | null;
}

export interface ReportInput extends ReportFigures {
	/** The notes that this follow-up shows, of the nämnder shown. */
	notes: readonly ShownNote[];
	limit: DeviationLimit;
	/** The as-of day of the data; null when it is unknown. */
	today: Day | null;
}

export const reportWords = {
	title: 'Text till rapporten',
	subtitle:
		'Gjord av samma tal som tabellen, för de nämnder som visas. Läs igenom den innan du använder den.',
	copy: 'Kopiera texten',
	copied: 'Texten är kopierad.',
	notCopied: 'Texten gick inte att kopiera. Markera den och kopiera den själv.'
} as const;

/** The paragraphs. */
export function reportParagraphs(input: ReportInput): string[] {
	if (input.perUnit.outcome === null) return [notCovered(input)];
	return [...reportSummary(input), ...deviations(input), carried(input)].filter(Boolean);
}

/** The paragraphs of what it cost and what is expected, without the reasons. */
export function reportSummary(input: ReportFigures): string[] {
	if (input.perUnit.outcome === null) return [notCovered(input)];
	return [result(input, input.perUnit.outcome), forecast(input)].filter(Boolean);
}

function notCovered({ chosen, dataTo }: ReportFigures): string {
	const reaches = dataTo ? `Huvudboken räcker till ${formatMonthLong(dataTo)}` : 'Inga kostnader är inlästa';
	return `${formatPeriod(monthsOfFollowUp(chosen), 'heading')} går inte att följa upp än. ${reaches}.`;
}

const money = (ore: number, unit: MoneyUnit) =>
	formatMoneyWithUnit(Math.abs(ore), unit, { decimals: unit === 'mnkr' ? 2 : 0 });

/** "2,44 mnkr mer än budget" */
function against(deviationOre: number, unit: MoneyUnit): string {
	if (deviationOre === 0) return 'lika mycket som budget';
	return `${money(deviationOre, unit)} ${deviationOre < 0 ? 'mer' : 'mindre'} än budget`;
}

function shareText(share: number | null): string {
	return share === null ? '' : ` (${formatShare(Math.abs(share))} av årsbudgeten)`;
}

function whose({ perUnit }: ReportFigures): string {
	const [only] = perUnit.parts.length === 1 ? perUnit.parts : [];
	return only ? `${unitOf(only)}: it` : 'It';
}

function result(input: ReportFigures, outcome: number): string {
	const { perUnit, chosen, unit } = input;
	if (isYearEnd(chosen)) {
		const cost = `${whose(input)} kostade ${money(outcome, unit)} ${chosen.year}`;
		return perUnit.deviationYear === null
			? `${cost}. ${unknownBudget(input)}`
			: `${cost}. Det är ${against(perUnit.deviationYear, unit)}${shareText(perUnit.share)}.`;
	}
	const cost = `${whose(input)} kostade ${money(outcome, unit)} till och med ${formatMonthLong(monthFrom(chosen.year, chosen.cut))}`;
	if (perUnit.deviationToDate !== null) {
		return `${cost}. Det är ${against(perUnit.deviationToDate, unit)} för samma månader.`;
	}
	return `${cost}. ${
		perUnit.uncut
			? 'Avvikelsen hittills är okänd, för all budget är inte delad på månader.'
			: unknownBudget(input)
	}`;
}

function unknownBudget({ perUnit }: ReportFigures): string {
	const without = perUnit.parts.filter(({ budgetGap }) => budgetGap === 'missing');
	return without.length
		? `Avvikelsen är okänd, för ${nameList(without.map(unitOf))} har ingen budget.`
		: 'Avvikelsen är okänd.';
}

function forecast(input: ReportFigures): string {
	const { perUnit, chosen, unit } = input;
	if (isYearEnd(chosen)) return '';
	const { expected, budgetYear, deviationYear, share } = perUnit;
	if (expected !== null && budgetYear !== null && deviationYear !== null) {
		return `Prognosen för helåret är ${money(expected, unit)} mot en budget på ${money(budgetYear, unit)}. Det är ${against(deviationYear, unit)}${shareText(share)}.`;
	}
	const without = perUnit.parts.filter((line) => line.expected === null);
	if (!without.length)
		return `${expected === null ? '' : `Prognosen för helåret är ${money(expected, unit)}. `}Helårets avvikelse är okänd, för budgeten är inte känd för alla.`;
	const who =
		without.length === perUnit.parts.length
			? `Ingen prognos är lämnad till ${chosen.followUp}`
			: `Prognos saknas för ${nameList(without.map(unitOf))}`;
	return `${who}. Helårets avvikelse är därför okänd.`;
}

/** One paragraph for each nämnd beyond the limit, and one for the others together. */
function deviations(input: ReportInput): string[] {
	const { perUnit, notes, limit, chosen, unit } = input;
	const known = perUnit.parts.filter((line) => passesLimit(line, limit) !== null);
	const beyond = known
		.filter((line) => passesLimit(line, limit))
		.sort((a, b) => (a.deviationYear ?? 0) - (b.deviationYear ?? 0));
	const verb = isYearEnd(chosen) ? 'kostade' : 'väntas kosta';
	const told = beyond.map((line) => {
		const own = notes.filter((note) => note.unit === unitOf(line) && !note.untouched);
		const said = own.length
			? own.map((note) => `${note.costKind ? `${note.costKind}. ` : ''}${noteText(note)}`).join(' ')
			: notes.some((note) => note.unit === unitOf(line))
				? 'Kommentaren från en tidigare uppföljning är inte uppdaterad.'
				: 'Orsaken är inte angiven.';
		return `${unitOf(line)} ${verb} ${against(line.deviationYear ?? 0, unit)}${shareText(line.share)}. ${said}`;
	});
	const within = known.length - beyond.length;
	if (!known.length || perUnit.parts.length === 1) return told;
	const others = within
		? beyond.length
			? `${capitalised(numberWord(within, 'en'))} ${within === 1 ? 'annan nämnd' : 'andra nämnder'} är ${withinLimit(limit)}.`
			: `${known.length === perUnit.parts.length ? 'Alla nämnder' : capitalised(`${numberWord(within, 'en')} ${within === 1 ? 'nämnd' : 'nämnder'}`)} är ${withinLimit(limit)}.`
		: '';
	return [...told, others];
}

/** "Tre åtgärder följs upp från tidigare uppföljningar. En är försenad." */
function carried({ notes, today }: ReportInput): string {
	const open = notes.filter((note) => note.from !== null && note.standing.closed === null);
	if (!open.length) return '';
	const late =
		today === null ? 0 : open.filter(({ standing }) => (daysLeft(standing, today) ?? 0) < 0).length;
	const count = `${capitalised(numberWord(open.length, 'en'))} ${open.length === 1 ? 'åtgärd' : 'åtgärder'} följs upp från tidigare uppföljningar.`;
	return late
		? `${count} ${capitalised(numberWord(late, 'en'))} är ${late === 1 ? 'försenad' : 'försenade'}.`
		: count;
}
