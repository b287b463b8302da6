// The audit log: who did what, when. Append-only; the database refuses changes.
import { count, desc } from 'drizzle-orm';
import type { Database } from './database/connect';
import { audit } from './database/schema';

type AuditAction =
	| 'sign_in'
	| 'sign_in_failed'
	| 'sign_out'
	| 'password_changed'
	| 'invitation_created'
	| 'user_created'
	| 'role_changed'
	| 'user_disabled'
	| 'user_enabled'
	| 'import'
	| 'import_removed'
	| 'import_restored'
	| 'recipe_saved'
	| 'recipe_removed'
	| 'rules_saved'
	| 'rules_restored'
	| 'period_locked'
	| 'period_unlocked'
	| 'publish'
	| 'withdraw'
	| 'view_saved'
	| 'view_changed'
	| 'view_removed'
	| 'view_restored'
	| 'note_saved'
	| 'note_changed'
	| 'note_removed'
	| 'note_restored'
	| 'completion_saved'
	| 'completion_taken_back'
	| 'system_added'
	| 'system_add_taken_back'
	| 'thread_opened'
	| 'thread_answered'
	| 'thread_closed'
	| 'thread_reopened'
	| 'verdict_saved'
	| 'flag_dismissed'
	| 'flag_taken_up'
	| 'meeting_saved'
	| 'meeting_cancelled'
	| 'agenda_changed'
	| 'papers_made'
	| 'decision_saved'
	| 'calendar_opened'
	| 'calendar_closed'
	| 'assumption_saved'
	| 'assumption_taken_back'
	| 'follow_up_ready'
	| 'follow_up_reviewed'
	| 'follow_up_locked'
	| 'follow_up_opened'
	| 'follow_ups_changed'
	| 'deviation_noted'
	| 'deviation_closed'
	| 'deviation_limit_changed'
	| 'forecast_set'
	| 'forecast_taken_back'
	| 'plan_changed'
	| 'system_judged'
	| 'layout_saved'
	| 'layout_removed'
	| 'export';

export interface AuditEvent {
	/** Who did it; null when nobody is signed in. */
	user: { id: string; username: string } | null;
	action: AuditAction;
	/** What it was done to: a username, a file name, an edition. */
	subject?: string;
	/** Never passwords, tokens or masked personal data. */
	detail?: Record<string, unknown>;
}

/** The statement that writes an event, for use in a batch with the change it describes. */
export function recording(database: Database, event: AuditEvent, now = new Date()) {
	return database.insert(audit).values({
		at: now,
		userId: event.user?.id ?? null,
		username: event.user?.username ?? null,
		action: event.action,
		subject: event.subject ?? null,
		detail: event.detail ?? null
	});
}

export async function record(database: Database, event: AuditEvent, now = new Date()): Promise<void> {
	await recording(database, event, now);
}

type AuditRow = typeof audit.$inferSelect;

const auditPageSize = 200;

/** One page of the log, latest first; `page` counts from 1. */
export async function auditPage(
	database: Database,
	page: number
): Promise<{ rows: AuditRow[]; total: number; pages: number }> {
	const [counted] = await database.select({ total: count() }).from(audit);
	const total = counted?.total ?? 0;
	const rows = await database
		.select()
		.from(audit)
		.orderBy(desc(audit.id))
		.limit(auditPageSize)
		.offset((page - 1) * auditPageSize);
	return { rows, total, pages: Math.max(1, Math.ceil(total / auditPageSize)) };
}
