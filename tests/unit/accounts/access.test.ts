import { expect, test } from 'vitest';
import { may, sliceOf, type Access, type Permission } from '$lib/domain/access';

const anyone = { rights: [], units: null };
const people: Record<string, Access | null> = {
	nobody: null,
	reader: { ...anyone, role: 'reader' },
	member: { ...anyone, role: 'member' },
	controller: { ...anyone, role: 'controller' },
	'scoped controller': { ...anyone, role: 'controller', units: ['Utbildningsnämnden'] },
	admin: { ...anyone, role: 'admin' }
};

test.each<[string, Permission[]]>([
	['nobody', []],
	['reader', ['read']],
	['member', ['read']],
	['controller', ['read', 'import', 'tag', 'publish', 'see_free_text']],
	['scoped controller', ['read', 'see_free_text']],
	['admin', ['read', 'administer']]
])('%s may %j and nothing else', (who, expected) => {
	const asked: Permission[] = ['read', 'import', 'tag', 'publish', 'administer', 'see_free_text'];
	expect(asked.filter((permission) => may(people[who] ?? null, permission))).toEqual(expected);
});

test('only a controller is sent free text, and a scope follows into the slice in one order', () => {
	expect(sliceOf({ ...anyone, role: 'admin' }).level).toBe('open');
	expect(sliceOf({ rights: [], role: 'controller', units: ['B', 'A'] })).toEqual({
		level: 'full',
		units: ['A', 'B']
	});
});
