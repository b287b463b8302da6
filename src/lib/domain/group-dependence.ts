// What binds the municipality to a koncern: its companies' figures together.
import { readinessOf } from './exit-readiness';
import type { Dependence } from './supplier-dependence';
import { countByGroup, type SupplierGroup } from './supplier-group';

/** A koncern, or a supplier without one. */
export interface GroupDependence extends Dependence {
	/** The keys of its suppliers, largest first. */
	members: readonly string[];
}

/**
 * Suppliers by koncern, largest first. Kronor are net per supplier and floored at 0 before they are added. Systems and nämnder
 * of the companies are partly the same: how many they are together is unknown, and told as the most that one company has.
 */
export function groupDependences(
	list: readonly Dependence[],
	groups: ReadonlyMap<string, SupplierGroup>
): GroupDependence[] {
	const byKey = new Map(list.map((one) => [one.key, one]));
	return countByGroup(list, groups).flatMap(({ key, group, members, amount }) => {
		const own = members.flatMap((member) => byKey.get(member) ?? []);
		const [first] = own;
		if (!first) return [];
		return [group ? together({ key, name: group.name, members, amount }, own) : { ...first, members }];
	});
}

function together(
	koncern: Pick<GroupDependence, 'key' | 'name' | 'members' | 'amount'>,
	own: readonly Dependence[]
): GroupDependence {
	const sum = (of: (one: Dependence) => number) => own.reduce((total, one) => total + of(one), 0);
	const known = (of: (one: Dependence) => number | null) => own.flatMap((one) => of(one) ?? []);
	const least = (values: readonly number[]) => (values.length ? Math.min(...values) : null);
	const most = (values: readonly number[]) => (values.length ? Math.max(...values) : null);
	const total = (values: readonly number[]) =>
		values.length ? values.reduce((all, value) => all + value, 0) : null;
	const paid = own.flatMap(({ competition }) => competition ?? []);
	// A company without contracts says nothing of when the others competed.
	const withContracts = own.filter(({ contracts }) => contracts);
	const ages = withContracts.length ? withContracts : own;
	return {
		...koncern,
		organisationNumber: null,
		rowCount: sum(({ rowCount }) => rowCount),
		share: total(known(({ share }) => share)),
		units: most(own.map(({ units }) => units)) ?? 0,
		tied: most(known(({ tied }) => tied)),
		contracts: total(known(({ contracts }) => contracts)),
		inForce: sum(({ inForce }) => inForce),
		competition: paid.length
			? paid.reduce((all, one) => ({
					one: all.one + one.one,
					several: all.several + one.several,
					direct: all.direct + one.direct,
					unknown: all.unknown + one.unknown,
					possible: all.possible + one.possible,
					outside: all.outside + one.outside
				}))
			: null,
		singleBid: { low: sum(({ singleBid }) => singleBid.low), high: sum(({ singleBid }) => singleBid.high) },
		exit: readinessOf({
			yes: sum(({ exit }) => exit.yes),
			no: sum(({ exit }) => exit.no),
			unknown: sum(({ exit }) => exit.unknown)
		}),
		age: {
			years: least(ages.flatMap(({ age }) => age.years ?? [])),
			least: least(ages.flatMap(({ age }) => age.least ?? []))
		},
		competence: {
			own: sum(({ competence }) => competence.own),
			consult: sum(({ competence }) => competence.consult),
			open: sum(({ competence }) => competence.open)
		},
		binding: null
	};
}
