// The rules as a file out, and a new version of them in.
import { error, json } from '@sveltejs/kit';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import { routeNumber } from '$lib/server/editions/route-number';
import { readRuleRequest } from '$lib/server/rules/rule-request';
import { currentRules, restoreRules, ruleSetOf, saveRules } from '$lib/server/rules/rule-versions';
import { readSmallJson } from '$lib/server/small-json';
import type { RuleSet } from '$lib/tagging/rule';
import { accountText } from '$lib/text/accounts';
import { taggingServerText } from '$lib/text/tagging-server';
import type { RequestHandler } from './$types';

const { rules: words } = taggingServerText;
const largestBytes = 4 << 20;

/** What another city can use: hand tags are about this city's own rows, and who changed a rule is its own affair. */
function shared({ handtaggar: _own, regler, ...set }: RuleSet) {
	return { ...set, regler: regler.map(({ andrad: _last, ...rule }) => rule) };
}

/** `?version=n` for another version than the current one; `?allt=ja` with hand tags and who changed each rule. */
export const GET: RequestHandler = async ({ locals, url }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const asked = url.searchParams.get('version');
	const version = routeNumber(asked);
	const found = asked === null ? await currentRules() : version === null ? null : await ruleSetOf(version);
	if (!found) error(404, { message: words.missingVersion((asked ?? '').slice(0, 20)) });
	const isWhole = url.searchParams.get('allt') === 'ja';
	const name = `taggregler-v${found.version}.json`;
	await record(database(), {
		user: locals.user,
		action: 'export',
		subject: name,
		detail: { rules: found.regler.length, ...(isWhole ? { hand: found.handtaggar.length } : {}) }
	});
	return new Response(`${JSON.stringify(isWhole ? found : shared(found), null, '\t')}\n`, {
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Disposition': `attachment; filename="${name}"`,
			'Cache-Control': 'private, no-store'
		}
	});
};

/** `{basedOn, note?, set}` saves a set, `{basedOn, restore}` the content of an earlier version; both as a new version. */
export const POST: RequestHandler = async ({ locals, request }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const body = await readSmallJson(request, largestBytes);
	if (body.outcome === 'too_large') error(413, { message: words.tooLarge });
	if (body.outcome === 'broken') error(400, { message: words.broken });
	const asked = readRuleRequest(body.value);
	if (asked.outcome === 'refused') error(422, { message: asked.message });
	const saving =
		asked.outcome === 'save'
			? await saveRules(asked, locals.user)
			: await restoreRules(asked.version, asked.basedOn, locals.user);
	if (saving.outcome === 'missing') {
		error(404, { message: words.missingVersion(String(asked.outcome === 'restore' ? asked.version : '')) });
	}
	if (saving.outcome === 'conflict') {
		const { current } = saving;
		return json({ message: words.conflict(current.author, current.version), current }, { status: 409 });
	}
	if (saving.outcome === 'unchanged') return json({ version: asked.basedOn, masked: 0 });
	return json({ version: saving.version, masked: saving.masked });
};
