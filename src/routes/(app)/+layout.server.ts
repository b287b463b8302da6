import { error } from '@sveltejs/kit';
import { may, sliceOf } from '$lib/domain/access';
import type { StartAnswers } from '$lib/queries/start-answers';
import { followUpSettings } from '$lib/server/budget/follow-up-settings';
import { configuration } from '$lib/server/configuration';
import { currentEdition, editionById } from '$lib/server/editions/edition';
import { routeNumber } from '$lib/server/editions/route-number';
import { waitingQuestions } from '$lib/server/review/threads';
import { accountText, roleNames } from '$lib/text/accounts';
import type { LayoutServerLoad } from './$types';

/** The current edition, as the browser opens it and as pages show it before it is open. */
interface PageEdition {
	edition: number;
	hash: string;
	bytes: number;
	url: string;
	/** Where its cells are, which the cost pages are drawn from. */
	cells: string;
	/** Whose stored file it becomes in the browser. */
	account: string;
	answers: StartAnswers;
}

/** The parameter of an address that asks for an earlier edition: "Visa då". */
const thenParameter = 'utgava';

export const load: LayoutServerLoad = async ({ locals: { user, access }, url }) => {
	if (!user || !access) error(401, { message: accountText.refused.signedOut });
	const now = await currentEdition(access);
	const asked = routeNumber(url.searchParams.get(thenParameter) ?? '');
	const then = asked === null || asked === now?.edition ? null : await editionById(asked, access);
	const offered = then ?? now;
	const edition: PageEdition | null = offered && { ...offered, account: user.id };
	return {
		user: { id: user.id, name: user.name, role: user.role, roleLabel: roleNames[user.role] },
		canImport: may(access, 'import'),
		canTag: may(access, 'tag'),
		canAdminister: may(access, 'administer'),
		canDiscuss: may(access, 'discuss'),
		canJudge: may(access, 'judge'),
		canComplete: may(access, 'complete'),
		canConvene: may(access, 'convene'),
		canAssume: may(access, 'assume'),
		canFollowUp: may(access, 'follow_up'),
		canJudgeSystems: may(access, 'judge_systems'),
		canReviewFollowUp: may(access, 'review_follow_up'),
		canLockFollowUp: may(access, 'lock_follow_up'),
		followUps: await followUpSettings(),
		openQuestions: await waitingQuestions({ user, access }),
		freeText: sliceOf(access).level === 'full',
		units: sliceOf(access).units,
		municipality: configuration().municipality,
		/** The edition that applies now, while an earlier one is shown. */
		now: then && now ? now.edition : null,
		/** An earlier edition was asked for that cannot be shown. */
		thenMissing: asked !== null && asked !== now?.edition && !then,
		edition
	};
};
