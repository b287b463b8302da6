// The steps that every request passes, in order. Each is a file in lib/server/hooks.
import { sequence } from '@sveltejs/kit/hooks';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { prepareEngineFiles } from '$lib/server/engine-files';
import { checkOrigin } from '$lib/server/hooks/origin-check';
import { checkPermission } from '$lib/server/hooks/permission';
import { reportFault } from '$lib/server/hooks/report-fault';
import { addSecurityHeaders } from '$lib/server/hooks/security-headers';
import { findSession } from '$lib/server/hooks/signed-in';
import { closeAfterUnreadBody } from '$lib/server/hooks/unread-body';
import { log } from '$lib/server/log';

export async function init(): Promise<void> {
	await migrate(database());
	// Takes some seconds, so nobody waits for it here; a visitor who comes first gets it from the same promise.
	prepareEngineFiles().catch((err: unknown) =>
		log.error({ err }, 'The engine files could not be compressed')
	);
}

export const handle = sequence(
	addSecurityHeaders,
	closeAfterUnreadBody,
	checkOrigin,
	findSession,
	checkPermission
);

export const handleError = reportFault;
