// Kronor and contracts by what is known of the competition for them: what is known, what is not, and what is on no contract.
import { shareOf } from './indicator';

/**
 * `utan annons` is a direct award, `okänt` a contract without a known number of bids, `möjligt` perhaps one of the
 * supplier's contracts, `utanför` no contract in the register.
 */
export const competitionKeys = ['ett', 'flera', 'utan annons', 'okänt', 'möjligt', 'utanför'] as const;
export type CompetitionPart = (typeof competitionKeys)[number];

/** What the kronor are divided by. */
export const competitionDimensions = ['supplier', 'costKind', 'unit'] as const;
export type CompetitionDimension = (typeof competitionDimensions)[number];

/** Its word in the address. */
export const perWords: Readonly<Record<CompetitionDimension, string>> = {
	supplier: 'leverantor',
	costKind: 'slag',
	unit: 'namnd'
};

export interface CompetitionParts {
	/** Null is cost without one; undefined everything. */
	key: string | null | undefined;
	name: string | null;
	/** Net öre, which a credit can bring below zero. */
	amounts: Record<CompetitionPart, number>;
	/** Contracts that kronor were spent on; none is outside the register. */
	contracts: Record<CompetitionPart, number>;
	rows: number;
	/** Net öre of all parts. */
	total: number;
}

interface Line {
	key: string | null;
	all_keys: boolean;
	competition: CompetitionPart;
	amount: number;
	row_count: number;
	contracts: number;
	name: string | null;
}

const zero = (): Record<CompetitionPart, number> => ({
	ett: 0,
	flera: 0,
	'utan annons': 0,
	okänt: 0,
	möjligt: 0,
	utanför: 0
});

/** Gathers the lines of competition-by, most kronor first, everything before its parts. */
export function competitionParts(lines: readonly Line[]): CompetitionParts[] {
	const found = new Map<string, CompetitionParts>();
	for (const line of lines) {
		const name = line.all_keys ? 'alla' : `:${line.key ?? ''}${line.key === null ? ' utan' : ''}`;
		const parts: CompetitionParts = found.get(name) ?? {
			key: line.all_keys ? undefined : line.key,
			name: line.name,
			amounts: zero(),
			contracts: zero(),
			rows: 0,
			total: 0
		};
		parts.amounts[line.competition] += line.amount;
		parts.contracts[line.competition] += line.contracts;
		parts.rows += line.row_count;
		parts.total += line.amount;
		found.set(name, parts);
	}
	return [...found.values()].sort((a, b) =>
		a.key === undefined ? -1 : b.key === undefined ? 1 : b.total - a.total
	);
}

export interface CompetitionShares {
	/** One bid of those with a known number; direct awards and the unknown are left out. */
	singleBid: { numerator: number; denominator: number; share: number | null };
	/** Direct awards of those whose competition is known. */
	direct: { numerator: number; denominator: number; share: number | null };
	/** Known bids or direct award, of everything. */
	known: { numerator: number; denominator: number; share: number | null };
}

/** The shares of öre or of contracts. */
export function competitionShares(parts: Readonly<Record<CompetitionPart, number>>): CompetitionShares {
	const bids = parts.ett + parts.flera;
	const known = bids + parts['utan annons'];
	const of = (numerator: number, denominator: number) => ({
		numerator,
		denominator,
		share: shareOf(numerator, denominator)
	});
	return {
		singleBid: of(parts.ett, bids),
		direct: of(parts['utan annons'], known),
		known: of(known, known + parts.okänt + parts.möjligt + parts.utanför)
	};
}
