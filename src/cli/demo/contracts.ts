// The contract register: the named contracts and those of the local systems.
import { bookedOn } from './ledger';
import { localSystems } from './local-systems';
import { namedContracts } from './named-contracts';
import { chanceFor } from './random';
import { numberOf } from './suppliers';
import { unitName } from './units';

export const contractHeader = [
	'avtals_id',
	'diarienummer',
	'benamning',
	'leverantor',
	'organisationsnummer',
	'namnd',
	'avtalsagare',
	'avtalstyp',
	'upphandlingsforfarande',
	'antal_anbud',
	'cpv',
	'avtalsstart',
	'avtalsslut',
	'forlangningssatt',
	'forlangning_antal',
	'forlangning_manader',
	'forlangning_nyttjad',
	'forlangning_avisering_manader',
	'uppsagningstid_manader',
	'avtalsvarde',
	'takvolym',
	'prisjustering',
	'ramavtal_ref',
	'oppen_kallkod',
	'oppet_api',
	'dataexport',
	'dataagande',
	'anvandardata',
	'delbar',
	'exitplan',
	'personuppgiftsbitrade',
	'anvandarmedverkan',
	'datalokalisering'
] as const;

const answers: Record<string, string> = { j: 'ja', n: 'nej', o: 'okänt', '-': '' };

function answersOf(letters: string): string[] {
	return [...letters].map((letter) => answers[letter] ?? '');
}

/** `=93` becomes the ceiling in whole ten thousands of kronor that makes 93 percent used. */
function ceiling(contract: string, start: string, wanted: string): string {
	if (!wanted.startsWith('=')) return wanted;
	const orders = namedContracts.filter((other) => other.ramavtal_ref === contract);
	const used = bookedOn([contract, ...orders.map((order) => order.avtals_id)], start) / 100;
	return String(Math.round((used * 100) / Number(wanted.slice(1)) / 10_000) * 10_000);
}

function namedRows(): string[][] {
	return namedContracts.map((contract) => [
		contract.avtals_id,
		contract.diarienummer,
		contract.benamning,
		contract.leverantor,
		numberOf(contract.leverantor),
		unitName(contract.agare),
		contract.avtalsagare,
		contract.avtalstyp,
		contract.upphandlingsforfarande,
		contract.antal_anbud,
		contract.cpv,
		contract.avtalsstart,
		contract.avtalsslut,
		contract.forlangningssatt,
		contract.forlangning_antal,
		contract.forlangning_manader,
		contract.forlangning_nyttjad,
		contract.forlangning_avisering_manader,
		contract.uppsagningstid_manader,
		contract.avtalsvarde,
		ceiling(contract.avtals_id, contract.avtalsstart, contract.takvolym),
		contract.prisjustering,
		contract.ramavtal_ref,
		...answersOf(contract.svar),
		contract.datalokalisering
	]);
}

/**
 * Terms of small contracts, taken in turn: end, renewal, its months, notice months. None has its notice day
 * between the summer of 2026 and the end of March 2027: those decisions belong to the named contracts.
 */
const terms: readonly (readonly [end: string, renewal: string, months: string, notice: string])[] = [
	['2028-12-31', 'option', '12', '3'],
	['', 'tillsvidare', '', '3'],
	['2029-06-30', 'automatisk', '12', '3'],
	['2030-03-31', 'option', '24', '6'],
	['2027-09-30', 'option', '12', '3'],
	['2026-03-31', 'ingen', '', ''],
	['2029-12-31', 'ingen', '', '3'],
	['', '', '', ''],
	['2028-10-31', 'automatisk', '12', '']
];

const procedures = [
	'förenklat',
	'direktupphandling',
	'öppet',
	'direktupphandling',
	'okänt',
	'förenklat'
] as const;
const kinds = ['licensavtal', 'kontrakt', 'licensavtal', 'kontrakt', 'licensavtal'] as const;

function localContractRows(): string[][] {
	return localSystems
		.filter((system) => system.contract !== '')
		.map((system, place) => {
			const chance = chanceFor(system.contract);
			const [end, renewal, months, notice] = terms[place % terms.length] ?? ['', '', '', ''];
			const procedure = procedures[place % procedures.length] ?? '';
			const bids =
				procedure === 'direktupphandling' || procedure === 'okänt' ? '1' : String(chance.integer(1, 5));
			const year = system.contractStart.slice(0, 4);
			const asked = chance.happens(0.45);
			return [
				system.contract,
				chance.happens(0.7) ? `${system.unit} ${year}/${chance.integer(11, 290)}` : '',
				chance.happens(0.7) ? system.name : `${system.name}, licens`,
				system.supplier,
				numberOf(system.supplier),
				unitName(system.unit),
				chance.happens(0.4) ? 'Enhetschef' : '',
				kinds[place % kinds.length] ?? '',
				procedure,
				chance.happens(0.85) ? bids : '',
				chance.happens(0.6) ? '48000000' : '',
				end === '' && renewal === '' && place % 2 === 0 ? '' : system.contractStart,
				end,
				renewal,
				renewal === 'option' ? '2' : '',
				months,
				renewal === 'option' ? String(chance.integer(0, 1)) : '',
				'',
				notice,
				chance.happens(0.6) ? String(system.yearly * 4 * 1000) : '',
				'',
				chance.happens(0.4) ? 'KPI' : '',
				'',
				...Array.from({ length: 8 }, () => (asked ? (answers[chance.pick([...'jjnno-'])] ?? '') : '')),
				// A new question: few registers have asked it yet.
				asked ? (answers[chanceFor(`${system.contract} users`).pick([...'jno---'])] ?? '') : '',
				asked ? chance.pick(['SE', 'EU', '', 'tredjeland', 'SE']) : ''
			];
		});
}

export const contractRows: string[][] = [...namedRows(), ...localContractRows()].sort((one, other) =>
	(one[0] ?? '') < (other[0] ?? '') ? -1 : 1
);
