// The words of a published table's own deviation, held against its rows.
import type { MoneyUnit } from '../domain/filters';
import {
	isRounding,
	publishedAgrees,
	totalDifference,
	type PublishedControl
} from '../domain/published-control';
import { capitalised, formatCounted, formatMoney, formatMoneyWithUnit, numberWord } from './format';

export const publishedWords = {
	subtitle: ({ headers, plusIsBetter }: PublishedControl, unit: MoneyUnit) =>
		`${headers.deviation} mot ${headers.budget} och ${headers.outcome} i ${unit}, med filens tecken. ${
			plusIsBetter
				? 'Plus är bättre än budget, som i Genomlys.'
				: 'Filens plus är sämre än budget, tvärtom mot i Genomlys.'
		}`,
	column: 'Kolumn',
	stated: 'Summaraden säger',
	rows: 'Raderna ger',
	difference: 'Skillnad',
	counted: ({ way }: PublishedControl) =>
		`Räknad avvikelse: ${way === 1 ? 'budget minus utfall' : 'utfall minus budget'}`,
	notStated: 'Inte sagd',
	differing: 'Rader vars avvikelse inte är budget mot utfall',
	row: 'Rad',
	what: 'Vad',
	fileSays: 'Filen säger',
	ownCount: 'Räknad',
	more: (rows: number) => `${formatCounted(rows, 'rad till', 'rader till')} skiljer sig.`,
	uncounted: (rows: number) =>
		`${formatCounted(rows, 'rad', 'rader')} har en avvikelse men varken budget eller utfall, och kan inte jämföras.`,
	kept: 'Båda behålls: filens siffror står här, och i tabellerna räknas alltid radernas.'
} as const;

/** What the file counts in. */
export function publishedUnit({ scale }: PublishedControl): MoneyUnit {
	return scale >= 1_000_000 ? 'mnkr' : scale >= 1000 ? 'tkr' : 'kr';
}

/** As many decimals as the file's own figures have. */
function decimalsOf(control: PublishedControl): number {
	const unit = publishedUnit(control);
	const ore = { kr: 100, tkr: 100_000, mnkr: 100_000_000 }[unit];
	const { rows, total, differing } = control;
	const all = [
		...Object.values(rows),
		...Object.values(total ?? {}),
		...differing.flatMap(({ stated, counted }) => [stated, counted])
	];
	const exact = (decimals: number) =>
		all.every((amount) => amount === null || amount % (ore / 10 ** decimals) === 0);
	return [0, 1].find(exact) ?? 2;
}

/** An amount as the file counts it. */
export function publishedMoney(control: PublishedControl, ore: number | null, signed = false): string {
	const decimals = decimalsOf(control);
	return ore === null
		? publishedWords.notStated
		: formatMoney(ore, publishedUnit(control), { decimals, signed });
}

const withUnit = (control: PublishedControl, ore: number) =>
	formatMoneyWithUnit(ore, publishedUnit(control), { decimals: decimalsOf(control), signed: true });

/** The finding. */
export function publishedFinding(control: PublishedControl): string {
	if (publishedAgrees(control)) return 'Filens avvikelse stämmer med dess egna rader';
	const difference = totalDifference(control);
	if (difference && difference.whole !== 0) {
		return `Summaraden säger avvikelsen ${withUnit(control, difference.stated)}, men dess budget och utfall ger ${withUnit(control, difference.counted)}`;
	}
	if (control.differingRows)
		return `${rowsWord(control.differingRows)} en annan avvikelse än budget mot utfall`;
	return 'Filens summarad skiljer sig från dess rader';
}

const rowsWord = (count: number) =>
	`${capitalised(numberWord(count, 'en'))} ${count === 1 ? 'rad har' : 'rader har'}`;

/** What the difference of the summary row is made of, and whether rounding may be all of what the rows differ by. */
export function publishedSentences(control: PublishedControl): string[] {
	const difference = totalDifference(control);
	const { ofDeviation = 0, ofRows = 0, ofSums = 0, whole = 0 } = difference ?? {};
	const parts = [
		ofSums && `${withUnit(control, ofSums)} för att summaradens budget och utfall inte är radernas`,
		ofRows && `${withUnit(control, ofRows)} för att radernas avvikelser inte är deras budget mot utfall`,
		ofDeviation && `${withUnit(control, ofDeviation)} för att summaradens avvikelse inte är radernas`
	].filter(Boolean);
	return [
		whole !== 0 && `Skillnaden ${withUnit(control, whole)} är ${parts.join(' och ')}.`,
		control.differingRows > 0 &&
			isRounding(control) &&
			`Det som raderna skiljer ryms i att filen avrundar varje tal för sig till hela ${publishedUnit(control)}.`,
		control.uncounted > 0 && publishedWords.uncounted(control.uncounted),
		!publishedAgrees(control) && publishedWords.kept
	].filter((sentence) => sentence !== false);
}
