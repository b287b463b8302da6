import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');
/** The tokens of each theme, as the style sheet has them. */
const themes = {
	light: css.slice(css.indexOf("[data-theme='light'] {"), css.indexOf('@media screen {')),
	dark: css.slice(css.indexOf("[data-theme='dark'] {"))
};

function token(theme: keyof typeof themes, name: string): string {
	const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(themes[theme])?.[1];
	if (!found) throw new Error(`No ${name} in the ${theme} theme`);
	return found;
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
	const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
	return (lighter + 0.05) / (darker + 0.05);
}

const steps = [1, 2, 3, 4, 5, 6];
const inBoth = (['light', 'dark'] as const).flatMap((theme) => steps.map((step) => [theme, step] as const));

test('black on white is the most that contrast can be', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test.each(inBoth)('in the %s theme text is read on step %i of the sequence', (theme, step) => {
	// 4.5 is the least for text of this size; thin figures on a mid tone need more to be easy.
	expect(contrast(token(theme, `seq-${step}`), token(theme, `on-seq-${step}`))).toBeGreaterThan(5.5);
});

test.each(['light', 'dark'] as const)(
	'in the %s theme neighbours of the sequence are told apart',
	(theme) => {
		for (const step of steps.slice(0, -1))
			expect(
				contrast(token(theme, `seq-${step}`), token(theme, `seq-${step + 1}`)),
				`${step} and ${step + 1}`
			).toBeGreaterThan(1.15);
	}
);
