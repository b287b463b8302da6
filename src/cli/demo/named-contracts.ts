// The contracts the stories are about, written by hand.
import { textTable } from './text-table';

/**
 * takvolym `=93` is set from the ledger so that 93 percent is used. svar: oppen_kallkod, oppet_api, dataexport,
 * dataagande, anvandardata, delbar, exitplan, personuppgiftsbitrade, anvandarmedverkan as j(a), n(ej), o(känt) or - (not asked).
 */
export const namedContracts = textTable(
	[
		'avtals_id',
		'diarienummer',
		'benamning',
		'leverantor',
		'agare',
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
		'svar',
		'datalokalisering'
	] as const,
	`
	A-2022-117;SEN 2022/204;Serverdrift och arbetsplats;Nordvinge Data AB;SEN;It-chef;ramavtal;öppet;1;72500000;2023-01-01;2027-08-31;ingen;;;;;6;112000000;=93;Index för tjänstepriser;;nnojonnj-;SE
	A-2023-011;SEN 2022/204-7;Serverdrift, avrop;Nordvinge Data AB;SEN;It-chef;avrop;FKU;1;72500000;2023-01-01;2029-08-31;ingen;;;;;6;80000000;;;A-2022-117;nnoj-nnj-;SE
	A-2023-012;SEN 2022/204-8;Arbetsplats bas, avrop;Nordvinge Data AB;SEN;It-chef;avrop;FKU;2;72500000;2023-01-01;2029-08-31;ingen;;;;;6;55000000;;;A-2022-117;nn-j-jnj-;SE
	A-2022-064;ÄN 2022/118;Omsorgsjournalen, drift;Nordvinge Data AB;ÄN;Äldreomsorgschef;kontrakt;förhandlat;1;72500000;2022-07-01;2028-06-30;option;2;12;0;6;3;18000000;;KPI;;n-ojonnjo;SE
	A-2022-065;ÄN 2022/119;Omsorgsjournalen, konsult;Nordvinge Data AB;ÄN;Äldreomsorgschef;kontrakt;förenklat;2;72200000;2022-07-01;2028-06-30;option;1;24;0;6;3;14000000;;Fast timpris;;jjjjnjno-;SE
	A-2021-077;KS 2021/340;Kommunportalen;Nordvinge Data AB;KS;Digitaliseringschef;kontrakt;öppet;1;48220000;2021-10-01;2028-09-30;option;2;24;1;6;6;38000000;;KPI;;njjoonnjj;SE
	A-2022-018;SEN 2022/031;Datorer, skärmar och mobiler;Hylleberga Hårdvara AB;SEN;Inköpschef;ramavtal;öppet;5;30213000;2022-04-01;2028-03-31;option;2;12;2;3;3;95000000;=68;Leverantörens prislista;;---n-j-n-;
	A-2022-090;ÄN 2022/057;Omsorgsjournalen;Omsorgslinden System AB;ÄN;Äldreomsorgschef;kontrakt;öppet;1;48180000;2023-01-01;2027-12-31;option;2;24;0;9;6;78000000;=71;KPI;;nnojonnjj;SE
	A-2021-114;UBN 2021/318;Lärstigen, lärplattform;Skolbjörk Lärteknik AB;UBN;Skolchef;kontrakt;öppet;1;48190000;2021-07-01;2027-06-30;automatisk;2;12;0;;6;48000000;=86;KPI;;njjoonnjn;EU
	A-2020-052;UBN 2020/122;Elevregistret;Skolbjörk Lärteknik AB;UBN;Skolchef;kontrakt;öppet;3;48610000;2020-01-01;2026-12-31;automatisk;5;12;2;;6;9500000;;KPI;;nnno-nnjn;SE
	A-2021-030;SEN 2021/045;Nät och telefoni;Tellunda Nät AB;SEN;It-chef;kontrakt;öppet;4;64200000;2021-05-01;2027-12-31;option;1;24;0;6;6;82000000;=59;Oförändrat pris;;---j-nn--;SE
	A-2023-047;SEN 2023/088;Fiber och kabelvägar;Ledtråda Fiber AB;SEN;It-chef;kontrakt;öppet;2;32562300;2023-06-01;2029-05-31;option;1;24;0;6;6;20000000;;Entreprenadindex;;-------n-;SE
	A-2019-027;KS 2019/076;Ekonomikompassen;Vidkulla Ekonomisystem AB;KS;Ekonomichef;kontrakt;öppet;2;48440000;2019-04-01;2028-12-31;option;3;24;2;9;6;60000000;;KPI;;nnjjonnjo;SE
	A-2021-095;KS 2021/401;Lönevyn;Vidkulla Ekonomisystem AB;KS;Personalchef;kontrakt;öppet;1;48450000;2022-01-01;2028-12-31;option;1;24;0;6;6;21000000;;KPI;;nnjj-nnjn;SE
	A-2023-029;KS 2023/112;Molntjänster;Molnhamra AB;KS;Digitaliseringschef;ramavtal;öppet;6;72400000;2023-02-01;2028-10-31;option;2;12;0;3;3;40000000;=82;Leverantörens prislista;;jjjjojjj-;EU
	A-2023-041;KS 2023/150;Konsulttjänster it;Brofalk Konsult AB;KS;Digitaliseringschef;ramavtal;öppet;7;72220000;2023-05-01;2028-04-30;ingen;;;;;3;22000000;=104;Fast timpris;;jjjjjj-j-;SE
	A-2022-101;KS 2022/288;Projektledning it;Brofalk Konsult AB;KS;Digitaliseringschef;kontrakt;FKU;3;72224000;2022-09-01;2028-08-31;ingen;;;;;3;3000000;;Fast timpris;;-jj--jn--;SE
	A-2020-071;SBN 2020/233;Kartvy, geodata;Ritbladet Geodata AB;SBN;Stadsbyggnadschef;kontrakt;öppet;3;38221000;2020-09-16;2027-09-15;option;2;12;1;6;6;26000000;;KPI;;njjj-jnn-;SE
	A-2023-084;KN 2023/041;Biblioteksnavet;Boksvalan Bibliotek AB;KN;Bibliotekschef;kontrakt;öppet;2;48160000;2023-09-01;2029-08-31;option;1;24;0;6;6;17000000;;KPI;;jjjjjnojj;EES
	A-2020-088;KS 2020/199;Ärendehanteraren;Akthamra Programvara AB;KS;Kanslichef;kontrakt;öppet;3;48332000;2020-11-01;2028-10-31;option;2;24;1;6;6;24000000;;KPI;;nojj-n-j-;SE
	A-2024-033;KS 2024/060;Arkivlådan;Akthamra Programvara AB;KS;Arkivchef;kontrakt;förenklat;4;48329000;2024-06-01;2029-05-31;option;2;12;0;3;3;5000000;;KPI;;jjjjjjjjj;SE
	A-2024-058;HSD 2024/009;Elevguiden;Vasskulla Läromedia AB;HSD;;licensavtal;direktupphandling;;72400000;2024-08-01;2028-07-31;automatisk;;12;;;3;1700000;;;;n-n---no-;
	A-2024-012;FRN 2024/017;Fritidsbokning;Fritidsklöver AB;FRN;Fritidschef;kontrakt;förenklat;2;48330000;2024-01-01;2028-12-31;option;1;12;0;3;3;3500000;;KPI;;n-j--n-j-;SE
	A-2024-019;SEN 2024/028;Säkerhetsskydd;Låsmyra Säkerhet AB;SEN;It-chef;kontrakt;öppet;4;48730000;2024-03-01;2028-11-30;option;1;24;0;6;6;16000000;;KPI;;n------j-;EU
	A-2019-013;SEN 2019/020;Säkerhetsskydd, tidigare;Låsmyra Säkerhet AB;SEN;It-chef;kontrakt;öppet;3;48730000;2019-03-01;2024-02-29;ingen;;;;;3;9000000;;;;---------;
	A-2016-004;SEN 2016/011;Gamla växeln;Telvarp AB;SEN;;kontrakt;okänt;;32550000;2016-02-01;2026-12-31;ingen;;;;;;6000000;;;;-----n---;
	A-2022-030;SEN 2022/090;Programlicenser via återförsäljare;Kvistrona Licens AB;SEN;Inköpschef;ramavtal;öppet;2;48000000;2022-11-01;2028-10-31;ingen;;;;;3;175000000;=64;Tillverkarens prislista;;n-o--nn--;
	A-2022-031;SEN 2022/090-2;Kontorspaketet, avrop;Kvistrona Licens AB;SEN;It-chef;avrop;FKU;2;48900000;2022-12-01;2028-12-31;option;1;12;0;6;6;125000000;;KPI;A-2022-030;nojoonnj-;EU
	A-2022-032;UBN 2022/302;Skolans kontorspaket, avrop;Kvistrona Licens AB;UBN;Skolchef;avrop;FKU;2;48900000;2022-12-01;2028-12-31;option;1;12;0;6;6;26000000;;KPI;A-2022-030;nojoonnj-;EU
	A-2023-062;SBN 2023/301;Ritpaletten;Kvistrona Licens AB;SBN;;licensavtal;FKU;1;48321000;2023-01-01;2028-12-31;ingen;;;;;3;9000000;;Tillverkarens prislista;A-2022-030;n-j------;
	A-2023-055;KS 2023/177;Personalvyn;Tidkulla Schema AB;KS;Personalchef;kontrakt;öppet;3;48450000;2023-08-01;2029-07-31;option;2;24;0;6;6;30000000;;KPI;;njjjojnj-;SE
	A-2018-077;KS 2018/215;Schema, tidigare;Tidkulla Schema AB;KS;Personalchef;kontrakt;öppet;2;48450000;2018-08-01;2023-07-31;ingen;;;;;6;14000000;;KPI;;---------;
	A-2019-061;KS 2019/144;Konsulttjänster it, tidigare;Brofalk Konsult AB;KS;Digitaliseringschef;ramavtal;öppet;5;72220000;2019-05-01;2023-04-30;ingen;;;;;3;15000000;;;;---------;
	A-2018-040;SEN 2018/066;Serverdrift, tidigare;Nordvinge Data AB;SEN;It-chef;kontrakt;öppet;2;72500000;2018-01-01;2022-12-31;ingen;;;;;6;70000000;;;;---------;
	A-2022-076;SBN 2022/141;Bygglovsporten;Granmjälla Data AB;SBN;Stadsbyggnadschef;kontrakt;förenklat;2;48810000;2022-05-01;2029-04-30;option;1;24;0;3;3;2800000;;KPI;;njj---nj-;SE
	A-2025-003;ÄN 2025/014;Omsorgsjournalen, tillägg läkemedel;Omsorgslinden System AB;ÄN;Äldreomsorgschef;tillägg;direktupphandling;;48180000;2025-02-01;2027-12-31;ingen;;;;;6;690000;;;A-2022-090;nnoj-nnj-;SE
	A-2025-022;KS 2025/061;Dataplattformen, införande;Brofalk Konsult AB;KS;Digitaliseringschef;avrop;FKU;4;72220000;2025-03-01;2028-04-30;ingen;;;;;3;4000000;;Fast timpris;A-2023-041;jjjjjjjj-;SE
	A-2023-070;FAN 2023/099;Lokalbok, support;Granmjälla Data AB;FAN;;kontrakt;okänt;;48330000;;;;;;;;;;;;;j--------;
	`
);

/** Who came before: rows older than a contract's start belong to the contract it replaced. */
const predecessors: Record<string, string> = {
	'A-2025-022': 'A-2023-041',
	'A-2023-041': 'A-2019-061',
	'A-2024-019': 'A-2019-013',
	'A-2023-055': 'A-2018-077'
};

const starts = new Map(namedContracts.map((contract) => [contract.avtals_id, contract.avtalsstart]));

/** The contract that held on a day, or its predecessor; empty when neither had begun. */
export function contractOn(contract: string, day: string): string {
	if (contract === '' || day >= (starts.get(contract) ?? '')) return contract;
	return contractOn(predecessors[contract] ?? '', day);
}
