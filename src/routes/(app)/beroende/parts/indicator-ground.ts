// "Så räknades talet" of an indicator of dependence.
import type { DependenceIndicator } from '$lib/domain/dependence-indicator';
import type { MoneyUnit } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import type { EditionMeta } from '$lib/queries/edition-meta';
import { indicatorWords, partFigure } from '$lib/text/dependence';
import { unknownWord } from '$lib/text/common';
import { groundLines } from './figure-ground';

/** The lines of an explanation. */
export function indicatorGround(
	found: DependenceIndicator,
	period: Period,
	moneyUnit: MoneyUnit,
	meta: EditionMeta
): { label: string; value: string }[] {
	const words = indicatorWords[found.key];
	const told = (figure: number | null, name: string) => {
		const text = partFigure(found, figure, moneyUnit);
		return [text, name].filter(Boolean).join(', ') || unknownWord;
	};
	return groundLines(
		{
			numerator: told(found.numerator, words.numerator),
			denominator: told(found.denominator, words.denominator),
			known: found.known,
			knownOf: words.knownOf,
			period
		},
		meta
	);
}
