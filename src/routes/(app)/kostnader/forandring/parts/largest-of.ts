// Whose purchase is the largest of a step: what the sentence names.
import type { BridgeStep, CostBridge } from '$lib/domain/cost-bridge';
import type { PurchaseTie } from '$lib/domain/purchase';

/**
 * The supplier with the most of a step in its direction, or for a move the nämnd that most came from or went to. Null where
 * there is none to name: rows without a supplier, or a move between kostnadsslag.
 */
export function largestOf(
	{
		steps,
		lines,
		moves
	}: Pick<CostBridge, 'steps' | 'moves'> & {
		lines: Readonly<
			Record<BridgeStep, readonly { supplier: string | null; tie: PurchaseTie; ore: number }[]>
		>;
	},
	step: BridgeStep,
	supplierName: (key: string) => string
): string | null {
	const direction = Math.sign(steps[step]);
	const sizes = new Map<string, number>();
	const add = (key: string | null, ore: number) =>
		key !== null && ore > 0 && sizes.set(key, (sizes.get(key) ?? 0) + ore);
	if (step === 'moved') {
		for (const { from, to, ore } of moves) {
			const over = (Number(to.inside) - Number(from.inside)) * direction > 0;
			if (over && from.unit !== to.unit) add(direction > 0 ? from.unit : to.unit, ore);
		}
	} else {
		// A supplier that falls in one purchase and rises in another is as large as what is left.
		const net = new Map<string, number>();
		for (const { supplier, ore } of lines[step])
			if (supplier !== null) net.set(supplier, (net.get(supplier) ?? 0) + ore * direction);
		for (const [supplier, ore] of net) add(supplier, ore);
	}
	const [largest] = [...sizes].sort(([, first], [, second]) => second - first);
	if (!largest) return null;
	return step === 'moved' ? largest[0] : supplierName(largest[0]);
}
