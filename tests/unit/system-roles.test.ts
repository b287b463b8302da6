// Who answers for which systems: gaps first, each person's kronor once a system, and unknown as unknown.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordValues } from '$lib/domain/completion';
import { processorAgreement, responsiblePeople, roledSystems, systemRoles } from '$lib/domain/system-roles';

const none = new Map<string, string | null>();
const system = (name: string, amount: number, line: RecordValues | null) => ({
	systemId: name,
	name,
	amount,
	line
});
const full = { system_owner: 'It-chef', information_owner: 'Kanslichef', maintenance_lead: 'It-chef' };

test('the costliest system with a gap comes first, and one that only the ledger names lacks all three', () => {
	const found = roledSystems(
		[
			system('Hel', 900, full),
			system('Halv', 100, { ...full, maintenance_lead: 'okänt' }),
			system('Okänd', 300, null),
			system('Borta', 0, { life_cycle: 'avvecklad' })
		],
		none,
		false
	);
	expect(found.map(({ name }) => name)).toEqual(['Okänd', 'Halv', 'Hel']);
	expect(found.map(({ missingRoles }) => missingRoles)).toEqual([[...systemRoles], ['maintenance_lead'], []]);
});

test('classes are no part of what others than controllers are told, and an unsaid one is not 0', () => {
	const lines = [system('A', 1, { class_confidentiality: 3, class_integrity: null, class_availability: 0 })];
	expect(roledSystems(lines, none, true)[0]?.classes).toEqual([3, null, 0]);
	expect(roledSystems(lines, none, false)[0]?.classes).toBeUndefined();
});

test('an agreement is there when one contract has it, missing only when all are said to lack it', () => {
	const answers = new Map([
		['A', 'ja'],
		['B', 'nej'],
		['C', null]
	]);
	expect(processorAgreement('A|B', answers)).toBe('ja');
	expect(processorAgreement('B', answers)).toBe('nej');
	expect(processorAgreement('B|C', answers)).toBe('okänt');
	expect(processorAgreement('B|X', answers)).toBe('okänt');
	expect(processorAgreement('', answers)).toBe('okänt');
	const [without] = roledSystems([system('A', 1, { personal_data: 'nej' })], answers, false);
	expect(without?.agreement).toBeNull();
});

test('somebody with two roles on a system has its kronor once', () => {
	const [person] = responsiblePeople(
		roledSystems([system('Hel', 900, full), system('Halv', 100, { system_owner: 'IT-chef ' })], none, false)
	);
	expect(person).toMatchObject({ name: 'IT-chef', amount: 1000 });
	expect(systemRoles.map((role) => person?.answersFor[role].length)).toEqual([2, 0, 1]);
});

test('every role that is known is one of somebody’s, and none is anybody’s twice', () => {
	const name = fc.option(fc.constantFrom('Ada', 'ada', 'Bo', 'okänt'));
	const line = fc.record({ system_owner: name, information_owner: name, maintenance_lead: name });
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(1000), line), { maxLength: 12 }), (lines) => {
			const systems = roledSystems(
				lines.map(([amount, of], place) => system(`S-${place}`, amount, of)),
				none,
				false
			);
			const people = responsiblePeople(systems);
			for (const role of systemRoles) {
				const known = systems.filter(({ roles }) => roles[role] !== null).length;
				expect(people.reduce((count, { answersFor }) => count + answersFor[role].length, 0)).toBe(known);
			}
			for (const { systems: own, amount } of people) {
				expect(new Set(own).size).toBe(own.length);
				expect(own.reduce((ore, one) => ore + one.amount, 0)).toBe(amount);
			}
		})
	);
});
