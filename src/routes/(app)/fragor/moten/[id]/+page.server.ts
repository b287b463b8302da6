import { error } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { threadStatus } from '$lib/domain/review';
import { installation } from '$lib/server/editions/installation';
import { routeNumber } from '$lib/server/editions/route-number';
import { askedQuestions } from '$lib/server/meetings/asked-questions';
import { listMeetings, meetingById } from '$lib/server/meetings/read-meetings';
import { readerOf } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('genomlys:meetings');
	const { access } = readerOf(locals);
	const id = routeNumber(params.id);
	const meeting = id === null ? null : await meetingById(id, access);
	if (!meeting) error(404, { message: words.missing });
	const where = installation();
	return {
		meeting,
		/** All that this person sees, to tell by which one a contract has to be decided. */
		meetings: await listMeetings(access, where),
		today: where.today(),
		/** What can be put on the agenda; only those who may need it. */
		questions: may(access, 'convene')
			? (await askedQuestions(meeting.units, where))
					.filter(({ posts }) => threadStatus(posts) !== 'closed')
					.map(({ id: thread, subject, posts }) => ({
						id: thread,
						subject: subject.name,
						text: posts[0]?.text ?? '',
						status: threadStatus(posts)
					}))
			: []
	};
};
