// The reason that others read when a flag is put aside or an assumption is changed.

/** Characters of a reason: fewer tell nobody why. */
export const shortestReason = 10;

/** Long enough to say why. Space around and between its words is not counted more than once. */
export function isReason(text: string): boolean {
	return text.trim().replace(/\s+/g, ' ').length >= shortestReason;
}
