// Who pays for a system, as the ledger says, beside who uses it, as the register says, and what differs.
import { listedWords } from './listed-words';

/** Whether the register says that a nämnd uses the system; `gemensamt` is that all can, and `okänt` that nobody has said. */
export type SaidUse = 'ja' | 'nej' | 'gemensamt' | 'okänt';

export interface UnitUse {
	/** Null is cost on no nämnd. */
	unit: string | null;
	/** Öre of the period, net, and their rows. */
	amount: number;
	rowCount: number;
	uses: SaidUse;
	owns: boolean;
}

export interface RegisteredUse {
	unit: string | null;
	used_by: string | null;
	shared: string | null;
}

/** Every nämnd that pays or is said to use the system, the largest payer first. @param line null where no register lists it */
export function usesAndPayments(
	payments: readonly { unit: string | null; amount: number; rowCount: number }[],
	line: RegisteredUse | null
): UnitUse[] {
	const users = listedWords(line?.used_by);
	const saidOf = (unit: string | null): SaidUse => {
		if (unit !== null && users.includes(unit)) return 'ja';
		if (line?.shared === 'ja') return 'gemensamt';
		return users.length > 0 && unit !== null ? 'nej' : 'okänt';
	};
	const paying = new Set(payments.map(({ unit }) => unit));
	const silent = users.filter((unit) => !paying.has(unit)).map((unit) => ({ unit, amount: 0, rowCount: 0 }));
	return [...payments, ...silent]
		.map((payment) => ({
			...payment,
			uses: saidOf(payment.unit),
			owns: payment.unit !== null && payment.unit === line?.unit
		}))
		.sort((a, b) => b.amount - a.amount || (a.unit ?? '').localeCompare(b.unit ?? '', 'sv'));
}

export interface UseDifference {
	/** Nämnder with cost above zero. */
	payers: number;
	/** Nämnder that are said to use the system. */
	users: number;
	/** Named users without cost. */
	usersWithoutCost: number;
	/** Payers that are not among the named users, of a system that is not for all. */
	payersWithoutUse: number;
	/** The owner is known and pays nothing. */
	ownerPaysNothing: boolean;
}

/** What differs between the two. */
export function useDifference(lines: readonly UnitUse[], line: RegisteredUse | null): UseDifference {
	const pays = ({ amount }: UnitUse) => amount > 0;
	const owner = lines.find(({ owns }) => owns);
	return {
		payers: lines.filter((one) => pays(one) && one.unit !== null).length,
		users: lines.filter(({ uses }) => uses === 'ja').length,
		usersWithoutCost: lines.filter((one) => one.uses === 'ja' && !pays(one)).length,
		payersWithoutUse: lines.filter((one) => one.uses === 'nej' && pays(one)).length,
		ownerPaysNothing: Boolean(line?.unit) && !(owner && pays(owner))
	};
}

/** Öre a user in the period, rounded; null where the number is unknown or none, or nothing is paid net. */
export function costPerUser(amount: number, users: number | null): number | null {
	return users === null || users <= 0 || amount <= 0 ? null : Math.round(amount / users);
}
