// Stores which follow-ups the municipality has.
import * as v from 'valibot';
import type { FollowUpSetting } from '$lib/domain/follow-up-setting';
import { askServer, type Told } from './ask-server';

const schema = v.object({ followUps: v.array(v.object({ name: v.string(), cut: v.number() })) });

/** Stores the whole list; pages see it when their data is loaded anew. */
export function storeFollowUps(
	settings: readonly FollowUpSetting[]
): Promise<Told<v.InferOutput<typeof schema>>> {
	return askServer('/budget/perioder', schema, { method: 'PUT', body: settings });
}
