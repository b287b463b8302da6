// Every version of the rules, and the locks that keep some of them.
import { currentEditionNumber } from '$lib/server/editions/edition';
import { listLocks } from '$lib/server/rules/period-locks';
import { listRuleVersions } from '$lib/server/rules/rule-versions';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const locks = await listLocks();
	return {
		versions: await listRuleVersions(),
		locks: locks.filter(({ unlocked }) => unlocked === null),
		isPublished: (await currentEditionNumber()) > 0
	};
};
