// The long tail: 120 local systems as a register knows them, half of it empty.
import { chanceFor } from './random';
import { smallProgramSuppliers } from './suppliers';
import { textTable } from './text-table';

const groups = textTable(
	['unit', 'capability', 'names'] as const,
	`
	KS;F-0102;Protokollpärmen,Blankettskåpet
	KS;F-0105;Anslagstavlan,Intranätet Lindan
	KS;F-0202;Fakturaslussen,Inköpskorgen
	KS;F-0303;Jobbvalvet,Introstegen
	KS;F-0404;Svarsdisken
	KS;F-0906;Nyckeltalsboden,Enkätsnurran
	KS;;Krispärmen,Valnattsräknaren
	UBN;F-0504;Läskupan,Sifferskogen,Glosbänken,Kartbiten,Notskrinet,Kemihyllan
	UBN;F-0501;Läxhörnan
	UBN;F-0503;Platskön
	UBN;F-0505;Matsedelshjulet
	UBN;F-0402;Aulabok
	UBN;F-0502;Närvarostämpeln,Förskolekön
	UBN;F-0204;Avgiftsräknaren
	UBN;F-0801;Skolbokhyllan
	UBN;F-0906;Betygssikten,Klassrumssikten
	UBN;;Schemaväven,Skjutskartan,Elevhälsoboken,Vikarielappen,Skolfotoarkivet
	ÄN;F-0602;Larmsnöret
	ÄN;F-0603;Signeringsdosan
	ÄN;F-0302;Turväven
	ÄN;F-0604;Slingplanen
	ÄN;F-0906;Omsorgssikten
	ÄN;;Nyckelskåpet,Matlådelistan,Avvikelsepärmen,Hjälpmedelsboden,Tillsynsögat
	SN;F-0605;Biståndsräknaren
	SN;F-0602;Trygghetsknappen
	SN;F-0103;Aktskåpet
	SN;F-0603;Tablettlådan
	SN;F-0302;Jourväven
	SN;;Familjehemslistan,Boendekön,Tolkbokaren,Skuldrådaren,Placeringsboken
	SEN;F-0505;Köksvågen
	SEN;F-0403;Vaktmästarlappen
	SEN;;Postsorteraren,Fordonspoolen,Städrundan,Passerkortet,Utskriftskön
	SBN;F-0701;Mätboken,Planarkivet
	SBN;F-0706;Skissblocket
	SBN;F-0103;Detaljplanspärmen
	SBN;F-0403;Felfickan
	SBN;;Adressboken,Lantmätarlådan,Stadsmodellen
	TN;F-0704;Vägmärkesboken,Trafikräknaren,Gatuboken,Vinterväghållaren
	TN;F-0403;Potthålet
	TN;F-0203;Entreprenadpärmen
	TN;;Parkeringsögat,Belysningsnätet,Grävtillståndet
	KN;F-0402;Ateljélistan
	KN;F-0103;Kulturdiariet
	KN;F-0802;Bidragskorgen
	KN;;Museiboden,Fotosamlingen,Biljettluckan,Konstregistret
	FRN;F-0802;Föreningskassan
	FRN;F-0402;Båtplatskön
	FRN;F-0302;Badväven
	FRN;;Simhallskassan,Gymkortet,Lägerlistan,Isschemat
	MN;F-0703;Tillsynsboken,Provtagaren
	MN;F-0103;Miljödiariet
	MN;;Livsmedelslistan,Bullermätaren,Luftsikten
	FAN;F-0705;Energisikten,Ventilationsvakten,Underhållspärmen
	FAN;F-0403;Felanmälan hus
	FAN;F-0204;Hyreslistan
	FAN;;Låsregistret,Hisslarmet,Nyckelkvittot,Markboken
	AMN;F-0605;Insatsräknaren
	AMN;F-0502;Kursdeltagaren
	AMN;;Praktikplatsen,Matchlistan,Språkstegen,Deltagarboken
	ÖFN;F-0103;Ställföreträdarboken
	ÖFN;;Redovisningslådan
	HSD;;Hamnkalendern,Lotsboken
	NSD;F-0502;Barnkön Norr
	LSD;;Åsenlistan
	ÖSD;F-0303;Vikarieporten
	`
);

export interface LocalSystem {
	id: string;
	name: string;
	unit: string;
	capability: string;
	supplier: string;
	/** Kronor are paid for it in the ledger, tkr a year; 0 when nobody knows of any. */
	yearly: number;
	contract: string;
	/** YYYY-MM-DD, empty without a contract. */
	contractStart: string;
}

const chance = chanceFor('local systems');

const unpaid = 4;
const drafts = groups
	.flatMap(({ unit, capability, names }) => names.split(',').map((name) => ({ unit, capability, name })))
	.map((system, index) => {
		const supplier = index % 5 === unpaid ? undefined : smallProgramSuppliers[index - Math.floor(index / 5)];
		return {
			...system,
			id: `S-${String(31 + index).padStart(3, '0')}`,
			supplier: supplier ?? '',
			// Many small, a few of some size.
			yearly: supplier === undefined ? 0 : Math.round(40 + 440 * chance.next() * chance.next())
		};
	});

/** The dearest local systems have a contract in the register; the others do not. */
const withContract = [...drafts]
	.sort((one, other) => other.yearly - one.yearly || (one.id < other.id ? -1 : 1))
	.slice(0, 32)
	.map((system) => system.id);

export const localSystems: LocalSystem[] = drafts.map((system) => {
	const place = withContract.indexOf(system.id);
	if (place < 0) return { ...system, contract: '', contractStart: '' };
	const year = 2018 + (place % 7);
	return { ...system, contract: `A-${year}-${201 + place}`, contractStart: `${year}-04-01` };
});
