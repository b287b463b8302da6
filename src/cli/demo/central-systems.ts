// The systems the stories are about, written by hand. An empty cell is a question nobody has answered.
import { textTable } from './text-table';

/** anvands_av and agare hold unit codes; krt is the three classification digits, `-` unknown. */
export const centralSystems = textTable(
	[
		'system_id',
		'namn',
		'beskrivning',
		'agare',
		'anvands_av',
		'gemensam',
		'leverantor',
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
		'krt',
		'personuppgifter',
		'licens',
		'api',
		'dataexport',
		'integrationer',
		'anvandarbetyg',
		'ersatts_av'
	] as const,
	`
	S-001;Serverdrift;Servrar, lagring och säkerhetskopior;SEN;alla;ja;Nordvinge Data AB;A-2022-117|A-2023-011;infrastruktur;F-0901;It-chef;;Driftansvarig;extern;drift;2012-03-01;;samhällsviktig;;333;nej;;;;14;;
	S-002;Arbetsplats bas;Dator, inloggning och support;SEN;alla;ja;Nordvinge Data AB;A-2022-117|A-2023-012|A-2022-018;infrastruktur;F-0902;It-chef;;Arbetsplatsansvarig;extern;drift;2015-09-01;;hög;9400;223;ja;;nej;;6;3,6;
	S-003;Kontorspaketet;E-post, kalender och dokument, tillverkare Svenorra;SEN;alla;ja;Kvistrona Licens AB;A-2022-031;applikation;F-0101|F-0102;It-chef;Kanslichef;Licensansvarig;SaaS;drift;2018-01-15;;hög;9100;222;ja;proprietär;ja;ja;9;3,8;
	S-004;Skolans kontorspaket;Kontorsprogram för elever, tillverkare Svenorra;UBN;UBN AMN;ja;Kvistrona Licens AB;A-2022-032;applikation;F-0101;Skolchef;;;SaaS;drift;2019-08-01;;medel;14500;212;ja;proprietär;ja;;3;3,9;
	S-005;Lärstigen;Närvaro, planering, bedömning och kontakt med hemmet;UBN;UBN AMN HSD NSD LSD ÖSD;ja;Skolbjörk Lärteknik AB;A-2021-114;applikation;F-0501;Skolchef;Skolchef;Systemförvaltare skola;SaaS;drift;2021-08-01;;hög;14810;332;ja;proprietär;ja;ja;5;2,9;
	S-006;Elevregistret;Elever, vårdnadshavare och skolplikt;UBN;UBN AMN HSD NSD LSD ÖSD;ja;Skolbjörk Lärteknik AB;A-2020-052;applikation;F-0502|F-0503;Skolchef;Skolchef;Systemförvaltare skola;extern;drift;2014-01-01;;hög;620;332;ja;proprietär;nej;nej;11;2,6;
	S-007;Omsorgsjournalen;Journal och planering i vård och omsorg;ÄN;ÄN SN;ja;Omsorgslinden System AB;A-2022-090|A-2022-064|A-2022-065;applikation;F-0601|F-0604;Äldreomsorgschef;Verksamhetschef omsorg;Systemförvaltare omsorg;extern;drift;2011-05-01;;samhällsviktig;2700;333;ja;proprietär;nej;okänt;17;2,7;
	S-008;Kommunportalen;E-tjänster till invånarna;KS;KS UBN ÄN SN SBN KN FRN MN;ja;Nordvinge Data AB;A-2021-077|A-2023-029;plattform;F-0401|F-0105;Digitaliseringschef;;Portalförvaltare;hybrid;drift;2016-10-01;;hög;;222;ja;proprietär;ja;;12;3,4;
	S-009;Ekonomikompassen;Redovisning, budget och uppföljning;KS;alla;ja;Vidkulla Ekonomisystem AB;A-2019-027;applikation;F-0201|F-0202;Ekonomichef;Ekonomichef;Systemförvaltare ekonomi;extern;drift;2008-01-01;;hög;930;232;ja;proprietär;nej;ja;15;3,1;
	S-010;Personalvyn;Schema, bemanning och tid;KS;UBN ÄN SN SEN KS FRN KN HSD NSD LSD ÖSD;ja;Tidkulla Schema AB;A-2023-055;applikation;F-0302;Personalchef;;Systemförvaltare personal;SaaS;drift;2023-09-01;;hög;5340;222;ja;proprietär;ja;ja;4;3,3;
	S-011;Ärendehanteraren;Diarium, ärenden och sammanträden;KS;KS UBN ÄN SN SEN SBN TN KN FRN ÖFN HSD NSD LSD ÖSD;ja;Akthamra Programvara AB;A-2020-088;applikation;F-0103;Kanslichef;Kanslichef;Registrator;extern;drift;2013-01-01;;medel;1040;322;ja;proprietär;nej;ja;5;2,8;
	S-012;Kartvy;Kartor och geodata;SBN;SBN TN MN FAN;ja;Ritbladet Geodata AB;A-2020-071;plattform;F-0701;Stadsbyggnadschef;;Geodatachef;hybrid;drift;2017-04-01;;medel;420;122;nej;proprietär;ja;ja;8;4,1;
	S-013;Säkerhetsskydd;Skydd av datorer och servrar;SEN;alla;ja;Låsmyra Säkerhet AB;A-2024-019;infrastruktur;F-0904;It-chef;;Säkerhetsansvarig;SaaS;drift;2020-02-01;;samhällsviktig;;;nej;proprietär;;;;;
	S-014;Biblioteksnavet;Katalog, lån och självbetjäning;KN;KN UBN;nej;Boksvalan Bibliotek AB;A-2023-084;applikation;F-0801;Bibliotekschef;;Bibliotekarie;SaaS;drift;2019-06-01;;medel;28000;121;ja;proprietär;ja;ja;3;4,2;
	S-015;Ritpaletten;Ritprogram för planer och byggnader;SBN;SBN TN FAN;nej;Kvistrona Licens AB;A-2023-062;applikation;F-0706;;;;egen;drift;2015-01-01;;låg;210;;nej;proprietär;;ja;;;
	S-016;Elevdatorer;Datorer till elever i årskurs 4 till gymnasiet;UBN;UBN AMN;nej;Hylleberga Hårdvara AB;A-2022-018;infrastruktur;F-0902;Skolchef;;;egen;drift;2018-08-01;;medel;9800;;ja;;;;2;3,5;
	S-017;Kommunnätet;Datakommunikation mellan kommunens hus;SEN;alla;ja;Tellunda Nät AB;A-2021-030|A-2023-047;kommunikation;F-0903;It-chef;;Nätansvarig;extern;drift;2010-01-01;;samhällsviktig;;233;nej;;;;;;
	S-018;Telefonväxeln;Telefoni och svarsgrupper;SEN;alla;ja;Tellunda Nät AB;A-2021-030;kommunikation;F-0907|F-0404;It-chef;;;extern;drift;2021-06-01;;hög;6100;122;ja;;;;3;3,2;
	S-019;Dataplattformen;Statistik och uppföljning på gemensamma data;KS;KS UBN SN;ja;Molnhamra AB;A-2023-029|A-2023-041;plattform;F-0906|F-0905;Digitaliseringschef;;Dataförvaltare;SaaS;införs;2024-02-01;;medel;140;222;ja;;ja;ja;13;3,7;
	S-020;Lagringsmolnet;Lagring av bild och ljud;SEN;SEN SBN KN;ja;Molnhamra AB;A-2023-029;infrastruktur;F-0901;It-chef;;;SaaS;drift;2022-11-01;;medel;;;;;;;;;
	S-021;Lönevyn;Lön och anställning;KS;alla;ja;Vidkulla Ekonomisystem AB;A-2021-095;applikation;F-0301;Personalchef;Personalchef;Systemförvaltare personal;extern;drift;2009-01-01;;hög;9900;233;ja;proprietär;nej;ja;7;3,0;
	S-022;Arkivlådan;Bevarande av digitala handlingar;KS;KS SBN;ja;Akthamra Programvara AB;A-2024-033;applikation;F-0104;Arkivchef;;Arkivarie;extern;införs;2024-11-01;;medel;60;331;ja;AGPL-3.0-or-later;ja;ja;2;;
	S-023;Bygglovsporten;Ansökan och handläggning av bygglov;SBN;SBN MN;nej;;A-2022-076;applikation;F-0702;Stadsbyggnadschef;;;SaaS;drift;2020-01-15;;medel;85;;ja;proprietär;ja;;4;3,6;
	S-024;Fritidsbokning;Bokning av hallar och planer;FRN;FRN KN UBN;nej;Fritidsklöver AB;A-2024-012;applikation;F-0402;Fritidschef;;;SaaS;drift;2017-03-01;;låg;3100;;ja;proprietär;;ja;2;3,3;
	S-025;Salongen;Bokning av scener och ateljéer;KN;KN;nej;;;applikation;F-0402;Kulturchef;;;SaaS;drift;2019-09-01;;låg;;;;;;;;;
	S-026;Lokalbok;Bokning av mötesrum;FAN;KN FAN;nej;;;applikation;F-0402;;;;egen;drift;2011-01-01;;;;;;GPL-3.0-only;;;;2,4;
	S-027;Fastighetsvyn;Hus, hyror och underhållsplaner;FAN;FAN SEN;nej;;;applikation;F-0705|F-0204;Fastighetschef;;;extern;drift;2016-05-01;;medel;150;;nej;proprietär;;;;;
	S-028;Elevguiden;Lokal lärplattform, startad före Lärstigen;HSD;HSD;nej;Vasskulla Läromedia AB;A-2024-058;applikation;F-0501;;;;SaaS;drift;2018-08-15;;låg;410;;ja;proprietär;;nej;0;3,1;
	S-029;Gamla växeln;Växel för äldre anknytningar;SEN;SEN ÄN;nej;Telvarp AB;A-2016-004;kommunikation;F-0907;It-chef;;;egen;avvecklas;2006-01-01;2026-12-31;låg;240;;;;;;;;S-018
	S-030;Identitetsnavet;Konton och behörigheter;SEN;alla;ja;;;plattform;F-0908;It-chef;;Säkerhetsansvarig;egen;drift;2014-01-01;;samhällsviktig;;333;ja;Apache-2.0;ja;ja;31;;
	`
);
