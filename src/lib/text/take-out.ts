// The words of the sheet that says what a workbook holds.

export const takeOutWords = {
	sheet: 'Om uttaget',
	what: 'Innehåll',
	measure: 'Mått',
	period: 'Period',
	compared: 'Jämförd med',
	basis: 'Räknat som',
	filters: 'Filter',
	noFilters: 'Inga',
	municipality: 'Kommun',
	edition: 'Utgåva',
	published: 'Publicerad',
	dataTo: 'Data till och med',
	ruleVersion: 'Regelversion',
	reconciled: 'Avstämd',
	yes: 'ja',
	no: 'nej',
	address: 'Adress',
	amounts: 'Belopp',
	amountsMeaning: 'Kronor med ören, exklusive moms, oavsett enhet på skärmen.',
	notes: 'Att veta'
} as const;
