// "Så räknades talet" of a key figure.
import type { MoneyUnit } from '$lib/domain/filters';
import type { KeyFigure } from '$lib/domain/key-figure';
import type { Period } from '$lib/domain/period';
import type { EditionMeta } from '$lib/queries/edition-meta';
import { formatMoneyWithUnit, formatPeriod, formatShare, formatShareRange } from '$lib/text/format';
import { denominatorFigure, leftOutText, numeratorFigure } from '$lib/text/key-figure-sentences';
import { keyFigureText, keyFigureWords } from '$lib/text/key-figures';

/** The lines of an explanation. */
export function figureGround(
	figure: KeyFigure,
	period: Period,
	moneyUnit: MoneyUnit,
	meta: Pick<EditionMeta, 'edition' | 'ruleVersion'>
): { label: string; value: string }[] {
	const words = keyFigureText.explanation;
	const own = keyFigureWords[figure.key];
	const { low, high, known, unknown, leftOut } = figure;
	const told = (text: string | null, name: string) => [text, name].filter(Boolean).join(' ');
	return [
		{ label: words.numerator, value: told(numeratorFigure(figure, moneyUnit), own.numerator) },
		{ label: words.denominator, value: told(denominatorFigure(figure, moneyUnit), own.denominator) },
		...(unknown === 0
			? []
			: [
					{
						label: keyFigureText.columns.unknown,
						value: told(formatMoneyWithUnit(unknown, moneyUnit), own.unknown)
					}
				]),
		...(low === null || high === null
			? []
			: [{ label: keyFigureText.withUnknown, value: formatShareRange(low, high, 1) }]),
		...(known === null ? [] : [{ label: words.known, value: told(formatShare(known), own.knownOf) }]),
		...(leftOut.length ? [{ label: keyFigureText.leftOut, value: leftOutText(leftOut) }] : []),
		{ label: words.period, value: formatPeriod(period) },
		{ label: words.version, value: `${meta.edition}, ${meta.ruleVersion}` }
	];
}
