// The colours charts draw with, read from the design tokens, and which kostnadsslag has which colour on every page.

const tokens = {
	ink: '--ink',
	ink2: '--ink-2',
	ink3: '--ink-3',
	surface: '--surface',
	sunken: '--sunken',
	line2: '--line-2',
	grid: '--grid',
	ghost: '--ghost',
	accent: '--accent',
	neg: '--neg',
	pos: '--pos',
	c1: '--c1',
	c2: '--c2',
	c3: '--c3',
	c4: '--c4',
	c5: '--c5',
	c6: '--c6',
	c7: '--c7',
	c8: '--c8',
	font: '--font'
} as const;

export type Palette = Record<keyof typeof tokens, string>;

/** Reads every token; `read` gets a custom property's name. */
export function paletteFrom(read: (property: string) => string): Palette {
	const value = (name: keyof typeof tokens) => read(tokens[name]).trim();
	return {
		ink: value('ink'),
		ink2: value('ink2'),
		ink3: value('ink3'),
		surface: value('surface'),
		sunken: value('sunken'),
		line2: value('line2'),
		grid: value('grid'),
		ghost: value('ghost'),
		accent: value('accent'),
		neg: value('neg'),
		pos: value('pos'),
		c1: value('c1'),
		c2: value('c2'),
		c3: value('c3'),
		c4: value('c4'),
		c5: value('c5'),
		c6: value('c6'),
		c7: value('c7'),
		c8: value('c8'),
		font: value('font')
	};
}

type Colour = 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6' | 'c7' | 'c8';

const kindColours: Readonly<Record<string, Colour>> = {
	'Licens/SaaS': 'c1',
	Drift: 'c2',
	Konsult: 'c3',
	Systemunderhåll: 'c4',
	Hårdvara: 'c5',
	'Tele och datakom': 'c6',
	Moln: 'c7'
};

/** The name of the part that small kostnadsslag are drawn together as. */
export const otherKinds = 'Övrigt';
export const unknownKind = 'Okänt';

/** The part a kostnadsslag is drawn as: itself, "Övrigt" when it has no colour of its own, or "Okänt". */
export function drawnKind(kind: string | null): string {
	if (kind === null || kind === unknownKind) return unknownKind;
	return kind in kindColours ? kind : otherKinds;
}

/** Token of a kostnadsslag's colour, `c1`–`c8`; null for unknown, which is hatched. */
export function kindToken(kind: string | null): Colour | null {
	const drawn = drawnKind(kind);
	return drawn === unknownKind ? null : (kindColours[drawn] ?? 'c8');
}

/** The same as a CSS value for HTML parts: `var(--c1)`, or the hatch. */
export function kindCss(kind: string | null): string {
	const token = kindToken(kind);
	return token ? `var(--${token})` : 'var(--hatch)';
}

/** The order parts are stacked and listed in. */
export const drawnKinds: readonly string[] = [...Object.keys(kindColours), otherKinds, unknownKind];
