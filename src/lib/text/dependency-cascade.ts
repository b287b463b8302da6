// The words of the cascade: what is touched when a supplier stops or raises its prices.
import type { CascadeReason } from '../domain/dependency-cascade';
import type { GraphColumn, GraphNode } from '../domain/cascade-graph';
import { formatCount, formatCounted, formatNumber, listed } from './format';

const systemsOf = (count: number) => formatCounted(count, 'system', 'system');
const capabilitiesOf = (count: number) => formatCounted(count, 'förmåga', 'förmågor');
const unitsOf = (count: number) => formatCounted(count, 'nämnd', 'nämnder');

export const columnNames: Readonly<Record<GraphColumn, string>> = {
	supplier: 'Leverantör',
	system: 'System',
	capability: 'Förmåga',
	unit: 'Nämnd'
};

export const reasonNames: Readonly<Record<CascadeReason, string>> = {
	paid: 'får betalt',
	supplied: 'leverantör i registret',
	contract: 'har avtalet'
};

/** What stands in a node of the graph that is not one thing. */
export function nodeName({ column, kind, name, count }: GraphNode): string {
	if (kind === 'one') return name;
	if (kind === 'unknown') return column === 'unit' ? 'Okänd nämnd' : 'Okänd förmåga';
	if (column === 'system') return `Övriga ${formatCount(count)} system`;
	return column === 'capability'
		? `Övriga ${formatCount(count)} förmågor`
		: `Övriga ${formatCount(count)} nämnder`;
}

export const cascadeWords = {
	title: 'Beroendekedja',
	neutralLead: 'Vad händer om en leverantör försvinner eller höjer priset?',
	stops: 'Försvinner',
	raises: 'Höjer priset',
	scenario: 'Vad händer',
	percent: 'Höjning i procent',
	percentSign: '%',
	stopLead: (
		supplier: string,
		touched: { systems: number; capabilities: number; units: number; critical: number }
	) =>
		touched.systems
			? `Försvinner ${supplier} berörs ${listed([
					systemsOf(touched.systems),
					...(touched.capabilities ? [capabilitiesOf(touched.capabilities)] : []),
					...(touched.units ? [unitsOf(touched.units)] : [])
				])}.${touched.critical ? ` ${formatCounted(touched.critical, 'system är samhällsviktigt', 'system är samhällsviktiga')}.` : ''}`
			: `Försvinner ${supplier} syns inget berört system. Kostnaden är inte kopplad till något.`,
	raiseLead: (supplier: string, percent: number, more: string, most: string | null) =>
		`Höjer ${supplier} priset med ${formatNumber(percent, percent % 1 ? 1 : 0)}\u00a0% kostar det ${more} mer på ett år, om inget annat ändras.${most ? ` Mest betalar ${most}.` : ''}`,
	period: (period: string, months: number) =>
		months < 12
			? `Kronorna är ${period}: ${formatCounted(months, 'månad', 'månader')} med data, inte uppräknat till ett år.`
			: `Kronorna är de senaste tolv månaderna med data, ${period}.`,
	internal: 'Registret visar kopplingar, inte hur länge verksamheten klarar sig utan systemet.',
	largest: (supplier: string) => `Ingen leverantör är vald. Den största visas: ${supplier}.`,
	several: (count: number) => `${count} leverantörer tillsammans`,
	figures: {
		kronor: 'Leverantörens it-kostnad',
		raised: 'Mer på ett år',
		systems: 'System',
		critical: 'Samhällsviktiga system',
		capabilities: 'Förmågor',
		units: 'Nämnder',
		users: 'Användare',
		usersContext: 'Den som använder två system räknas två gånger',
		usersUnknown: 'Okänt i registret',
		unitsContext: 'Äger eller använder något av systemen',
		outside: (kronor: string) => `varav ${kronor} inte kopplat till något system`
	},
	card: (systems: number, critical: number) =>
		critical
			? `Kedjan når ${formatCounted(critical, 'samhällsviktigt system', 'samhällsviktiga system')}`
			: `Kedjan når ${systemsOf(systems)}`,
	subtitle: (unit: string) =>
		`Leverantör, system, förmåga och nämnd. Tjock linje och fylld ruta: samhällsviktig. Siffran är ${unit}.`,
	graph: 'Graf',
	list: 'Lista',
	view: 'Visa som',
	opens: (name: string) => `${name}. Visa fler`,
	follow: (name: string) => `Följ kedjan genom ${name}`,
	fewer: 'Visa färre',
	known: (capabilities: number, units: number, systems: number) =>
		`Förmåga är känd för ${capabilities} och nämnd för ${units} av ${systemsOf(systems)}`,
	unknown: {
		title: 'Vad registret inte säger',
		outside: (kronor: string) => `${kronor} är inte kopplat till något system.`,
		capability: (kronor: string) => `${kronor} går till system utan känd förmåga.`,
		units: (kronor: string) => `${kronor} går till system utan känd nämnd.`,
		users: (kronor: string) => `${kronor} går till system utan känt antal användare.`,
		criticality: (kronor: string) => `${kronor} går till system utan känd kritikalitet.`,
		none: 'Alla kopplingar är kända.'
	},
	table: {
		systems: 'Berörda system',
		units: 'Berörda nämnder',
		capabilities: 'Berörda förmågor',
		system: 'System',
		why: 'Varför',
		criticality: 'Kritikalitet',
		users: 'Användare',
		capability: 'Förmåga',
		unit: 'Nämnd',
		paid: 'Betalar',
		more: 'Mer på ett år',
		count: 'System',
		outside: 'Inte kopplat till något system',
		noUnit: 'Utan nämnd'
	},
	unitsTitle: (percent: boolean) => (percent ? 'Vem betalar höjningen' : 'Vilka nämnder berörs'),
	unitsSubtitle: 'Betalar är vad nämnden betalar leverantören. System är de som nämnden äger eller använder.',
	systemsTitle: 'Vilka system berörs',
	loading: 'Följer kedjan …',
	failed: 'Kedjan kunde inte följas',
	noCost: 'Ingen it-kostnad är inläst, så det finns ingen leverantör att följa.',
	noSupplier: 'Ingen kostnad har någon leverantör.',
	export: 'Exportera CSV',
	link: 'Om leverantören försvinner'
} as const;
