// The steps that every request passes, in order. Each is a file in lib/server/hooks.
import { sequence } from '@sveltejs/kit/hooks';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { checkOrigin } from '$lib/server/hooks/origin-check';
import { checkPermission } from '$lib/server/hooks/permission';
import { reportFault } from '$lib/server/hooks/report-fault';
import { addSecurityHeaders } from '$lib/server/hooks/security-headers';
import { findSession } from '$lib/server/hooks/signed-in';
import { closeAfterUnreadBody } from '$lib/server/hooks/unread-body';

export const init = () => migrate(database());

export const handle = sequence(
	addSecurityHeaders,
	closeAfterUnreadBody,
	checkOrigin,
	findSession,
	checkPermission
);

export const handleError = reportFault;
