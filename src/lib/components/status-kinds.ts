// The fixed trio of icon, word and tone for each status. A status is never shown by colour alone.
import AlarmClock from '@lucide/svelte/icons/alarm-clock';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Calendar from '@lucide/svelte/icons/calendar';
import Check from '@lucide/svelte/icons/check';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleOff from '@lucide/svelte/icons/circle-off';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock3 from '@lucide/svelte/icons/clock-3';
import Flag from '@lucide/svelte/icons/flag';
import Gauge from '@lucide/svelte/icons/gauge';
import Gavel from '@lucide/svelte/icons/gavel';
import History from '@lucide/svelte/icons/history';
import Info from '@lucide/svelte/icons/info';
import Layers from '@lucide/svelte/icons/layers';
import Lock from '@lucide/svelte/icons/lock';
import OctagonAlert from '@lucide/svelte/icons/octagon-alert';
import Pencil from '@lucide/svelte/icons/pencil';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Component } from 'svelte';

export type Tone = 'ok' | 'warn' | 'bad' | 'accent' | 'neutral';

export interface StatusLook {
	icon: Component;
	tone: Tone;
	word: string;
}

export const statusLooks = {
	reconciled: { icon: BadgeCheck, tone: 'ok', word: 'Avstämd' },
	unreconciled: { icon: TriangleAlert, tone: 'warn', word: 'Ej avstämd' },
	partial: { icon: CircleDashed, tone: 'neutral', word: 'Delvis' },
	stale: { icon: History, tone: 'neutral', word: 'Inaktuellt' },
	locked: { icon: Lock, tone: 'accent', word: 'Låst' },
	draft: { icon: Pencil, tone: 'warn', word: 'Utkast' },
	shadowed: { icon: Layers, tone: 'warn', word: 'Skuggas' },
	dead: { icon: CircleOff, tone: 'neutral', word: 'Träffar inget' },
	deadlineNear: { icon: AlarmClock, tone: 'bad', word: 'Beslut snart' },
	deadlineSoon: { icon: Clock3, tone: 'warn', word: 'Beslut inom ett halvår' },
	deadlineLater: { icon: Calendar, tone: 'accent', word: 'Beslut senare' },
	nearCeiling: { icon: Gauge, tone: 'warn', word: 'Nära taket' },
	ceilingReached: { icon: OctagonAlert, tone: 'bad', word: 'Taket är nått' },
	yes: { icon: CircleCheck, tone: 'ok', word: 'Ja' },
	no: { icon: CircleX, tone: 'bad', word: 'Nej' },
	unknown: { icon: CircleQuestionMark, tone: 'neutral', word: 'Okänt' },
	done: { icon: Check, tone: 'ok', word: 'Klar' },
	failed: { icon: CircleX, tone: 'bad', word: 'Kunde inte visas' },
	waiting: { icon: CircleQuestionMark, tone: 'warn', word: 'Väntar på svar' },
	answered: { icon: Check, tone: 'ok', word: 'Besvarad' },
	closed: { icon: Gavel, tone: 'accent', word: 'Avslutad' },
	note: { icon: StickyNote, tone: 'neutral', word: 'Anteckning' },
	flag: { icon: Flag, tone: 'warn', word: 'Flagga' },
	info: { icon: Info, tone: 'accent', word: 'Att veta' }
} satisfies Record<string, StatusLook>;
export type StatusKind = keyof typeof statusLooks;

/** Status of a decision that many days away: near ≤ 60, soon ≤ 183, otherwise later. */
export function deadlineKind(days: number): StatusKind {
	return days <= 60 ? 'deadlineNear' : days <= 183 ? 'deadlineSoon' : 'deadlineLater';
}

/** Status of a ceiling used to that share: near from 80 %, reached from 100 %; null below. */
export function ceilingKind(share: number): StatusKind | null {
	return share >= 1 ? 'ceilingReached' : share >= 0.8 ? 'nearCeiling' : null;
}
