// What the demo's controller has assumed before its first visitor: a koncern that two of its fictional suppliers belong to, so that
// the view by koncern has something to show. Fictional as the rest of the demo.
import { and, eq } from 'drizzle-orm';
import type { AssumptionKey } from '$lib/domain/assumption';
import { configuration } from './configuration';
import { assumption } from './database/review-schema';
import { user as account } from './database/schema';
import type { Installation } from './editions/installation';

const key: AssumptionKey = 'corporate_group';
const members = ['559900-0022', '559900-0030'] as const;

/** Stores what nobody has said yet; what somebody has changed stays. */
export async function assumeDemoKoncern({ database }: Installation, now = new Date()): Promise<void> {
	if (configuration().mode !== 'demo') throw new Error('Demo assumptions are only for the demo.');
	const [author] = await database
		.select({ id: account.id })
		.from(account)
		.where(eq(account.username, 'maja.lindqvist'));
	if (!author) throw new Error('The demo has no controller.');
	for (const supplier of members) {
		const [known] = await database
			.select({ id: assumption.id })
			.from(assumption)
			.where(and(eq(assumption.name, key), eq(assumption.subjectKey, supplier)))
			.limit(1);
		if (known) continue;
		await database.insert(assumption).values({
			name: key,
			subjectKind: 'supplier',
			subjectKey: supplier,
			value: { kind: 'text', text: 'Kvistronagruppen' },
			reason: 'Demodata: påhittad koncern.',
			author: author.id,
			created: now
		});
	}
}
