import { expect, it } from 'vitest';
import { readingBoundValues } from '$lib/engine/browser/statement';

it('reads each ? from its place, and leaves those in texts, names and comments', () => {
	expect(readingBoundValues(`SELECT '?', "a?" FROM t -- why?\nWHERE a = ? AND b IN (?, ?) /* ? */`)).toBe(
		`SELECT '?', "a?" FROM t -- why?\nWHERE a = getvariable('bound')[1] AND b IN (getvariable('bound')[2], getvariable('bound')[3]) /* ? */`
	);
});

it('is not misled by a quote inside a text', () => {
	expect(readingBoundValues(`SELECT 'it''s ?' WHERE a = ?`)).toBe(
		`SELECT 'it''s ?' WHERE a = getvariable('bound')[1]`
	);
});
