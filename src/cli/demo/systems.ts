// The system register: 30 systems known by name and 120 local ones, filled in as registers are.
import { centralSystems } from './central-systems';
import { localSystems, type LocalSystem } from './local-systems';
import { chanceFor } from './random';
import { numberOf } from './suppliers';
import { unitList, unitName } from './units';

export const systemHeader = [
	'system_id',
	'namn',
	'beskrivning',
	'namnd',
	'anvands_av',
	'gemensam',
	'leverantor',
	'organisationsnummer',
	'avtals_id',
	'lager',
	'formaga',
	'systemagare',
	'informationsagare',
	'forvaltningsansvarig',
	'driftform',
	'livscykel',
	'idrift',
	'avveckling',
	'kritikalitet',
	'antal_anvandare',
	'klassning_k',
	'klassning_r',
	'klassning_t',
	'personuppgifter',
	'licens',
	'api',
	'dataexport',
	'integrationer',
	'anvandarbetyg',
	'ersatts_av',
	'suv_strategisk',
	'suv_rattslig',
	'suv_data',
	'suv_drift',
	'suv_leveranskedja',
	'suv_teknik',
	'suv_sakerhet',
	'suv_miljo'
] as const;

/** Who has been asked, in the order of the header's last eight; `-` is unknown. Of all other systems nobody has. */
const sovereigntyAnswers: Readonly<Record<string, string>> = {
	'S-001': '44432332',
	'S-002': '4332-2--',
	'S-003': '11211231',
	'S-004': '1121-23-',
	'S-005': '433--2--',
	'S-007': '44432-3-',
	'S-008': '3332-3--',
	'S-012': '---2-3--',
	'S-019': '2222----',
	'S-022': '44433433',
	'S-030': '44443443'
};

function sovereigntyOf(id: string): string[] {
	const answers = sovereigntyAnswers[id] ?? '';
	return Array.from({ length: 8 }, (_, place) => (answers[place] ?? '-').replace('-', ''));
}

function centralRows(): string[][] {
	return centralSystems.map((system) => [
		system.system_id,
		system.namn,
		system.beskrivning,
		unitName(system.agare),
		unitList(system.anvands_av),
		system.gemensam,
		system.leverantor,
		numberOf(system.leverantor),
		system.avtals_id,
		system.lager,
		system.formaga,
		system.systemagare,
		system.informationsagare,
		system.forvaltningsansvarig,
		system.driftform,
		system.livscykel,
		system.idrift,
		system.avveckling,
		system.kritikalitet,
		system.antal_anvandare,
		...[0, 1, 2].map((place) => system.krt[place] ?? ''),
		system.personuppgifter,
		system.licens,
		system.api,
		system.dataexport,
		system.integrationer,
		system.anvandarbetyg,
		system.ersatts_av,
		...sovereigntyOf(system.system_id)
	]);
}

/** Local systems that have a successor, and those already gone. */
const lifeEnds: Record<string, readonly [stage: string, end: string, successor: string]> = {
	Läxhörnan: ['avvecklas', '2027-06-30', 'S-005'],
	'Intranätet Lindan': ['avvecklas', '2026-12-31', 'S-008'],
	Schemaväven: ['avvecklad', '2024-01-31', 'S-010'],
	Turväven: ['avvecklas', '2027-01-31', 'S-010'],
	Kulturdiariet: ['avvecklas', '2026-10-31', 'S-011'],
	Miljödiariet: ['drift', '', 'S-011'],
	Planarkivet: ['avvecklad', '2025-05-31', 'S-012'],
	Fakturaslussen: ['avvecklad', '2023-12-31', 'S-009'],
	Stadsmodellen: ['planerad', '', '']
};

function localRow(system: LocalSystem): string[] {
	const chance = chanceFor(`${system.id} register`);
	const maybe = (probability: number, value: () => string) => (chance.happens(probability) ? value() : '');
	const supplier =
		system.contract !== '' ? maybe(0.85, () => system.supplier) : maybe(0.38, () => system.supplier);
	const [stage, end, successor] = lifeEnds[system.name] ?? [maybe(0.6, () => 'drift'), '', ''];
	const classified = chance.happens(0.2);
	return [
		system.id,
		system.name,
		'',
		unitName(system.unit),
		maybe(0.75, () => unitName(system.unit)),
		maybe(0.6, () => 'nej'),
		supplier,
		numberOf(supplier),
		maybe(0.8, () => system.contract),
		maybe(0.55, () => 'applikation'),
		system.capability === '' ? '' : maybe(0.9, () => system.capability),
		maybe(0.26, () => chance.pick(['Enhetschef', 'Verksamhetschef', 'Utvecklingsledare', 'Avdelningschef'])),
		'',
		maybe(0.12, () => 'Systemförvaltare'),
		maybe(0.4, () => chance.pick(['SaaS', 'SaaS', 'extern', 'egen'])),
		stage,
		maybe(0.3, () => `${chance.integer(2005, 2022)}-0${chance.integer(1, 9)}-01`),
		end,
		maybe(0.2, () => chance.pick(['låg', 'låg', 'medel', 'hög'])),
		maybe(0.25, () => String(chance.integer(3, 240))),
		...[0, 1, 2].map(() => (classified ? String(chance.integer(0, 2)) : '')),
		maybe(0.35, () => chance.pick(['ja', 'nej', 'okänt'])),
		maybe(0.2, () => chance.pick(['proprietär', 'proprietär', 'proprietär', 'MIT', 'GPL-3.0-only'])),
		maybe(0.12, () => chance.pick(['ja', 'nej'])),
		maybe(0.12, () => chance.pick(['ja', 'nej', 'okänt'])),
		maybe(0.08, () => String(chance.integer(0, 4))),
		maybe(0.08, () => `${chance.integer(2, 4)},${chance.integer(0, 9)}`),
		successor,
		...sovereigntyOf(system.id)
	];
}

export const systemRows: string[][] = [...centralRows(), ...localSystems.map(localRow)];
