import { expect, test } from 'vitest';
import { comesFromThisSite } from '$lib/server/hooks/origin-check';

const own = 'https://it.lindskar.se';

test.each<[boolean, Record<string, string>]>([
	[true, { Origin: own }],
	[true, { Origin: own, 'Sec-Fetch-Site': 'same-origin' }],
	[true, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
	[true, { 'Sec-Fetch-Site': 'same-origin' }],
	[false, {}],
	[false, { Origin: 'null' }],
	[false, { Origin: 'http://it.lindskar.se' }],
	[false, { Origin: 'https://it.lindskar.se.example.org' }],
	[false, { Origin: 'https://annan.lindskar.se', 'Sec-Fetch-Site': 'same-site' }],
	[false, { Origin: own, 'Sec-Fetch-Site': 'cross-site' }],
	[false, { 'Sec-Fetch-Site': 'none' }]
])('%s for %j', (expected, headers) => {
	expect(comesFromThisSite(new Headers(headers), own)).toBe(expected);
});
