// The system that no list names: paid month by month since it came in the place of a local one, on no contract.
export const unlistedSystem = {
	supplier: 'Lyktstigen Digital AB',
	text: 'Jobbspåret, abonnemang',
	replaces: 'Matchlistan',
	/** The first year of it. */
	from: 2025
} as const;
