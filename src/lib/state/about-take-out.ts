// What the sheet about a take-out tells of the data, whatever was taken out.
import { takeOutWords as words } from '$lib/text/take-out';
import type { PageContext } from './page-context';

/** Which edition and rules, whether they agree with the ledger, and the address that shows the same. */
export function aboutEdition(context: PageContext): string[][] {
	const { meta } = context.answers;
	return [
		[words.municipality, meta.municipality],
		[words.edition, String(meta.edition)],
		[words.published, meta.published.slice(0, 10)],
		[words.dataTo, meta.dataTo ?? ''],
		[words.ruleVersion, String(meta.ruleVersion)],
		[words.reconciled, meta.reconciled ? words.yes : words.no],
		[words.address, location.href]
	];
}
