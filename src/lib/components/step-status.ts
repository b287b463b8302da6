// Icon, tone and word of a contract's next step.
import { deadlineKind, type StatusKind } from './status-kinds';
import type { ContractStep } from '$lib/domain/contract-step';
import { daysBetween, type Day } from '$lib/domain/day';

export function stepStatus(step: ContractStep, today: Day): StatusKind {
	switch (step.kind) {
		case 'ceiling-reached':
			return 'ceilingReached';
		case 'ceiling-near':
			return 'nearCeiling';
		case 'give-notice':
		case 'extend':
		case 'procure':
			return step.day ? deadlineKind(daysBetween(today, step.day)) : 'deadlineLater';
		case 'unknown':
			return 'unknown';
		case 'open-ended':
			return 'deadlineLater';
		case 'renews':
		case 'ends':
		case 'expired':
			return 'stale';
	}
}
