import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	dayOfInstant,
	formatAxisMoney,
	formatBytes,
	formatChange,
	formatCount,
	formatCounted,
	formatDayLong,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthShort,
	formatNumber,
	formatOre,
	formatPeriod,
	formatShare,
	formatShareRange,
	formatSignedShare,
	numberWord
} from '../../src/lib/text/format';

const units = ['kr', 'tkr', 'mnkr'] as const;
const anyOre = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });

describe('money', () => {
	it('shows millions with one decimal, thousands and kronor with none', () => {
		expect(formatMoney(17_330_000_000, 'mnkr')).toBe('173,3');
		expect(formatMoney(17_330_000_000, 'tkr')).toBe('173\u00a0300');
		expect(formatMoney(17_330_000_000, 'kr')).toBe('173\u00a0300\u00a0000');
	});

	it('puts a no-break space before the unit', () => {
		expect(formatMoneyWithUnit(17_330_000_000, 'mnkr')).toBe('173,3\u00a0mnkr');
		expect(formatOre(123_450)).toBe('1\u00a0234,50\u00a0kr');
	});

	it('prints a minus sign, not a hyphen, and a plus only when asked', () => {
		expect(formatMoney(-262_000_000, 'mnkr', { decimals: 2 })).toBe('\u22122,62');
		expect(formatMoney(550_000_000, 'mnkr', { signed: true })).toBe('+5,5');
		expect(formatMoney(0, 'mnkr', { signed: true })).toBe('0');
	});

	it('rounds halves away from zero', () => {
		expect(formatMoney(5_000_000, 'mnkr')).toBe('0,1');
		expect(formatMoney(-5_000_000, 'mnkr')).toBe('\u22120,1');
		expect(formatMoney(4_999_999, 'mnkr')).toBe('0,0');
		expect(formatMoney(250, 'kr')).toBe('3');
	});

	it('never prints a negative zero', () => {
		expect(formatMoney(-1, 'mnkr')).toBe('0,0');
		expect(formatMoney(-1, 'mnkr', { signed: true })).toBe('0,0');
		expect(formatShare(-0.00001)).toBe('0,0\u00a0%');
	});

	it('says Okänt for what is not known', () => {
		expect(formatMoney(null, 'tkr')).toBe('Okänt');
		expect(formatMoneyWithUnit(null, 'tkr')).toBe('Okänt');
		expect(formatShare(null)).toBe('Okänt');
	});

	it('gives axis numbers only the decimals they need', () => {
		expect(formatAxisMoney(1_000_000_000, 'mnkr')).toBe('10');
		expect(formatAxisMoney(50_000_000, 'mnkr')).toBe('0,5');
		expect(formatAxisMoney(25_000_000, 'mnkr')).toBe('0,25');
		expect(formatAxisMoney(0, 'mnkr')).toBe('0');
	});

	it('keeps an amount when öre are shown: the text reads back to the same öre', () => {
		fc.assert(
			fc.property(anyOre, (ore) => {
				const text = formatOre(ore).replace(/[^\d,\u2212]/g, '');
				expect(Number(text.replace('\u2212', '-').replace(',', '')) + 0).toBe(ore + 0);
			})
		);
	});

	it('is off by at most half a step, and shows the negative as the positive with a minus', () => {
		fc.assert(
			fc.property(
				anyOre,
				fc.constantFrom(...units),
				fc.integer({ min: 0, max: 2 }),
				(ore, unit, decimals) => {
					const text = formatMoney(ore, unit, { decimals });
					const size = { kr: 100, tkr: 100_000, mnkr: 100_000_000 }[unit];
					const shown = Number(text.replaceAll('\u00a0', '').replace(',', '.').replace('\u2212', '-'));
					expect(Math.abs(shown * size - ore)).toBeLessThanOrEqual(size / 10 ** decimals / 2 + 0.01);
					const mirrored = formatMoney(-ore, unit, { decimals });
					expect(mirrored.replace('\u2212', '')).toBe(text.replace('\u2212', ''));
					expect(text).not.toMatch(/^\u2212[0,]+$/);
				}
			)
		);
	});
});

describe('shares and changes', () => {
	it('shows a share as percent with one decimal', () => {
		expect(formatShare(0.27)).toBe('27,0\u00a0%');
		expect(formatShare(0.285, 0)).toBe('29\u00a0%');
		expect(formatSignedShare(0.051)).toBe('+5,1\u00a0%');
		expect(formatSignedShare(-0.052)).toBe('\u22125,2\u00a0%');
	});

	it('mends halves that binary fractions hold just below', () => {
		expect(formatShare(0.1005)).toBe('10,1\u00a0%');
		expect(formatNumber(1.005, 2)).toBe('1,01');
	});

	it('shows a span with an en dash, or one figure when the ends are equal', () => {
		expect(formatShareRange(1 / 3, 0.5)).toBe('33\u201350\u00a0%');
		expect(formatShareRange(0.5, 0.5)).toBe('50\u00a0%');
	});

	it('gives no percent when last year was under 50 tkr', () => {
		expect(formatChange(12_000_000, 10_000_000)).toBe('+20,0\u00a0%');
		expect(formatChange(9_000_000, 4_999_999)).toBeNull();
		expect(formatChange(9_000_000, null)).toBeNull();
	});
});

describe('counts, days and periods', () => {
	it('groups thousands with a no-break space', () => {
		expect(formatCount(36_554)).toBe('36\u00a0554');
		expect(formatCount(999)).toBe('999');
		expect(formatCounted(1, 'rad', 'rader')).toBe('1\u00a0rad');
		expect(formatCounted(23, 'rad', 'rader')).toBe('23\u00a0rader');
		expect(formatBytes(14_200_000)).toBe('14,2\u00a0MB');
	});

	it('writes days and months in Swedish', () => {
		expect(formatDayLong('2026-12-31')).toBe('31\u00a0december 2026');
		expect(formatDayLong('2026-03-01', false)).toBe('1\u00a0mars');
		expect(formatMonthShort('2026-10')).toBe('okt');
	});

	it('writes a period with one year when both ends share it', () => {
		expect(formatPeriod({ from: '2026-01', to: '2026-10' })).toBe('jan\u2013okt 2026');
		expect(formatPeriod({ from: '2026-01', to: '2026-10' }, 'heading')).toBe('Januari\u2013oktober 2026');
		expect(formatPeriod({ from: '2025-11', to: '2026-02' })).toBe('nov 2025 \u2013 feb 2026');
		expect(formatPeriod({ from: '2026-10', to: '2026-10' }, 'long')).toBe('oktober 2026');
	});

	it('writes small counts as words', () => {
		expect(numberWord(1)).toBe('ett');
		expect(numberWord(1, 'en')).toBe('en');
		expect(numberWord(12)).toBe('tolv');
		expect(numberWord(13)).toBe('13');
	});
});

describe('the day of an instant', () => {
	it('is the day where the reader is, to the last minute of it', () => {
		const lastMinute = new Date(2026, 7, 31, 23, 59);
		expect(dayOfInstant(lastMinute)).toBe('2026-08-31');
		expect(dayOfInstant(lastMinute.toISOString())).toBe('2026-08-31');
		expect(dayOfInstant(new Date(2026, 8, 1))).toBe('2026-09-01');
	});
});
