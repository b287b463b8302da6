// Unexpected faults: a code for the person, the cause in the log under the same code.
import type { HandleServerError } from '@sveltejs/kit';
import { errorPageWords } from '$lib/text/error-page';
import { newToken } from '../accounts/token';
import { log } from '../log';

export const reportFault: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: errorPageWords.missing };
	const code = newToken().slice(0, 8);
	log.error({
		code,
		status,
		method: event.request.method,
		route: event.route.id,
		user: event.locals.user?.id,
		err: error
	});
	return { message: errorPageWords.fault, code };
};
