// The address of one's own calendar, at the server.
import * as v from 'valibot';
import { askServer } from './ask-server';

const stateSchema = v.object({
	feed: v.nullable(v.object({ created: v.string(), lastRead: v.nullable(v.string()) }))
});
export type FeedState = v.InferOutput<typeof stateSchema>['feed'];

export const fetchFeed = () => askServer('/konto/kalender', stateSchema);

/** Makes an address in the place of an earlier one; it is told this once. */
export const openFeed = () =>
	askServer('/konto/kalender', v.object({ address: v.string() }), { method: 'POST' });

export const closeFeed = () => askServer('/konto/kalender', v.null(), { method: 'DELETE' });
