// The words of a system's parts: who holds them, contracts over several lager, and paying twice for data communication.
import type { DoubleNetwork } from '../domain/double-network';
import {
	boundParts,
	partOfKind,
	type BoundPart,
	type StackPart,
	type VerticalBinding
} from '../domain/system-stack';
import { formatCounted, formatShare, listed } from './format';

export const partNames: Readonly<Record<StackPart, string>> = {
	licence: 'Licens',
	operation: 'Drift',
	consulting: 'Konsult',
	hardware: 'Hårdvara',
	other: 'Övrigt'
};

const partInSentence: Readonly<Record<BoundPart, string>> = {
	licence: 'licensen',
	operation: 'driften',
	consulting: 'konsulterna',
	hardware: 'hårdvaran'
};

/** "Licens är Licens/SaaS och Systemunderhåll. Drift är …" */
export const partsExplained = [...boundParts, 'other' as const]
	.map((part) => {
		const kinds = Object.entries(partOfKind).flatMap(([kind, own]) => (own === part ? [kind] : []));
		return `${partNames[part]} är ${listed(kinds)}.`;
	})
	.join(' ');

/** "2 av 3". */
export function bindingText(binding: VerticalBinding | null): string {
	return binding ? `${binding.held} av ${binding.present}` : '–';
}

/** "Nordvinge Data AB har driften i 3 system och konsulterna i 2". */
export function holdingSentence(supplier: string, held: Readonly<Record<BoundPart, number>>): string {
	const told = boundParts
		.filter((part) => held[part] > 0)
		.sort((a, b) => held[b] - held[a])
		.map((part, place) =>
			place === 0
				? `${partInSentence[part]} i ${held[part]} system`
				: `${partInSentence[part]} i ${held[part]}`
		);
	return told.length ? `${supplier} har ${listed(told)}` : `${supplier} har inga kända delar i något system`;
}

export const stackWords = {
	title: 'Systemens delar',
	neutralLead: 'Vem håller vilka delar av varje system?',
	bundledLead: (systems: number, judged: number, kronor: string) =>
		`I ${formatCounted(systems, 'system', 'system')} av ${judged} håller en och samma leverantör flera delar. Leverantörerna får ${kronor} för de systemen.`,
	noneBundledLead: (judged: number) =>
		`I inget av ${formatCounted(judged, 'system', 'system')} håller en leverantör både två delar och mer än hälften av delarna.`,
	noSystemLead: (kronor: string) =>
		`Ingen kostnad är kopplad till något system. Det går bara att visa vilka delar leverantörerna får betalt för: ${kronor}.`,
	outside: 'Inte kopplat till något system',
	withoutSupplier: 'Utan leverantör',
	card: 'Vem får betalt för vad, per system',
	subtitle: (unit: string, period: string, chosen: string | null) =>
		`${unit}, ${period}, störst kostnad först.${chosen ? ` Blå ruta: ${chosen}.` : ''}`,
	system: 'System',
	binding: 'Bindning',
	none: 'ingen kostnad',
	ofKronor: (share: string) => `${share} av kr`,
	sum: 'Summa',
	flag: 'Flagga',
	bundledFlag: (binding: VerticalBinding) =>
		`${binding.supplier ?? binding.supplierKey} håller ${bindingText(binding)} delar`,
	bundledShort: 'Flera delar hos en',
	onlyBundled: 'Bara system där en leverantör håller flera delar',
	search: 'Sök system',
	shown: (shown: number, all: number) => `Visar ${shown} av ${formatCounted(all, 'system', 'system')}`,
	more: (count: number) => `Visa ${formatCounted(count, 'system', 'system')} till`,
	moreSuppliers: (count: number) => `${formatCounted(count, 'leverantör', 'leverantörer')} till`,
	fewer: 'Visa färre',
	noHit: 'Inget system passar sökningen.',
	explanation: {
		held: 'Delar som leverantören håller',
		present: 'Delar som någon får betalt för',
		kronor: 'Leverantörens kronor',
		of: 'Alla leverantörers kronor',
		byContract: 'Kopplat genom avtal',
		period: 'Period',
		parts: 'Delar'
	},
	rule: 'Bindning är delar som leverantören håller av delar som finns. Flaggan visas när en leverantör håller minst två delar och mer än hälften.',
	joined: {
		title: (kronor: string, share: string) => `${kronor}, ${share}, är inte kopplat till något system`,
		all: 'All it-kostnad i urvalet är kopplad till ett system.',
		means:
			'En rad är kopplad till ett system när den är taggad med det, eller när dess avtal står hos ett enda system i registret. Kostnad på avtal som flera system delar fördelas inte på gissning.',
		byContract: (kronor: string) => `${kronor} är kopplat genom avtalet.`,
		how: 'Så kopplas mer: tagga raderna med system, eller skriv avtals-id på systemet i registret.',
		tag: 'Öppna Taggning',
		noRegister: 'Inget systemregister är inläst.'
	},
	spanning: {
		title: (count: number) =>
			count
				? `${formatCounted(count, 'avtal spänner', 'avtal spänner')} över flera lager`
				: 'Inget känt avtal spänner över flera lager',
		subtitle: (period: string) =>
			`Avtal vars system i registret ligger i minst två av kommunikation, infrastruktur, plattform och applikation. ${period}.`,
		none: 'Registret visar inget avtal vars system ligger i flera lager. Det bygger på system där både avtal och lager är ifyllda.',
		known: (known: number, all: number) =>
			`Lager och avtal är kända för ${known} av ${formatCounted(all, 'system', 'system')}.`,
		contract: 'Avtal',
		supplier: 'Leverantör',
		layers: 'Lager',
		systems: 'System',
		whole: 'Hela kedjan: kommunikation, server och applikation'
	},
	network: {
		title: (count: number, kronor: string) =>
			count
				? `${kronor} betalas för datakommunikation vid sidan av eller ovanpå det gemensamma nätet`
				: 'Ingen betalning vid sidan av det gemensamma nätet syns',
		unjudged: (kronor: string) =>
			`Det går inte att säga om kommunen betalar två gånger: registret pekar inte ut något gemensamt system i lagret kommunikation. ${kronor} är Tele och datakom.`,
		subtitle: (central: readonly string[], period: string) =>
			`Det gemensamma nätet är ${listed(central)}: system i lagret kommunikation som är gemensamma. ${period}.`,
		why: (line: DoubleNetwork) =>
			line.kind === 'second'
				? `Får betalt på samma nätsystem som ${listed(line.others)}, för ${listed(line.costKinds)}.`
				: `Får betalt för Tele och datakom, men inte för ${listed(line.others)}.`,
		note: 'Tele och datakom rymmer både telefoni och datakommunikation. Öppna raderna för att se vilket det är.',
		what: 'Leverantör',
		system: 'System',
		reason: 'Varför'
	},
	systemCard: 'Vem håller vilka delar',
	systemCardSubtitle: (unit: string, period: string) =>
		`${unit}, ${period}, även det som bara avtalet kopplar till systemet.`,
	systemCardEmpty: 'Ingen kostnad är kopplad till systemet i perioden.',
	failed: 'Delarna kunde inte räknas',
	loading: 'Räknar vem som får betalt för vad …',
	noCost: 'Ingen it-kostnad i urvalet.',
	export: 'Exportera CSV',
	share: (binding: VerticalBinding) => formatShare(binding.of > 0 ? binding.amount / binding.of : null, 0)
} as const;
