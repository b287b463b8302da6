// What is said of an address that names what does not exist, or what cannot be read.
const parameterNames: Readonly<Record<string, string>> = {
	fran: 'första månad',
	till: 'sista månad',
	slag: 'kostnadsslag',
	inriktning: 'inriktning',
	leverantor: 'leverantör',
	namnd: 'nämnd',
	system: 'system',
	valt: 'system',
	produkt: 'produkt',
	manad: 'månad',
	per: 'indelning',
	vikt: 'vikt',
	av: 'val av vad som rangordnas',
	hojning: 'höjning',
	som: 'sätt att räkna leverantörer',
	tank: 'tankeprov',
	andel: 'andel',
	visa: 'val av vad rutorna visar'
};

/** What a page shows when the address does not say. */
const shownInstead: Readonly<Record<string, string>> = {
	fran: 'sin vanliga period',
	till: 'sin vanliga period',
	slag: 'alla kostnadsslag',
	inriktning: 'alla inriktningar',
	leverantor: 'alla leverantörer',
	namnd: 'alla nämnder',
	system: 'alla system',
	valt: 'det dyraste systemet',
	produkt: 'alla produkter',
	manad: 'den senaste månaden',
	per: 'den vanliga indelningen',
	vikt: 'de vanliga vikterna',
	av: 'leverantörerna',
	hojning: 'vad som händer om leverantören försvinner',
	som: 'den som fakturerar',
	tank: 'att leverantören försvinner',
	andel: 'hälften',
	visa: 'täckningen'
};

/** On pages that show something else without it. */
const insteadOn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'/beroende/kedja': { leverantor: 'den största leverantören' }
};

export const addressFaultWords = {
	/** @param others the address still says something by the same parameter */
	sentence(
		fault: { parameter: string; value: string; kind?: string },
		path: string,
		others: boolean
	): string {
		const { parameter, value, kind } = fault;
		const name = parameterNames[parameter] ?? parameter;
		const wrong = kind ? 'finns inte i de siffror du ser' : 'finns inte att välja';
		if (others)
			return `Adressens ${name} ”${value}” ${wrong}. Sidan visar de andra som adressen anger i stället.`;
		const instead = insteadOn[path]?.[parameter] ?? shownInstead[parameter] ?? 'det vanliga';
		return `Adressens ${name} ”${value}” ${wrong}. Sidan visar ${instead} i stället.`;
	}
} as const;
