// The decisions of a meeting as a file: every point of the agenda, also those without a decision.
import { exportFileName } from '$lib/export/file-name';
import type { Meeting } from '$lib/domain/meeting';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { agendaKindNames } from '$lib/text/meetings';
import { dayOfInstant } from '$lib/text/format';
import { verdictNames } from '$lib/text/review';

/** The stamp is of the edition that the latest papers show, or of the one that is open where none are made. */
export function decisionsFile(meeting: Meeting, context: PageContext) {
	const [papers] = meeting.papers;
	const stamp = papers
		? {
				edition: String(papers.edition),
				ruleVersion: String(papers.ruleVersion),
				reconciled: papers.reconciled
			}
		: context.exportStamp;
	return tableFile(
		{ ...context, answers: context.answers, exportStamp: stamp },
		exportFileName(['beslut', meeting.day]),
		[
			exportColumn('mote'),
			exportColumn('datum', 'day'),
			exportColumn('punkt', 'count'),
			exportColumn('typ'),
			exportColumn('id'),
			exportColumn('benamning'),
			exportColumn('beslut'),
			exportColumn('bedomning'),
			exportColumn('antecknat_av'),
			exportColumn('antecknat', 'day')
		],
		meeting.items.map((item, index) => {
			const [decision] = item.decisions;
			return [
				meeting.name,
				meeting.day,
				index + 1,
				agendaKindNames[item.kind].toLocaleLowerCase('sv'),
				item.key,
				item.name,
				decision?.text ?? null,
				decision?.verdict ? verdictNames[decision.verdict] : null,
				decision?.author ?? null,
				decision ? dayOfInstant(decision.created) : null
			];
		})
	);
}
