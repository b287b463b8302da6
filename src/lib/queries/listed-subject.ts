// One line of a list of suppliers, nämnder or systems: the lists answer in the same shape.
import * as v from 'valibot';

export const listedSubjectRow = v.object({
	/** Null is cost without one. */
	key: v.nullable(v.string()),
	/** Null is what no register names. */
	name: v.nullable(v.string()),
	/** Organisationsnummer, kind of nämnd, or the nämnd that owns the system. */
	about: v.nullable(v.string()),
	/** Öre of the period, and of the months it is compared with (null without data). */
	amount: v.number(),
	row_count: v.number(),
	before: v.nullable(v.number()),
	/** In the registers, whatever the period; null where nothing is loaded. */
	contracts: v.nullable(v.number()),
	systems: v.nullable(v.number())
});
export type ListedSubject = v.InferOutput<typeof listedSubjectRow>;

/** A count of a register: none is 0 where the register is loaded, else unknown. */
export const countOrUnknown = (count: string, table: 'contract' | 'system'): string =>
	`CASE WHEN EXISTS (SELECT 1 FROM ${table}) THEN coalesce(${count}, 0) END::INTEGER`;
