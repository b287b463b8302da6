// The nämnder, stadsdelsnämnder and companies of Lindskärs kommun.
import { textTable } from './text-table';

const columns = ['namnd', 'kod', 'typ', 'anstallda', 'kommunbidrag', 'giltig_fran', 'giltig_till'] as const;

/** kommunbidrag in whole kronor a year; a company has none. */
export const unitRows = textTable(
	columns,
	`
	Kommunstyrelsen;KS;nämnd;520;302400000;2015-01-01;
	Utbildningsnämnden;UBN;nämnd;3900;1846200000;2015-01-01;
	Äldrenämnden;ÄN;nämnd;1850;861500000;2015-01-01;
	Socialnämnden;SN;nämnd;1150;588900000;2015-01-01;
	Servicenämnden;SEN;nämnd;480;118700000;2015-01-01;
	Stadsbyggnadsnämnden;SBN;nämnd;260;96300000;2015-01-01;
	Trafiknämnden;TN;nämnd;140;212800000;2015-01-01;
	Kulturnämnden;KN;nämnd;240;164100000;2015-01-01;
	Fritidsnämnden;FRN;nämnd;210;187600000;2015-01-01;
	Miljönämnden;MN;nämnd;95;38200000;2015-01-01;
	Fastighetsnämnden;FAN;nämnd;190;88400000;2015-01-01;
	Arbetsmarknadsnämnden;AMN;nämnd;230;174900000;2019-01-01;
	Överförmyndarnämnden;ÖFN;nämnd;35;21300000;2015-01-01;
	Stadsdelsnämnden Hamnstaden;HSD;stadsdelsnämnd;310;151000000;2015-01-01;
	Stadsdelsnämnden Norrskäret;NSD;stadsdelsnämnd;280;134200000;2015-01-01;
	Stadsdelsnämnden Lindåsen;LSD;stadsdelsnämnd;240;117800000;2015-01-01;
	Stadsdelsnämnden Östervallen;ÖSD;stadsdelsnämnd;260;126500000;2015-01-01;
	Lindskärs Bostäder AB;LBAB;bolag;165;;2015-01-01;
	Lindskärs Energi AB;LEAB;bolag;210;;2015-01-01;
	Lindskärs Vatten AB;LVAB;bolag;95;;2015-01-01;
	Lindskärs Hamn AB;LHAB;bolag;60;;2015-01-01;
	Lindskärs Parkering AB;LPAB;bolag;28;;2015-01-01;
	Lindskärs Stadsnät AB;LSNAB;bolag;22;;2018-01-01;
	Lindskärs Arena AB;LAAB;bolag;;;2021-01-01;
	Lindskärs Kommunhus AB;LKAB;bolag;6;;2015-01-01;
	`
);

export const unitHeader = columns;

const names = new Map(unitRows.map((unit) => [unit.kod, unit.namnd]));

/** The name of a unit by its code. */
export function unitName(code: string): string {
	const name = names.get(code);
	if (name === undefined) throw new Error(`No unit has the code ${code}.`);
	return name;
}

/** The units that keep their books in the municipality's own ledger: all but the companies. */
export const boards = unitRows
	.filter((unit) => unit.typ !== 'bolag')
	.map((unit) => ({
		code: unit.kod,
		name: unit.namnd,
		employees: Number(unit.anstallda),
		grant: Number(unit.kommunbidrag)
	}));

export const companies = unitRows.filter((unit) => unit.typ === 'bolag').map((unit) => unit.namnd);

/** Codes to names, `|` between: `UBN ÄN` or `alla`. */
export function unitList(codes: string): string {
	if (codes === '') return '';
	const chosen = codes === 'alla' ? boards.map((board) => board.code) : codes.split(' ');
	return chosen.map(unitName).join('|');
}
