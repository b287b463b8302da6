// The lines of Antaganden: each assumption of the municipality, and under it those that are said of one subject.
import {
	assumptionSpec,
	municipality,
	standingAssumption,
	type AssumptionKey,
	type AssumptionSubject,
	type AssumptionValue,
	type StoredAssumption
} from '$lib/domain/assumption';

export interface AssumptionLine {
	id: string;
	key: AssumptionKey;
	subject: AssumptionSubject;
	value: AssumptionValue | null;
	standard: AssumptionValue | null;
	/** What was said of exactly this subject; null where nothing stands. */
	stored: StoredAssumption | null;
}

/** Also what was said of a subject and taken back, so that its history can be read. */
export function assumptionLines(
	stored: readonly StoredAssumption[],
	keys: readonly AssumptionKey[]
): AssumptionLine[] {
	return keys.flatMap((key) => {
		const spec = assumptionSpec(key);
		const said = stored.filter((one) => one.key === key && one.subject.kind !== 'municipality');
		const subjects = new Map(said.map(({ subject }) => [`${subject.kind} ${subject.key}`, subject]));
		const lines = [...(spec.of.includes('municipality') ? [municipality] : []), ...subjects.values()];
		return lines.map((subject): AssumptionLine => {
			const standing = standingAssumption(stored, key, subject);
			return {
				id: `${key} ${subject.kind} ${subject.key}`,
				key,
				subject,
				value: standing.value,
				standard: spec.standard,
				stored: standing.stored?.subject.kind === subject.kind ? standing.stored : null
			};
		});
	});
}
