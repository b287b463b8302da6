// A förmåga at a nämnd is covered, overlapping, a hole, unknown or not needed, by what the registers say and nothing else.
import { expect, test } from 'vitest';
import {
	coverageOf,
	isLive,
	needOf,
	type CapabilityLine,
	type CoveringSystem
} from '$lib/domain/capability-coverage';
import { parseIsoDay } from '$lib/domain/day';

const day = (iso: string) => {
	const read = parseIsoDay(iso);
	if (!read) throw new Error(`${iso} is no day.`);
	return read;
};
const today = day('2026-08-31');
const line = (of: Partial<CapabilityLine>): CapabilityLine => ({
	capability_id: 'F-01',
	name: 'Lärplattform',
	parent: null,
	needed_by: null,
	not_needed_by: null,
	...of
});
const system = (system_id: string, of: Partial<CoveringSystem> = {}): CoveringSystem => ({
	system_id,
	unit: null,
	used_by: null,
	shared: null,
	capabilities: 'F-01',
	life_cycle: 'drift',
	in_use_from: null,
	retired_from: null,
	...of
});

test('a need is what somebody has stated; what nobody has said is unknown, also where others have spoken', () => {
	const school = line({ needed_by: 'Skola | Vux', not_needed_by: 'Äldre' });
	expect(needOf('Vux', [school])).toBe('behov');
	expect(needOf('Äldre', [school])).toBe('inget behov');
	expect(needOf('Kultur', [school])).toBe('okänt');
	expect(needOf('Skola', [line({ needed_by: 'Skola', not_needed_by: 'Skola' })])).toBe('behov');
});

test('who has no need of a förmåga has none of its parts, unless a need of the part is stated', () => {
	const whole = line({ capability_id: 'F', not_needed_by: 'Äldre|Kultur', needed_by: 'Skola' });
	const part = line({ parent: 'F', needed_by: 'Kultur' });
	expect(needOf('Äldre', [part, whole])).toBe('inget behov');
	expect(needOf('Kultur', [part, whole])).toBe('behov');
	expect(needOf('Skola', [part, whole])).toBe('okänt');
});

test('a system that is planned, ended, not yet begun or already retired is not live; one of unknown life cycle is', () => {
	const live = (of: Partial<CoveringSystem>) => isLive(system('S', of), today);
	expect(live({ life_cycle: 'planerad' })).toBe(false);
	expect(live({ life_cycle: 'avvecklad' })).toBe(false);
	expect(live({ in_use_from: day('2026-09-01') })).toBe(false);
	expect(live({ retired_from: today })).toBe(false);
	expect(live({ retired_from: day('2026-09-01'), life_cycle: 'avvecklas' })).toBe(true);
	expect(live({ life_cycle: 'införs' })).toBe(true);
	expect(live({ life_cycle: null })).toBe(true);
});

test('one system covers its users, or its owner where no users are told', () => {
	const [local, lent] = [
		system('A', { unit: 'Skola' }),
		system('B', { unit: 'Fastighet', used_by: 'Kultur' })
	];
	expect(coverageOf('Skola', 'okänt', [local])).toMatchObject({ state: 'täckt', counted: ['A'] });
	expect(coverageOf('Kultur', 'behov', [lent])).toMatchObject({ state: 'täckt', counted: ['B'] });
	expect(coverageOf('Fastighet', 'behov', [lent])).toMatchObject({ state: 'hål', counted: [] });
});

test('without a system a stated need is a hole, and what nobody has said is never one', () => {
	expect(coverageOf('Skola', 'behov', []).state).toBe('hål');
	expect(coverageOf('Skola', 'okänt', []).state).toBe('okänt');
	expect(coverageOf('Skola', 'inget behov', []).state).toBe('inget behov');
});

test('a shared system covers all who need it, but while it is introduced only those who use it', () => {
	const shared = system('G', { unit: 'Service', used_by: 'Skola', shared: 'ja' });
	expect(coverageOf('Kultur', 'behov', [shared])).toMatchObject({
		state: 'täckt',
		available: ['G'],
		used: []
	});
	expect(coverageOf('Kultur', 'okänt', [shared]).state).toBe('täckt');
	expect(coverageOf('Kultur', 'inget behov', [shared])).toMatchObject({ state: 'inget behov', counted: [] });
	const coming = { ...shared, life_cycle: 'införs' };
	expect(coverageOf('Skola', 'behov', [coming]).state).toBe('täckt');
	expect(coverageOf('Kultur', 'behov', [coming]).state).toBe('hål');
});

test('two used systems overlap, and so does a local one beside a shared one, but not two shared ones of which one is used', () => {
	const shared = system('G', { used_by: 'Skola', shared: 'ja' });
	const other = system('H', { used_by: 'Vux', shared: 'ja' });
	const local = system('L', { unit: 'Hamn' });
	expect(coverageOf('Hamn', 'okänt', [shared, local])).toMatchObject({
		state: 'överlapp',
		counted: ['L', 'G']
	});
	expect(coverageOf('Skola', 'behov', [shared, other])).toMatchObject({ state: 'täckt', counted: ['G'] });
	expect(coverageOf('Kultur', 'behov', [shared, other])).toMatchObject({
		state: 'täckt',
		counted: ['G', 'H']
	});
	const both = [shared, { ...other, used_by: 'Skola|Vux' }];
	expect(coverageOf('Skola', 'inget behov', both)).toMatchObject({ state: 'överlapp', counted: ['G', 'H'] });
});
