// What cost can be divided by: one line per dimension. Their SQL is in queries/dimension-sql.ts.

interface DimensionFacts {
	/** In addresses. */
	word: string;
	label: string;
	/** In a sentence: "per nämnd". */
	noun: string;
	/** "34 leverantörer". */
	many: string;
	/** Header in exported files. */
	header: string;
	/** Values are spans of months: they stand in the order of the calendar and are never gathered under Övriga. */
	time?: true;
	/** Values share months (T2 has T1 in it), so they have no sum. */
	overlapping?: true;
}

export const dimensions = {
	unit: { word: 'namnd', label: 'Nämnd', noun: 'nämnd', many: 'nämnder', header: 'namnd' },
	responsibility: { word: 'ansvar', label: 'Ansvar', noun: 'ansvar', many: 'ansvar', header: 'ansvar' },
	operation: {
		word: 'verksamhet',
		label: 'Verksamhet',
		noun: 'verksamhet',
		many: 'verksamheter',
		header: 'verksamhet'
	},
	project: { word: 'projekt', label: 'Projekt', noun: 'projekt', many: 'projekt', header: 'projekt' },
	account: { word: 'konto', label: 'Konto', noun: 'konto', many: 'konton', header: 'konto' },
	costKind: {
		word: 'slag',
		label: 'Kostnadsslag',
		noun: 'kostnadsslag',
		many: 'kostnadsslag',
		header: 'kostnadsslag'
	},
	orientation: {
		word: 'inriktning',
		label: 'Inriktning',
		noun: 'inriktning',
		many: 'inriktningar',
		header: 'inriktning'
	},
	supplier: {
		word: 'leverantor',
		label: 'Leverantör',
		noun: 'leverantör',
		many: 'leverantörer',
		header: 'leverantor'
	},
	maker: {
		word: 'verklig_leverantor',
		label: 'Verklig leverantör',
		noun: 'verklig leverantör',
		many: 'verkliga leverantörer',
		header: 'verklig_leverantor'
	},
	system: { word: 'system', label: 'System', noun: 'system', many: 'system', header: 'system' },
	contract: { word: 'avtal', label: 'Avtal', noun: 'avtal', many: 'avtal', header: 'avtal' },
	year: { word: 'ar', label: 'År', noun: 'år', many: 'år', header: 'ar', time: true },
	tertial: {
		word: 'tertial',
		label: 'Tertial (fyra månader)',
		noun: 'tertial',
		many: 'tertial',
		header: 'tertial',
		time: true
	},
	accumulated: {
		word: 'ackumulerat',
		label: 'T1, T2 och helår, ackumulerat',
		noun: 'ackumulerad uppföljningsperiod',
		many: 'uppföljningsperioder',
		header: 'ackumulerat',
		time: true,
		overlapping: true
	},
	quarter: {
		word: 'kvartal',
		label: 'Kvartal',
		noun: 'kvartal',
		many: 'kvartal',
		header: 'kvartal',
		time: true
	},
	month: { word: 'manad', label: 'Månad', noun: 'månad', many: 'månader', header: 'manad', time: true }
} as const satisfies Readonly<Record<string, DimensionFacts>>;

export type DimensionKey = keyof typeof dimensions;
export const dimensionKeys = Object.keys(dimensions) as DimensionKey[];

/** What is known of a dimension, whichever it is. */
export function dimensionFacts(key: DimensionKey): DimensionFacts {
	return dimensions[key];
}

/** The dimension that an address names. */
export function dimensionOf(word: string): DimensionKey | undefined {
	return dimensionKeys.find((key) => dimensions[key].word === word);
}

/** The values of a dimension that a cell keeps: one of them (null is cost without any), or all but those listed. */
export type DimensionCell =
	| { dimension: DimensionKey; value: string | null }
	| { dimension: DimensionKey; except: readonly (string | null)[] };
