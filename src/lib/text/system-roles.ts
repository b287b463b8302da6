// The words of Roller och klassning: who answers for which systems, and what is classified.
import type { MoneyUnit } from '../domain/filters';
import type { Period } from '../domain/period';
import type { RoledSystem, SystemRole } from '../domain/system-roles';
import { withheldWord } from './common';
import {
	capitalised,
	formatCount,
	formatCounted,
	formatMoneyWithUnit,
	formatPeriod,
	formatShare
} from './format';

export const roleNames: Readonly<Record<SystemRole, string>> = {
	system_owner: 'Systemägare',
	information_owner: 'Informationsägare',
	maintenance_lead: 'Förvaltningsansvarig'
};

export const rolesWords = {
	title: 'Roller och klassning',
	neutralLead: 'Vem svarar för vad, och vad är klassat?',
	nobody: 'Ingen har sagt',
	system: 'System',
	unit: 'Ägs av',
	classes: 'K · R · T',
	personalData: 'Personuppgifter',
	agreement: 'Biträdesavtal',
	notNeeded: 'Behövs inte',
	gaps: 'Någon roll saknas',
	whole: 'Alla tre rollerna är kända',
	systemsTitle: (gaps: number, all: number) =>
		gaps
			? `${formatCount(gaps)} av ${formatCounted(all, 'system', 'system')} saknar någon av de tre rollerna`
			: 'Alla tre rollerna är kända för alla system',
	systemsSubtitle: (period: Period, unit: MoneyUnit) =>
		`${formatPeriod(period)}, ${unit}. De som saknar en roll först, dyrast överst. Ett namn öppnar systemet, där svaret kan fyllas i.`,
	classesMeaning: 'K · R · T är konfidentialitet, riktighet och tillgänglighet, 0–3. ? är inte klassat.',
	classesWithheld: `Klassning ${withheldWord}: den kan vara känslig och visas bara för controller.`,
	agreementMeaning:
		'Biträdesavtal är ja när något av systemets avtal i registret har personuppgiftsbiträdesavtal, nej när alla sägs sakna det.',
	peopleTitle: (count: number) =>
		count
			? `${formatCounted(count, 'person eller roll svarar', 'personer eller roller svarar')} för systemen`
			: 'Ingen är utpekad för något system',
	peopleSubtitle: (period: Period, unit: MoneyUnit) =>
		`${formatPeriod(period)}, ${unit}. Som registret skriver dem, störst kostnad först. Ett system räknas en gång per namn.`,
	person: 'Namn',
	noPeople: 'När någon fyller i systemägare, informationsägare eller förvaltningsansvarig visas de här.',
	noSystems: 'Inget system är känt.',
	files: { systems: 'roller och klassning', people: 'vem svarar for vad' }
} as const;

/** "3 · 3 · 2"; a class that nobody has set is "?". Null where the reader is not sent it. */
export function classesText(classes: RoledSystem['classes']): string | null {
	if (!classes) return null;
	return classes.every((level) => level === null) ? '?' : classes.map((level) => level ?? '?').join(' · ');
}

export function agreementText({ agreement, personalData }: RoledSystem): string {
	if (agreement === null) return rolesWords.notNeeded;
	return agreement === 'okänt' && personalData === null ? '–' : capitalised(agreement);
}

export interface RolesLead {
	before: string;
	figure: string | null;
	after: string;
}

/**
 * "112 av 148 system saknar känd systemägare. De kostade 39,1 mnkr jan–aug 2026, 29,0 % av det som systemen kostar. …"
 * @param facts amounts are öre; `personal` are systems said to hold personal data, `agreed` those of them with an agreement
 */
export function rolesLead(
	facts: {
		systems: number;
		ownerless: number;
		amount: number;
		share: number | null;
		personal: number;
		agreed: number;
		period: Period;
	},
	unit: MoneyUnit
): RolesLead {
	const { systems, ownerless, amount, share, personal, agreed } = facts;
	const personalPart = personal
		? ` ${formatCounted(personal, 'system har', 'system har')} personuppgifter, och för ${formatCount(agreed)} av dem är ett biträdesavtal känt.`
		: '';
	if (!systems) return { before: rolesWords.noSystems, figure: null, after: '' };
	if (!ownerless)
		return {
			before: `Alla ${formatCount(systems)} system har en känd systemägare.`,
			figure: null,
			after: personalPart
		};
	const first = `${formatCount(ownerless)} av ${formatCounted(systems, 'system', 'system')} saknar känd systemägare.`;
	if (amount <= 0)
		return { before: `${first} Ingen kostnad är kopplad till dem.`, figure: null, after: personalPart };
	return {
		before: `${first} De kostade `,
		figure: formatMoneyWithUnit(amount, unit),
		after: ` ${formatPeriod(facts.period)}${share === null ? '' : `, ${formatShare(share)} av det som systemen kostar`}.${personalPart}`
	};
}
