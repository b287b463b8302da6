import type { StatusKind } from '$lib/components/status-kinds';
import type { MeetingStatus } from '$lib/domain/meeting';

/** Icon and tone of where a meeting stands. */
export const meetingStatusKind: Readonly<Record<MeetingStatus, StatusKind>> = {
	planned: 'deadlineLater',
	papers: 'info',
	decided: 'done',
	cancelled: 'dead'
};
