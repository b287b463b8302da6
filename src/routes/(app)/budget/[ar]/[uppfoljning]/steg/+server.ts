// What has been done with a follow-up, its frozen figures when it is locked, and the next step.
import { error, json } from '@sveltejs/kit';
import { mayTakeSome } from '$lib/domain/budget-step';
import { forecastVersion, parseFollowUp } from '$lib/domain/follow-up';
import { followUpSettings } from '$lib/server/budget/follow-up-settings';
import { readStep } from '$lib/server/budget/step-request';
import { shownFollowUp } from '$lib/server/budget/shown-follow-up';
import { takeStep, type SteppedFollowUp } from '$lib/server/budget/steps';
import { readerOf, smallBody } from '$lib/server/request-body';
import { accountText } from '$lib/text/accounts';
import { stepServerWords as words } from '$lib/text/budget-steps';
import type { RequestHandler } from './$types';

async function followUpOf(params: { ar: string; uppfoljning: string }): Promise<SteppedFollowUp> {
	const found = parseFollowUp(params.ar, params.uppfoljning, await followUpSettings());
	if (!found) error(404, { message: words.noFollowUp });
	return { ...found, forecast: forecastVersion(found) };
}

export const GET: RequestHandler = async ({ locals, params }) =>
	json(await shownFollowUp(await followUpOf(params), readerOf(locals)));

/** Answers 201 with what stands after the step, 200 with what stands instead when somebody was quicker. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const which = await followUpOf(params);
	if (!mayTakeSome(reader.access)) error(403, { message: words.notAnyStep });
	const read = readStep(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const taking = await takeStep(which, read.asked, { ...reader, user: locals.user });
	if (taking.outcome === 'not_allowed') error(403, { message: words.notAllowed[read.asked.step] });
	if (taking.outcome === 'no_reason') error(422, { message: words.noReason });
	if (taking.outcome === 'edition') error(409, { message: words.otherEdition(taking.current) });
	if (taking.outcome === 'lock_refused') error(409, { message: taking.message });
	if (taking.outcome !== 'done' && taking.outcome !== 'newer') {
		error(409, { message: words.refused[taking.outcome] });
	}
	const taken = taking.outcome === 'done';
	const kept = taken ? taking.kept : [];
	return json({ taken, kept, standing: await shownFollowUp(which, reader) }, { status: taken ? 201 : 200 });
};
