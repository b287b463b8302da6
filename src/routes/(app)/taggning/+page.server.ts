// The rules as they are saved, what locks keep, and which version the figures of the other pages follow.
import { error } from '@sveltejs/kit';
import { currentEditionNumber } from '$lib/server/editions/edition';
import { publishStatus } from '$lib/server/editions/publish-status';
import { currentTagging } from '$lib/server/rules/current-tagging';
import { listLocks, publishedTagging } from '$lib/server/rules/period-locks';
import { listRuleVersions } from '$lib/server/rules/rule-versions';
import { accountText } from '$lib/text/accounts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { user } }) => {
	if (!user) error(401, { message: accountText.refused.signedOut });
	const [latest] = await listRuleVersions();
	return {
		tagging: await currentTagging(),
		locks: await listLocks(),
		published: await publishedTagging(),
		/** When and by whom the current version was saved; null for the set that ships. */
		saved: latest?.created ? { author: latest.author, created: latest.created } : null,
		current: await currentEditionNumber(),
		publishing: publishStatus(),
		account: user.id
	};
};
