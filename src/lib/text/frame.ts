// The words of the frame around every page.

/** Names of the pages in the breadcrumb, by the first part of the path. */
export const pageNames: Readonly<Record<string, string>> = {
	'': 'Översikt',
	kostnader: 'Kostnader',
	budget: 'Budgetuppföljning',
	avtal: 'Avtal',
	beroende: 'Inlåsning',
	licenser: 'Licenser',
	systemkarta: 'Systemkarta',
	leverantorer: 'Leverantörer',
	namnder: 'Nämnder',
	system: 'System',
	vyer: 'Sparade vyer',
	fragor: 'Frågor och beslut',
	ordlista: 'Ordlista',
	importera: 'Importera',
	taggning: 'Taggning',
	avstamning: 'Avstämning',
	konto: 'Konto',
	admin: 'Administration'
};

/** Names of pages under another, by their path. */
export const underPageNames: Readonly<Record<string, string>> = {
	'/avtal/luckor': 'Luckor',
	'/budget/plan': 'Treårsplan',
	'/budget/tjansteplan': 'Tjänsteplan',
	'/beroende/rangordning': 'Rangordning',
	'/beroende/koncentration': 'Koncentration',
	'/beroende/konkurrens': 'Konkurrens',
	'/beroende/delar': 'Delar',
	'/beroende/exit': 'Exit',
	'/beroende/kedja': 'Beroendekedja',
	'/beroende/egen-regi': 'Egen regi',
	'/beroende/suveranitet': 'Suveränitet',
	'/beroende/antaganden': 'Antaganden',
	'/budget/inriktning': 'Inriktning',
	'/budget/inriktning/aterbetalning': 'Återbetalning',
	'/budget/nyckeltal': 'Nyckeltal',
	'/fragor/moten': 'Möten',
	'/systemkarta/dubbletter': 'Dubbletter',
	'/systemkarta/livscykel': 'Livscykel',
	'/systemkarta/fore-kop': 'Före köp',
	'/kostnader/pivot': 'Pivot',
	'/kostnader/forandring': 'Förändring',
	'/kostnader/fragor': 'Frågor',
	'/kostnader/sql': 'SQL',
	'/system/roller': 'Roller och klassning',
	'/licenser/arstid': 'Trend och säsong',
	'/licenser/pris': 'Pris',
	'/licenser/prognos': 'Prognos',
	'/licenser/ratt-antal': 'Rätt antal',
	'/licenser/betalt': 'Betalt',
	'/licenser/kommunbidrag': 'Kommunbidrag',
	'/system/fraga-agaren': 'Fråga ägaren',
	'/system/fraga-agaren/utskrift': 'Utskrift',
	'/system/olistade': 'Olistade system'
};

export const readingWords = {
	name: 'Läsläge',
	meaning: 'Större text, en spalt och inget att ställa in'
} as const;

export const nothingLoaded = {
	title: 'Inga kostnader är inlästa än',
	canImport: 'Börja med en fil från ekonomisystemet. En månad räcker för att se hur det fungerar.',
	cannotImport: 'Sidan fylls när en controller har läst in en fil från ekonomisystemet.',
	importFile: 'Importera en fil'
} as const;
