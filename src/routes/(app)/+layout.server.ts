import { error } from '@sveltejs/kit';
import { may, sliceOf } from '$lib/domain/access';
import type { StartAnswers } from '$lib/queries/start-answers';
import { configuration } from '$lib/server/configuration';
import { currentEdition } from '$lib/server/editions/edition';
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

export const load: LayoutServerLoad = async ({ locals: { user, access } }) => {
	if (!user || !access) error(401, { message: accountText.refused.signedOut });
	const offered = await currentEdition(access);
	const edition: PageEdition | null = offered && { ...offered, account: user.id };
	return {
		user: { name: user.name, role: user.role, roleLabel: roleNames[user.role] },
		canImport: may(access, 'import'),
		canTag: may(access, 'tag'),
		canAdminister: may(access, 'administer'),
		freeText: sliceOf(access).level === 'full',
		municipality: configuration().municipality,
		edition
	};
};
