// Whole öre divided by weights, so that the parts are the whole to the öre.

/**
 * Divides an amount by weights with the largest remainder: each part is its exact share rounded down, and the öre that are
 * left go to the largest remainders, earlier ones first. Null when no weight is above zero.
 * @param total öre, of any sign
 */
export function allocate(total: number, weights: readonly number[]): number[] | null {
	const sum = weights.reduce((all, weight) => all + Math.max(0, weight), 0);
	if (!(sum > 0) || !Number.isFinite(sum)) return null;
	const [sign, whole] = [Math.sign(total), Math.abs(total)];
	const exact = weights.map((weight) => (whole * Math.max(0, weight)) / sum);
	const parts = exact.map(Math.floor);
	let left = whole - parts.reduce((all, part) => all + part, 0);
	const order = exact
		.map((share, index) => ({ index, remainder: share - Math.floor(share) }))
		.filter(({ index }) => (weights[index] ?? 0) > 0)
		.sort((one, other) => other.remainder - one.remainder || one.index - other.index);
	// Large sums are not exact in floating point, so a little more than one öre each may be left, or a little too much given.
	for (let place = 0; left !== 0; place = (place + 1) % order.length) {
		const index = order[place]?.index ?? 0;
		const step = Math.sign(left);
		parts[index] = (parts[index] ?? 0) + step;
		left -= step;
	}
	return parts.map((part) => (part === 0 ? 0 : sign * part));
}
