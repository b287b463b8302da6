// What a rule's condition says of a row, read plainly: a second reading to hold the SQL against.
import type { Condition } from '$lib/tagging/condition';

/** A row by the columns of an edition. */
export interface ReadRow {
	account: string | null;
	supplier: string | null;
	organisation_number: string | null;
	text: string | null;
	unit: string | null;
	/** Öre, of the whole row. */
	amount: number;
	/** ISO day. */
	day: string;
}

/** Whether a condition holds of a row. Reads the fields of ReadRow only. */
export function holds(condition: Condition, row: ReadRow): boolean {
	if ('alla' in condition) return condition.alla.every((part) => holds(part, row));
	if ('nagon' in condition) return condition.nagon.some((part) => holds(part, row));
	if ('inte' in condition) return !holds(condition.inte, row);
	const { falt, ar, varden } = condition;
	if (falt === 'belopp') {
		const [low = 0, high = 0] = varden.map((text) => Math.round(Number(text.replace(',', '.')) * 100));
		return ar === 'minst'
			? row.amount >= low
			: ar === 'hogst'
				? row.amount <= low
				: row.amount >= low && row.amount <= high;
	}
	if (falt === 'period') {
		const month = row.day.slice(0, 7);
		const [from = '', to = ''] = varden;
		return ar === 'fran' ? month >= from : ar === 'till' ? month <= from : month >= from && month <= to;
	}
	const cells: Partial<Record<typeof falt, string | null>> = {
		konto: row.account,
		leverantor: row.supplier,
		organisationsnummer: row.organisation_number,
		text: row.text,
		namnd: row.unit
	};
	const cell = cells[falt];
	if (cell === undefined) throw new Error(`Not read here: ${falt}`);
	if (ar === 'saknas') return cell === null;
	if (cell === null) return false;
	if (falt === 'organisationsnummer') {
		const digits = (text: string) => text.replace('-', '');
		return varden.some((value) => cell.split('|').map(digits).includes(digits(value)));
	}
	if (falt === 'konto') {
		if (ar === 'mellan') {
			const [from = '', to = ''] = varden;
			return cell.slice(0, from.length) >= from && cell.slice(0, to.length) <= to;
		}
		return varden.some((value) => (ar === 'ar' ? cell === value : cell.startsWith(value)));
	}
	const lower = cell.toLowerCase();
	return varden.some((value) => {
		const wanted = value.toLowerCase();
		return ar === 'ar'
			? lower === wanted
			: ar === 'borjar_med'
				? lower.startsWith(wanted)
				: lower.includes(wanted);
	});
}
