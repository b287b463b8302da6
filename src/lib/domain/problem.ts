// An expected fault is a value: where it is, what was found, and how to mend it.

/** Why a row or a file was not taken as it stood. */
export type ProblemKind =
	| 'fel_belopp'
	| 'saknar_belopp'
	| 'tomt_belopp'
	| 'fel_datum'
	| 'saknar_datum'
	| 'saknar_benamning'
	| 'saknar_namn'
	| 'summarad'
	| 'fel_antal_kolumner'
	| 'fel_varde'
	| 'klassning_4'
	| 'fel_kontrollsiffra'
	| 'identisk_rad'
	| 'personnummer'
	| 'annan_valuta'
	| 'avrundat_belopp'
	| 'okand_namnd'
	| 'flera_nummer'
	| 'utlandskt_nummer'
	| 'utanfor_perioden'
	| 'framtida_datum'
	| 'okant_avtal'
	| 'okant_system'
	| 'omraknad_valuta'
	| 'obalanserat_verifikat'
	| 'ofullstandig_uppgift';

/** What happens to the rows a problem touches. */
export type ProblemEffect = 'avvisas' | 'flaggas' | 'maskeras';

/** One problem in one row. `column` is the header in the file; `value` is masked for personal data. */
export interface RowProblem {
	kind: ProblemKind;
	effect: ProblemEffect;
	row: number;
	sheet: string;
	column: string;
	value: string;
	/** A whole Swedish sentence: what, and how to mend it. */
	reason: string;
}

/** Why a whole file could not be taken. */
export interface FileProblem {
	/** Stable code for tests and help pages. */
	code:
		| 'tom_fil'
		| 'inte_en_tabell'
		| 'ingen_tabell_i_arbetsboken'
		| 'trasig_arbetsbok'
		| 'okand_tabell'
		| 'saknar_kolumn'
		| 'bara_rubrik'
		| 'for_stor'
		| 'arkiv'
		| 'trasigt_arkiv'
		| 'trasig_json'
		| 'bara_saldon'
		| 'skadad_text'
		| 'fraga';
	/** A whole Swedish sentence: what, what it means, what to do. */
	message: string;
	/** Set when a person could answer and so mend it. */
	question?: Question;
}

/** What only a person can decide about a file. */
export type Question =
	'tecken' | 'decimaltecken' | 'period' | 'datumordning' | 'kurs' | 'kolumner' | 'ar' | 'enhet';
