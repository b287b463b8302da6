// How one goes from the cost of one span of months to that of another: what is new, ended, moved, dearer, more, or unknown.
import { movesOf, type Move } from './cost-moves';
import {
	added,
	noSums,
	purchaseCells,
	textKey,
	tieText,
	type ComparedCell,
	type ComparedSums,
	type PurchaseCell,
	type PurchaseTie
} from './purchase';

/** What the licence table says of a supplier's licences that both spans have (öre). */
export interface LicenceEffect {
	supplier: string;
	/** (bought now − bought before) × the price before. */
	volume: number;
	/** Bought now × (the price now − the price before). */
	price: number;
}

/**
 * `ended`, `new` suppliers that only one span has · `endedTie`, `newTie` contracts or systems that only one span has, of a
 * supplier that both have · `moved` between nämnder or kostnadsslag over the border of the filter · `volume`, `price` as
 * the licence table tells · `other` the rest, which nothing divides.
 */
export const bridgeSteps = [
	'ended',
	'endedTie',
	'new',
	'newTie',
	'moved',
	'volume',
	'price',
	'other'
] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

/** A purchase in a step. */
export interface BridgeLine extends ComparedSums {
	supplier: string | null;
	tie: PurchaseTie;
	kind: string;
	/** What of `now − before` belongs to the step (öre); the rest is in others. */
	ore: number;
}

export interface CostBridge extends ComparedSums {
	/** Öre of each step; together exactly `now − before`. */
	steps: Readonly<Record<BridgeStep, number>>;
	/** The purchases of each step, largest first; those of `moved` are in `moves`. */
	lines: Readonly<Record<BridgeStep, readonly BridgeLine[]>>;
	/** What moved inside the filter or over its border, largest first. */
	moves: readonly Move[];
}

/** The kostnadsslag that the licence table speaks of. */
export const licenceKind = 'Licens/SaaS';

/**
 * Divides the change. Moves are found first ({@link movesOf}) and counted once; what is left of each purchase goes whole to
 * the first step that fits: new or ended supplier, new or ended contract or system, else continuing. Where a supplier's
 * Licens/SaaS cost is in both spans, all of it stands together, and the licence table's effects are its volume and price,
 * never scaled: what they do not explain is `other`, as is all else that continues. Rows without a supplier, or without
 * contract and system, are never called new: nothing tells whether they are. Nothing depends on the order of the cells.
 * @param effects one per supplier; those of suppliers without such a cost are left out
 * @param options.moves false where the spans are of different nämnder
 */
export function costBridge(
	compared: readonly ComparedCell[],
	effects: readonly LicenceEffect[] = [],
	options: { moves: boolean } = { moves: true }
): CostBridge {
	const cells = purchaseCells(compared);
	const inside = cells.filter((cell) => cell.inside);
	const found = options.moves ? movesOf(cells) : { moves: [], movedBy: new Map<PurchaseCell, number>() };
	const effectOf = licencesInBoth(inside, effects);
	const placed = placer(inside, effectOf);

	const lines = new Map<string, BridgeLine & { step: BridgeStep }>();
	let moved = 0;
	for (const cell of inside) {
		const took = found.movedBy.get(cell) ?? 0;
		const { step, tie } = placed(cell);
		const key = lineKey(cell.supplier, tie, cell.kind);
		const held = lines.get(key) ?? { ...noSums, step, supplier: cell.supplier, tie, kind: cell.kind, ore: 0 };
		lines.set(key, { ...held, ...added(held, cell), ore: held.ore + cell.now - cell.before - took });
		moved += took;
	}
	const divided = [...lines.values()].flatMap((line) => {
		const effect = line.tie.of === 'any' ? effectOf.get(line.supplier ?? '') : undefined;
		if (!effect) return [line];
		const { volume, price } = effect;
		return [
			{ ...line, step: 'volume' as const, ore: volume },
			{ ...line, step: 'price' as const, ore: price },
			{ ...line, ore: line.ore - volume - price }
		];
	});
	const listed = eachStep((step) =>
		divided.filter((line) => line.step === step && line.ore !== 0).sort(largestFirst)
	);
	return {
		...inside.reduce<ComparedSums>(added, noSums),
		steps: {
			...eachStep((step) => listed[step].reduce((sum, { ore }) => sum + ore, 0)),
			moved
		},
		lines: listed,
		moves: found.moves.filter(({ from, to }) => from.inside || to.inside)
	};
}

/** The effects of a supplier's products together. */
export function effectsPerSupplier(effects: readonly LicenceEffect[]): LicenceEffect[] {
	const found = new Map<string, LicenceEffect>();
	for (const { supplier, volume, price } of effects) {
		const held = found.get(supplier) ?? { supplier, volume: 0, price: 0 };
		found.set(supplier, { supplier, volume: held.volume + volume, price: held.price + price });
	}
	return [...found.values()];
}

/** Where what is left of a purchase belongs, and what it stands together with. */
function placer(inside: readonly PurchaseCell[], effects: ReadonlyMap<string, LicenceEffect>) {
	const bySupplier = presence(inside, ({ supplier }) => textKey([supplier]));
	const byTie = presence(inside, ({ supplier, tie }) => textKey([supplier, tieText(tie)]));
	return (cell: PurchaseCell): { step: BridgeStep; tie: PurchaseTie } => {
		const { supplier, tie } = cell;
		if (supplier === null) return { step: 'other', tie };
		const spans = bySupplier(cell);
		if (!spans.before) return { step: 'new', tie };
		if (!spans.now) return { step: 'ended', tie };
		if (cell.kind === licenceKind && effects.has(supplier)) return { step: 'other', tie: { of: 'any' } };
		if (tie.of === 'none') return { step: 'other', tie };
		const tied = byTie(cell);
		return { step: !tied.before ? 'newTie' : !tied.now ? 'endedTie' : 'other', tie };
	};
}

/** The effects of suppliers whose Licens/SaaS cost is in both spans. */
function licencesInBoth(inside: readonly PurchaseCell[], effects: readonly LicenceEffect[]) {
	const licences = inside.filter(({ kind }) => kind === licenceKind);
	const sold = (supplier: string, span: 'rowsNow' | 'rowsBefore') =>
		licences.some((cell) => cell.supplier === supplier && cell[span] > 0);
	return new Map(
		effects
			.filter(({ supplier }) => sold(supplier, 'rowsNow') && sold(supplier, 'rowsBefore'))
			.map((effect) => [effect.supplier, effect])
	);
}

function presence(cells: readonly PurchaseCell[], keyOf: (cell: PurchaseCell) => string) {
	const found = new Map<string, { now: boolean; before: boolean }>();
	for (const cell of cells) {
		const held = found.get(keyOf(cell));
		found.set(keyOf(cell), {
			now: (held?.now ?? false) || cell.rowsNow > 0,
			before: (held?.before ?? false) || cell.rowsBefore > 0
		});
	}
	return (cell: PurchaseCell) => found.get(keyOf(cell)) ?? { now: false, before: false };
}

function lineKey(supplier: string | null, tie: PurchaseTie, kind: string): string {
	return textKey([supplier, tieText(tie), kind]);
}

/** Those of one size are told apart by their names, so that the order stays the same. */
function largestFirst(first: BridgeLine, second: BridgeLine): number {
	const name = ({ supplier, tie, kind }: BridgeLine) => lineKey(supplier, tie, kind);
	return Math.abs(second.ore) - Math.abs(first.ore) || (name(first) < name(second) ? -1 : 1);
}

function eachStep<Value>(of: (step: BridgeStep) => Value): Record<BridgeStep, Value> {
	return {
		ended: of('ended'),
		endedTie: of('endedTie'),
		new: of('new'),
		newTie: of('newTie'),
		moved: of('moved'),
		volume: of('volume'),
		price: of('price'),
		other: of('other')
	};
}
