// The closed lists that tags choose from.

/** Kostnadsslag, in the order screens draw them; the word is also the stored value. */
export const costKinds = [
	'Licens/SaaS',
	'Drift',
	'Konsult',
	'Systemunderhåll',
	'Hårdvara',
	'Tele och datakom',
	'Moln',
	'Personal',
	'Infrastruktur',
	'Kapitalkostnad',
	'Intern debitering',
	'Okänt'
] as const;
export type CostKind = (typeof costKinds)[number];

/** Inriktning: what the money is for, running or changing. */
export const orientations = ['förvaltning', 'utveckling', 'avveckling', 'okänd'] as const;
export type Orientation = (typeof orientations)[number];

/** Finds the listed word whatever its case; undefined when the list has no such word. */
export function findListed<T extends string>(list: readonly T[], text: string): T | undefined {
	const wanted = text.trim().toLocaleLowerCase('sv');
	return list.find((word) => word.toLocaleLowerCase('sv') === wanted);
}
