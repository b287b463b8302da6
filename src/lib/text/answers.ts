// What is said while an answer is computed in the browser, and when it cannot be.
import { formatCounted, formatShare } from './format';

/** "Räknar på 36 554 rader …", or how much of the data has come. @param fetched 0–1 while it is on its way */
export function countingWords(rows: number, fetched: number | null): string {
	return fetched === null
		? `Räknar på ${formatCounted(rows, 'rad', 'rader')} …`
		: `Hämtar siffrorna till webbläsaren, ${formatShare(fetched, 0)} …`;
}

export const answerWords = {
	/** @param reason a Swedish sentence, or the engine's own words */
	unchanged: (reason: string) =>
		/[åäö]|Försök/.test(reason)
			? reason
			: 'Inget har ändrats i data. Försök igen, eller välj en kortare period.'
} as const;
