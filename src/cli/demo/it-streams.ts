// The streams of IT cost: who is paid for what, by whom, in which rhythm. Amounts in tkr for the whole of 2026.
import { textTable } from './text-table';

/**
 * tags: `alla` writes every tag in the file; `lank` writes system and contract and leaves the rest to the account
 * rules; `inga` writes nothing; `kandidat` writes nothing on an account that only hints at IT.
 * units: code:weight, or `personal` for every nämnd by its employees.
 */
export const itStreams = textTable(
	[
		'supplier',
		'account',
		'text',
		'kind',
		'direction',
		'tags',
		'system',
		'contract',
		'yearly',
		'growth',
		'rhythm',
		'units'
	] as const,
	`
	Nordvinge Data AB;74315;Serverdrift;Drift;förvaltning;lank;S-001;A-2023-011;18600;3;kvartal;SEN:42 KS:22 UBN:12 ÄN:9 SN:7 SBN:5 TN:3
	Nordvinge Data AB;74310;Arbetsplats bas, drift;Drift;förvaltning;lank;S-002;A-2023-012;8600;2;månad;personal
	Nordvinge Data AB;40233;Arbetsplats bas, utrustning;Hårdvara;förvaltning;lank;S-002;A-2023-012;3400;-3;höst;KS:2 SEN:2 UBN:3 ÄN:2 SN:1
	Nordvinge Data AB;74315;Omsorgsjournalen, drift;Drift;förvaltning;lank;S-007;A-2022-064;3100;3;månad;ÄN:62 SN:38
	Nordvinge Data AB;74314;Omsorgsjournalen, anpassning;Konsult;utveckling;lank;S-007;A-2022-065;2500;9;projekt;ÄN:60 SN:40
	Nordvinge Data AB;74314;Omsorgsjournalen, stöd till användare;Konsult;förvaltning;alla;S-007;A-2022-065;900;4;månad;ÄN:60 SN:40
	Nordvinge Data AB;74312;Kommunportalen, licens;Licens/SaaS;förvaltning;lank;S-008;A-2021-077;2500;4;kvartal;KS:1
	Nordvinge Data AB;74314;Kommunportalen, nya e-tjänster;Konsult;utveckling;lank;S-008;A-2021-077;2900;8;projekt;KS:5 SBN:1 MN:1
	Hylleberga Hårdvara AB;40233;Elevdatorer;Hårdvara;förvaltning;lank;S-016;A-2022-018;8400;-3;höst;UBN:94 AMN:6
	Hylleberga Hårdvara AB;40233;Datorer och skärmar;Hårdvara;förvaltning;lank;S-002;A-2022-018;6100;-2;höst;personal
	Hylleberga Hårdvara AB;40234;Mobiltelefoner;Hårdvara;förvaltning;lank;;A-2022-018;1500;2;kvartal;ÄN:5 SN:4 KS:2 SEN:2 TN:1 FAN:1
	Hylleberga Hårdvara AB;40235;Läsplattor förskola;Hårdvara;förvaltning;lank;;A-2022-018;1300;1;höst;UBN:6 HSD:1 NSD:1 LSD:1 ÖSD:1
	Hylleberga Hårdvara AB;63210;Leasing skrivare;;;kandidat;;;820;2;kvartal;KS:2 UBN:3 SN:1 SBN:1
	Omsorgslinden System AB;74314;Omsorgsjournalen, införande;Konsult;utveckling;lank;S-007;A-2022-090;1500;10;projekt;ÄN:65 SN:35
	Omsorgslinden System AB;74313;Omsorgsjournalen, underhåll;Systemunderhåll;förvaltning;lank;S-007;A-2022-090;1100;3;kvartal;ÄN:65 SN:35
	Skolbjörk Lärteknik AB;74314;Lärstigen, konsulttid;Konsult;utveckling;lank;S-005;A-2021-114;3000;12;projekt;UBN:1
	Skolbjörk Lärteknik AB;74310;Lärstigen, lagring i moln;Moln;förvaltning;alla;S-005;A-2021-114;2600;15;månad;UBN:94 AMN:6
	Skolbjörk Lärteknik AB;74312;Elevregistret, licens;Licens/SaaS;förvaltning;lank;S-006;A-2020-052;1900;4;halvår;UBN:92 AMN:8
	Tellunda Nät AB;68120;Datakommunikation;Tele och datakom;förvaltning;lank;S-017;A-2021-030;7000;-1;månad;personal
	Tellunda Nät AB;68110;Telefoni;Tele och datakom;förvaltning;lank;S-018;A-2021-030;4700;-2;månad;personal
	Ledtråda Fiber AB;66220;Fiber och kabelvägar;Infrastruktur;förvaltning;alla;S-017;A-2023-047;3300;2;kvartal;SEN:3 KS:1 FAN:1
	Vidkulla Ekonomisystem AB;74313;Ekonomikompassen, underhåll;Systemunderhåll;förvaltning;lank;S-009;A-2019-027;2900;4;kvartal;KS:6 SEN:2 UBN:2
	Vidkulla Ekonomisystem AB;74312;Lönevyn, licens;Licens/SaaS;förvaltning;lank;S-021;A-2021-095;2800;3;kvartal;KS:1 SEN:1
	Molnhamra AB;74310;Kommunportalen, moln;Moln;förvaltning;alla;S-008;A-2023-029;2900;18;månad;KS:1
	Molnhamra AB;74310;Dataplattformen, moln;Moln;förvaltning;alla;S-019;A-2023-029;2300;26;månad;KS:2 UBN:1 SN:1
	Molnhamra AB;74310;Lagringsmolnet;Moln;förvaltning;alla;S-020;A-2023-029;1700;16;månad;SEN:3 SBN:1 KN:1
	Brofalk Konsult AB;74510;Konsulttid förvaltningsstöd;Konsult;förvaltning;alla;;A-2023-041;3300;4;månad;KS:4 SEN:3 UBN:2 SN:1 SBN:1
	Brofalk Konsult AB;74314;Dataplattformen, utveckling;Konsult;utveckling;lank;S-019;A-2025-022;2300;8;projekt;KS:3 UBN:1
	Brofalk Konsult AB;74510;Konsulttid enligt tidrapport;;;kandidat;;;1050;6;projekt;KS:2 UBN:2 ÄN:1
	Ritbladet Geodata AB;74313;Kartvy, underhåll;Systemunderhåll;förvaltning;lank;S-012;A-2020-071;900;3;kvartal;SBN:3 TN:1 MN:1
	Ritbladet Geodata AB;74314;Kartvy, nya kartlager;Konsult;utveckling;lank;S-012;A-2020-071;700;4;projekt;SBN:3 TN:1
	Boksvalan Bibliotek AB;74312;Biblioteksnavet, licens;Licens/SaaS;förvaltning;lank;S-014;A-2023-084;2200;4;halvår;KN:1
	Boksvalan Bibliotek AB;74313;Självbetjäning, service;Systemunderhåll;förvaltning;lank;S-014;A-2023-084;600;3;kvartal;KN:1
	Akthamra Programvara AB;74313;Ärendehanteraren, underhåll;Systemunderhåll;förvaltning;lank;S-011;A-2020-088;1200;3;kvartal;KS:3 SN:2 UBN:2 SBN:1
	Akthamra Programvara AB;74312;Arkivlådan, licens;Licens/SaaS;förvaltning;lank;S-022;A-2024-033;900;3;halvår;KS:3 SBN:1
	Vasskulla Läromedia AB;74312;Elevguiden, licens;Licens/SaaS;förvaltning;lank;S-028;A-2024-058;420;6;halvår;HSD:1
	Fritidsklöver AB;74312;Fritidsbokning, licens;Licens/SaaS;förvaltning;lank;S-024;A-2024-012;640;3;halvår;FRN:2 KN:1
	Låsmyra Säkerhet AB;74314;Säkerhetsgranskning;Konsult;förvaltning;alla;S-013;A-2024-019;900;5;kvartal;SEN:2 KS:1
	Telvarp AB;68110;Gamla växeln;Tele och datakom;avveckling;alla;S-029;A-2016-004;330;-30;månad;SEN:1
	Vindrosa Teknik AB;74314;Styrning fastigheter, utveckling;Konsult;utveckling;inga;;;1280;5;projekt;FAN:3 SEN:1
	Vindrosa Teknik AB;74510;Teknikstöd;;;kandidat;;;1350;4;projekt;FAN:2 KN:1 TN:1
	Kvistrona Licens AB;40239;Tilläggslicenser;;;kandidat;;;240;5;kvartal;UBN:2 ÄN:1
	Demo Demosson Datakonsult;74314;Webbstöd;Konsult;förvaltning;alla;;;160;3;kvartal;KN:1
	Fiktivssons Webbhjälp;74510;Webbproduktion;;;kandidat;;;120;2;kvartal;FRN:1 KN:1
	Pappvika Kontor AB;65410;It-tillbehör;Hårdvara;förvaltning;inga;;;1900;1;månad;personal
	;50110;Lön it-avdelning;Personal;förvaltning;alla;;;7600;3;månad;SEN:6 KS:2 UBN:2
	;79110;Avskrivning it-utrustning;Kapitalkostnad;förvaltning;alla;S-001;;2900;1;månad;SEN:3 KS:1
	Servicenämnden;74317;Arbetsplatstjänst;Intern debitering;förvaltning;alla;S-002;;5200;2;månad;UBN:34 ÄN:18 SN:12 KS:7 SBN:4 TN:2 KN:4 FRN:3 MN:2 FAN:3 AMN:4 ÖFN:1
	`
);

export type ItStream = (typeof itStreams)[number];

/** Parts of the year's amount per month, January first; each row sums to 100. */
export const rhythms: Record<string, readonly number[]> = {
	månad: [8, 8, 8, 9, 8, 8, 8, 9, 8, 9, 8, 9],
	kvartal: [25, 0, 0, 25, 0, 0, 25, 0, 0, 25, 0, 0],
	halvår: [55, 0, 0, 0, 0, 0, 0, 45, 0, 0, 0, 0],
	årlig: [0, 0, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0],
	höst: [5, 4, 3, 6, 6, 8, 10, 34, 9, 5, 5, 5],
	projekt: [7, 8, 10, 9, 10, 9, 2, 6, 9, 10, 11, 9]
};

export const accountTexts: Record<string, string> = {
	'40233': 'IT-utrustning',
	'40234': 'Mobiltelefoner',
	'40235': 'Läsplattor',
	'40239': 'Övriga inventarier',
	'50110': 'Löner',
	'63210': 'Leasing kontor',
	'65410': 'IT-förbrukning',
	'66220': 'Underhåll nät',
	'68110': 'Telefoni',
	'68120': 'Datakommunikation',
	'74310': 'IT-tjänster',
	'74311': 'Licenser',
	'74312': 'Licenser och SaaS',
	'74313': 'Underhåll av system',
	'74314': 'Systemutveckling',
	'74315': 'Servicebyrå och drift',
	'74317': 'IT-tjänster internt',
	'74510': 'Konsulter',
	'79110': 'Avskrivningar'
};
