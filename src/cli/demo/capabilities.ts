// What the nämnder need to be able to do, in two levels: holes and overlaps show against the systems.
import { textTable } from './text-table';
import { boards, unitList, unitName } from './units';

export const capabilityHeader = [
	'formaga_id',
	'namn',
	'overordnad',
	'behov_namnder',
	'utan_behov_namnder'
] as const;

/** behov: codes, `alla`, or empty when nobody has said. utan: codes, `övriga`, or empty. */
const capabilities = textTable(
	['id', 'namn', 'behov', 'utan'],
	`
	F-01;Kontor och samarbete;;
	F-0101;Kontorsarbete och e-post;alla;
	F-0102;Dokumenthantering;alla;
	F-0103;Ärenden och diarium;alla;
	F-0104;E-arkiv;KS UBN ÄN SN SBN KN FRN MN FAN AMN ÖFN;
	F-0105;Webbplats och intranät;alla;
	F-02;Ekonomi och inköp;;
	F-0201;Redovisning och budget;alla;
	F-0202;Inköp och fakturor;alla;
	F-0203;Avtalsuppföljning;KS SEN UBN FAN TN;
	F-0204;Hyror och avgifter;FAN ÄN UBN FRN;TN MN ÖFN AMN
	F-03;Personal;;
	F-0301;Lön;alla;
	F-0302;Schema och bemanning;UBN ÄN SN SEN KN FRN HSD NSD LSD ÖSD;ÖFN MN
	F-0303;Rekrytering;KS UBN ÄN SN ÖSD;
	F-04;Invånarservice;;
	F-0401;E-tjänster;KS UBN ÄN SN SBN TN KN FRN MN AMN;ÖFN
	F-0402;Bokning av lokaler;KN FRN FAN UBN KS;ÄN TN MN ÖFN AMN
	F-0403;Felanmälan;TN FAN SBN SEN FRN;UBN ÄN SN ÖFN
	F-0404;Kontaktcenter;KS SN UBN;
	F-05;Skola;;
	F-0501;Lärplattform;UBN AMN HSD NSD LSD ÖSD;övriga
	F-0502;Elev- och barnregister;UBN AMN HSD NSD LSD ÖSD;övriga
	F-0503;Skolplacering;UBN;övriga
	F-0504;Digitala läromedel;UBN AMN;övriga
	F-0505;Skolmåltider;UBN SEN;övriga
	F-0506;Digitala prov;UBN AMN;övriga
	F-06;Vård och omsorg;;
	F-0601;Vård- och omsorgsjournal;ÄN SN;övriga
	F-0602;Trygghetslarm;ÄN SN;övriga
	F-0603;Läkemedelssignering;ÄN SN;övriga
	F-0604;Planering av hemtjänst;ÄN;övriga
	F-0605;Försörjningsstöd;SN AMN;övriga
	F-07;Samhällsbyggnad;;
	F-0701;Kartor och geodata;SBN TN MN FAN KN UBN;
	F-0702;Bygglov och tillsyn;SBN MN;UBN ÄN SN KN FRN AMN ÖFN
	F-0703;Miljötillsyn;MN;övriga
	F-0704;Gator och trafik;TN;UBN ÄN SN KN AMN ÖFN
	F-0705;Fastighet och energi;FAN SEN UBN FRN;ÄN SN TN MN
	F-0706;Ritverktyg;SBN TN FAN;UBN ÄN SN KN FRN AMN ÖFN
	F-08;Kultur och fritid;;
	F-0801;Bibliotek;KN UBN;
	F-0802;Föreningsbidrag;FRN KN;övriga
	F-09;It-grund;;
	F-0901;Server och lagring;alla;
	F-0902;Arbetsplats;alla;
	F-0903;Nät;alla;
	F-0904;Skydd mot intrång;alla;
	F-0905;Integration;;
	F-0906;Statistik och analys;KS UBN ÄN SN FAN;
	F-0907;Telefoni;alla;
	F-0908;Behörighet;alla;
	`
);

export const capabilityRows: string[][] = capabilities.map(({ id, namn, behov, utan }) => {
	const needing = behov.split(' ');
	const without =
		utan === 'övriga'
			? boards.filter((board) => !needing.includes(board.code)).map((board) => unitName(board.code))
			: [];
	const parent = id.length > 4 ? id.slice(0, 4) : '';
	return [id, namn, parent, unitList(behov), utan === 'övriga' ? without.join('|') : unitList(utan)];
});
