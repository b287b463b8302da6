// What the preview knows of the server: the active imports, so that a file with a known name is asked about before it is
// counted twice, saved recipes, today's rules, and the names that the loaded registers hold.
import { listImports } from '$lib/server/editions/imports';
import { installation } from '$lib/server/editions/installation';
import { referencesOf } from '$lib/server/editions/known-references';
import { listRecipes } from '$lib/server/recipes';
import { currentTagging } from '$lib/server/rules/current-tagging';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const active = (await listImports()).filter(({ status }) => status === 'active');
	return {
		active: active.map(({ id, fileName, uploadedAt, answers, corrects, published, report, standing }) => ({
			id,
			fileName,
			sheet: report.sheet,
			kind: report.kind,
			uploadedAt,
			answers,
			accepted: report.totals.accepted,
			sum: report.totals.sum,
			corrects,
			published,
			reconciled: standing.reconciled
		})),
		recipes: await listRecipes(),
		references: referencesOf(active),
		/** By which the effect of a file on published figures is counted. */
		tagging: await currentTagging(),
		today: installation().today()
	};
};
