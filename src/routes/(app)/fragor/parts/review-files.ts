// What has been said, as files: one post a row, and one verdict a row.
import { replacedVerdicts, threadStatus, type ContractVerdict, type Thread } from '$lib/domain/review';
import { exportFileName } from '$lib/export/file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { roleNames } from '$lib/text/accounts';
import { postNames, statusNames, subjectNames, verdictNames } from '$lib/text/review';

/** Day and time, as Swedish files have them. */
const timeOf = (instant: string) => new Date(instant).toLocaleString('sv-SE');

export function threadsFile(context: PageContext, threads: readonly Thread[]) {
	return tableFile(
		context,
		exportFileName(['fragor']),
		[
			exportColumn('fraga_id', 'count'),
			exportColumn('status'),
			exportColumn('galler'),
			exportColumn('nyckel'),
			exportColumn('namn'),
			exportColumn('siffra'),
			exportColumn('fragad_utgava', 'count'),
			exportColumn('slag'),
			exportColumn('text'),
			exportColumn('av'),
			exportColumn('roll'),
			exportColumn('tid')
		],
		threads.flatMap(({ id, subject, figure, edition, posts }) =>
			posts.map((post) => [
				id,
				statusNames[threadStatus(posts)],
				subjectNames[subject.kind],
				subject.key,
				subject.name,
				figure,
				edition,
				postNames[post.kind],
				post.text,
				post.author,
				roleNames[post.role],
				timeOf(post.created)
			])
		)
	);
}

/** @param verdicts latest first */
export function verdictsFile(context: PageContext, verdicts: readonly ContractVerdict[]) {
	const replaced = replacedVerdicts(verdicts);
	return tableFile(
		context,
		exportFileName(['bedomningar']),
		[
			exportColumn('avtals_id'),
			exportColumn('benamning'),
			exportColumn('bedomning'),
			exportColumn('motivering'),
			exportColumn('slag'),
			exportColumn('galler'),
			exportColumn('av'),
			exportColumn('roll'),
			exportColumn('tid'),
			exportColumn('mote'),
			exportColumn('motesdag', 'day')
		],
		verdicts.map((verdict) => [
			verdict.contractId,
			verdict.contractName,
			verdictNames[verdict.verdict],
			verdict.reason,
			verdict.decided ? 'beslut' : 'bedömning',
			replaced.includes(verdict) ? 'nej' : 'ja',
			verdict.author,
			roleNames[verdict.role],
			timeOf(verdict.created),
			verdict.meeting?.name ?? null,
			verdict.meeting?.day ?? null
		])
	);
}
