// Shown by the permission step in place of a page that the person's role does not give.
import { error } from '@sveltejs/kit';
import { accountText } from '$lib/text/accounts';

export const load = () => error(403, { message: accountText.refused.notAllowed });
