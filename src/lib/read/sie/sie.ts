// SIE 1–4 and 4I: the Swedish exchange format of ledgers. Vouchers become cost rows, #PBUDGET a budget, and balances the
// totals that other files can agree with. The file is read once for what stands anywhere in it (accounts, dimensions,
// sums), and again for every reading of a table; rows are never held.
import type { FileProblem } from '$lib/domain/problem';
import type { ByteSource } from '../byte-source';
import { defaultCostClasses, Dimensions } from './accounts';
import { Balances } from './balances';
import { budgetRecords, BudgetSurvey } from './budget';
import { textField, type SieRow } from './fields';
import { detectSieDecoding, sieLines } from './lines';
import { VoucherState } from './transaction';
import { voucherRecords, VoucherSurvey } from './vouchers';
import type { Aside, ReadingChoices, SourceTable } from '../source-table';
import type { Opened } from '../table-file';

/** All labels of SIE 4B that hold nothing for cost, budget or totals, beside those that are read. */
const knownLabels = new Set(
	(
		'ADRESS BKOD BTRANS DIM ENHET FLAGGA FNAMN FNR FORMAT FTYP GEN IB KONTO KPTYP KSUMMA KTYP OBJEKT OIB OMFATTN ORGNR ' +
		'OUB PBUDGET PROGRAM PROSA PSALDO RAR RES RTRANS SIETYP SRU TAXAR TRANS UB UNDERDIM VALUTA VER'
	).split(' ')
);

class Survey {
	readonly accounts = new Map<string, string>();
	readonly names = new Dimensions();
	readonly balances: Balances;
	readonly vouchers: VoucherSurvey;
	readonly budget: BudgetSurvey;
	readonly state = new VoucherState();
	currency = '';
	private readonly unknown = new Map<string, number>();
	private stray = 0;

	constructor(classes: readonly number[]) {
		this.balances = new Balances(classes);
		this.vouchers = new VoucherSurvey(classes, this.names);
		this.budget = new BudgetSurvey(classes);
	}

	add(row: SieRow, line: string): void {
		switch (row.label) {
			case 'TRANS':
			case 'RTRANS':
			case 'BTRANS':
				return this.vouchers.add(row, line, this.state.current);
			case 'PBUDGET':
				return this.budget.add(row);
			case 'KONTO':
				this.accounts.set(textField(row, 0), textField(row, 1));
				return;
			case 'DIM':
				return this.names.name(textField(row, 0), textField(row, 1));
			case 'UNDERDIM':
				return this.names.name(textField(row, 0), textField(row, 1), textField(row, 2));
			case 'OBJEKT':
				return this.names.object(textField(row, 0), textField(row, 1), textField(row, 2));
			case 'VALUTA':
				this.currency = textField(row, 0).trim().toUpperCase();
				return;
			default:
				this.balances.add(row);
				if (!knownLabels.has(row.label)) this.unknown.set(row.label, (this.unknown.get(row.label) ?? 0) + 1);
		}
	}

	/** A line without a label: a brace, a blank, or nothing that the format knows. */
	addOther(line: string): void {
		if (!/^[\s\u0000\u001a\ufeff{}]*$/.test(line)) this.stray++;
	}

	/** What concerns the file rather than one of its tables. */
	asides(): Aside[] {
		const { unclosed } = this.state;
		const labels = [...this.unknown.keys()];
		const shown = labels.slice(0, 3).map((label) => `#${label}`);
		const named = shown.join(', ') + (labels.length > 3 ? ' med flera' : '');
		const unknown = [...this.unknown.values()].reduce((sum, count) => sum + count, 0);
		const told = (rows: number, what: string): Aside[] => (rows ? [{ what, rows, sum: null }] : []);
		return [
			...told(unknown, `${lines(unknown)} med etiketter som SIE inte känner (${named}) lästes inte`),
			...told(this.stray, `${lines(this.stray)} utan etikett lästes inte`),
			...told(unclosed, 'verifikat saknar slutklammer: filen kan vara avklippt eller skadad där')
		];
	}
}

function lines(count: number): string {
	return count === 1 ? 'rad' : 'rader';
}

const nothingInIt: FileProblem = {
	code: 'bara_rubrik',
	message:
		'Filen är en SIE-fil utan verifikationer, budget och saldon. Kontrollera urvalet i källsystemet och exportera den på nytt.'
};

/**
 * Opens a SIE file. `Verifikationer` holds the transactions on cost accounts and `Budget` the monthly budget on them; a
 * table without rows is left out where another can tell its asides. A file with balances only has no tables.
 */
export async function openSie(source: ByteSource, choices: ReadingChoices): Promise<Opened> {
	const { decoding, evidence } = await detectSieDecoding(source, choices);
	const classes = choices.accountClasses?.length ? choices.accountClasses : defaultCostClasses;
	const survey = new Survey(classes);
	for await (const batch of sieLines(source, decoding)) {
		for (const line of batch) {
			const row = survey.state.follow(line);
			if (row) survey.add(row, line.text);
			else survey.addOther(line.text);
		}
	}
	survey.state.end();
	survey.vouchers.end();

	const { vouchers, budget, balances, names, accounts } = survey;
	const decision = budget.decide(balances.rowsWithoutObjects);
	const currency = survey.currency === 'SEK' ? '' : survey.currency;
	const text = { encoding: evidence, delimiter: null, dialect: null };
	const control = vouchers.from ? balances.statementFor({ from: vouchers.from, to: vouchers.to }) : null;
	const voucherTable: Candidate = {
		rows: vouchers.rows,
		asides: vouchers.asides(),
		make: (asides) => ({
			sheet: 'Verifikationer',
			format: 'sie',
			text,
			known: { kind: 'cost', values: {}, control, asides },
			records: () =>
				voucherRecords(sieLines(source, decoding), { classes, survey: vouchers, names, accounts, currency })
		})
	};
	const budgetTable: Candidate = {
		rows: decision.rows,
		asides: decision.asides,
		make: (asides) => ({
			sheet: 'Budget',
			format: 'sie',
			text,
			known: { kind: 'budget', values: {}, control: null, asides },
			records: () => budgetRecords(sieLines(source, decoding), { survey: budget, decision, names, accounts })
		})
	};
	const tables = tablesOf([voucherTable, budgetTable], survey.asides());
	const controls = balances.statements();
	return tables.length || controls.length ? { tables, controls } : { problem: nothingInIt };
}

interface Candidate {
	rows: number;
	asides: readonly Aside[];
	make(asides: readonly Aside[]): SourceTable;
}

/** The tables that have rows. What else was read is told with the first of them; alone, it makes a table without rows. */
function tablesOf(candidates: readonly Candidate[], ofFile: readonly Aside[]): SourceTable[] {
	const filled = candidates.filter(({ rows }) => rows > 0);
	const kept = filled.length ? filled : candidates.filter(({ asides }) => asides.length > 0).slice(0, 1);
	const homeless = candidates
		.filter((candidate) => !kept.includes(candidate))
		.flatMap(({ asides }) => asides);
	return kept.map(({ asides, make }, i) => make(i === 0 ? [...asides, ...homeless, ...ofFile] : asides));
}
