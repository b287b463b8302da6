import { expect, test } from 'vitest';
import { safeReturnPath } from '$lib/server/accounts/return-path';

test.each([
	['/kostnader', '/kostnader'],
	['/kostnader?namnd=UBN&slag=licens', '/kostnader?namnd=UBN&slag=licens'],
	['/avtal/A-17#beslut', '/avtal/A-17#beslut'],
	[null, '/'],
	['', '/'],
	['/logga-in?till=/logga-in', '/'],
	['https://example.org/', '/'],
	['//example.org/', '/'],
	['/\\example.org', '/'],
	['/\t/example.org', '/'],
	['/.//example.org', '/'],
	['javascript:alert(1)', '/'],
	['kostnader', '/']
])('after sign-in %j leads to %j', (asked, expected) => {
	expect(safeReturnPath(asked)).toBe(expected);
});
