// What each route answers to each visitor. A route on disk without a line here fails the matrix test: add one line.
import type { Visitor } from './visitors';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];
type Expected = (visitor: Visitor) => number;

export interface RouteLine {
	kind: 'page' | 'data';
	/** A path of the route; `USER` stands for the id of a user. */
	path: string;
	/** Methods that somebody may use. All others must be refused to everybody. */
	allowed: Partial<Record<Method, Expected>>;
	/** Where POST is sent when that is to a named form action. */
	postPath?: string;
}

/** What a visitor meets who may not. */
export function refused(line: RouteLine, visitor: Visitor): number {
	if (visitor !== 'anonymous') return 403;
	return line.kind === 'page' ? 303 : 401;
}

/** The same answer for everybody, signed in or not. */
const all =
	(status = 200): Expected =>
	() =>
		status;

/** Everybody who is signed in. The status is what the empty request of the test gets once it is let through. */
function signedIn(kind: RouteLine['kind'], status = 200): Expected {
	return (visitor) => (visitor === 'anonymous' ? (kind === 'page' ? 303 : 401) : status);
}

/** A page that everybody who is signed in reads. */
function reading(path: string): RouteLine {
	return { kind: 'page', path, allowed: { GET: signedIn('page') } };
}

/** Only these visitors. */
function only(kind: RouteLine['kind'], who: readonly Visitor[], status = 200): Expected {
	return (visitor) => {
		if (who.includes(visitor)) return status;
		return visitor === 'anonymous' ? (kind === 'page' ? 303 : 401) : 403;
	};
}

/** Data that everybody who is signed in reads, and these may add to. */
function adding(path: string, who: readonly Visitor[]): RouteLine {
	return { kind: 'data', path, allowed: { GET: signedIn('data'), POST: only('data', who, 400) } };
}

export const routeLines: Record<string, RouteLine> = {
	'/(public)/logga-in': {
		kind: 'page',
		path: '/logga-in',
		// Somebody who is signed in already is sent on to the start page.
		allowed: {
			GET: (visitor) => (visitor === 'anonymous' ? 200 : 303),
			POST: (visitor) => (visitor === 'anonymous' ? 400 : 303)
		}
	},
	'/(public)/logga-ut': { kind: 'data', path: '/logga-ut', allowed: { POST: all(303) } },
	'/(public)/valkommen/[token]': {
		kind: 'page',
		path: '/valkommen/gammal',
		allowed: { GET: all(), POST: all(400) }
	},
	'/(public)/inbjudan/[token]': {
		kind: 'page',
		path: '/inbjudan/gammal',
		allowed: { GET: all(), POST: all(400) }
	},
	'/(public)/nekad/[...path]': { kind: 'page', path: '/nekad', allowed: { GET: all(403) } },
	'/(public)/tillganglighet': { kind: 'page', path: '/tillganglighet', allowed: { GET: all() } },
	'/kalender/[adress]': { kind: 'data', path: '/kalender/gammal.ics', allowed: { GET: all(404) } },
	'/halsa': { kind: 'data', path: '/halsa', allowed: { GET: all() } },

	'/(app)': reading('/'),
	'/(app)/budget': reading('/budget'),
	'/(app)/budget/inriktning': reading('/budget/inriktning'),
	'/(app)/budget/inriktning/aterbetalning': reading('/budget/inriktning/aterbetalning'),
	'/(app)/budget/[ar]/[uppfoljning]': reading('/budget/2026/t2'),
	'/(app)/budget/[ar]/[uppfoljning]/utskrift': reading('/budget/2026/t2/utskrift'),
	'/(app)/budget/[ar]/[uppfoljning]/prognos': reading('/budget/2026/t2/prognos'),
	'/(app)/budget/[ar]/[uppfoljning]/prognos/varden': {
		kind: 'data',
		path: '/budget/2026/t2/prognos/varden',
		allowed: { GET: signedIn('data'), POST: only('data', ['controller', 'scoped'], 400) }
	},
	'/(app)/budget/[ar]/[uppfoljning]/steg': {
		kind: 'data',
		path: '/budget/2026/t2/steg',
		allowed: { GET: signedIn('data'), POST: only('data', ['controller', 'entitled'], 400) }
	},
	'/(app)/kostnader': reading('/kostnader'),
	'/(app)/kostnader/pivot': reading('/kostnader/pivot'),
	'/(app)/kostnader/forandring': reading('/kostnader/forandring'),
	'/(app)/kostnader/fragor': reading('/kostnader/fragor'),
	'/(app)/kostnader/sql': {
		kind: 'page',
		path: '/kostnader/sql',
		allowed: { GET: only('page', ['controller']) }
	},
	'/(app)/avtal': reading('/avtal'),
	'/(app)/avtal/[id]': reading('/avtal/A-2021-114'),
	'/(app)/avtal/luckor': reading('/avtal/luckor'),
	'/(app)/budget/plan': reading('/budget/plan'),
	'/(app)/budget/plan/andringar': {
		kind: 'data',
		path: '/budget/plan/andringar',
		allowed: { GET: signedIn('data'), POST: only('data', ['controller', 'scoped'], 400) }
	},
	'/(app)/budget/tjansteplan': reading('/budget/tjansteplan'),
	'/(app)/budget/nyckeltal': reading('/budget/nyckeltal'),
	'/(app)/budget/kolumner': adding('/budget/kolumner', ['controller']),
	'/(app)/budget/perioder': {
		kind: 'data',
		path: '/budget/perioder',
		allowed: { PUT: only('data', ['entitled'], 400) }
	},
	'/(app)/budget/kommentarer': adding('/budget/kommentarer', ['controller', 'scoped']),
	'/(app)/budget/kommentarer/grans': {
		kind: 'data',
		path: '/budget/kommentarer/grans',
		allowed: { PUT: only('data', ['entitled'], 400) }
	},
	'/(app)/kompletteringar': adding('/kompletteringar', ['entitled']),
	'/(app)/kompletteringar/csv': {
		kind: 'data',
		path: '/kompletteringar/csv',
		allowed: { GET: signedIn('data', 404) }
	},
	'/(app)/beroende': reading('/beroende'),
	'/(app)/beroende/rangordning': reading('/beroende/rangordning'),
	'/(app)/beroende/koncentration': reading('/beroende/koncentration'),
	'/(app)/beroende/konkurrens': reading('/beroende/konkurrens'),
	'/(app)/beroende/delar': reading('/beroende/delar'),
	'/(app)/beroende/exit': reading('/beroende/exit'),
	'/(app)/beroende/kedja': reading('/beroende/kedja'),
	'/(app)/beroende/egen-regi': reading('/beroende/egen-regi'),
	'/(app)/beroende/suveranitet': reading('/beroende/suveranitet'),
	'/(app)/beroende/antaganden': reading('/beroende/antaganden'),
	'/(app)/beroende/antaganden/varden': adding('/beroende/antaganden/varden', ['controller']),
	'/(app)/systemkarta': reading('/systemkarta'),
	'/(app)/licenser': reading('/licenser'),
	'/(app)/licenser/arstid': reading('/licenser/arstid'),
	'/(app)/licenser/pris': reading('/licenser/pris'),
	'/(app)/licenser/prognos': reading('/licenser/prognos'),
	'/(app)/licenser/ratt-antal': reading('/licenser/ratt-antal'),
	'/(app)/licenser/betalt': reading('/licenser/betalt'),
	'/(app)/licenser/kommunbidrag': reading('/licenser/kommunbidrag'),
	'/(app)/leverantorer': reading('/leverantorer'),
	'/(app)/leverantorer/[nyckel]': reading('/leverantorer/559900-0014'),
	'/(app)/namnder': reading('/namnder'),
	'/(app)/namnder/[namn]': reading('/namnder/Kulturn%C3%A4mnden'),
	'/(app)/system': reading('/system'),
	'/(app)/system/roller': reading('/system/roller'),
	'/(app)/system/fraga-agaren': reading('/system/fraga-agaren'),
	'/(app)/system/fraga-agaren/utskrift': reading('/system/fraga-agaren/utskrift'),
	'/(app)/system/olistade': reading('/system/olistade'),
	'/(app)/system/olistade/tillagda': adding('/system/olistade/tillagda', ['controller']),
	'/(app)/system/[id]': reading('/system/S-001'),
	'/(app)/systemkarta/dubbletter': reading('/systemkarta/dubbletter'),
	'/(app)/systemkarta/fore-kop': reading('/systemkarta/fore-kop'),
	'/(app)/systemkarta/livscykel': reading('/systemkarta/livscykel'),
	'/(app)/systemkarta/bedomningar': {
		kind: 'data',
		path: '/systemkarta/bedomningar',
		allowed: { GET: signedIn('data'), POST: only('data', ['controller', 'scoped', 'entitled'], 400) }
	},
	'/(app)/ordlista': reading('/ordlista'),
	'/(app)/vyer': reading('/vyer'),
	'/(app)/vyer/lista': {
		kind: 'data',
		path: '/vyer/lista',
		allowed: { GET: signedIn('data'), POST: signedIn('data', 400) }
	},
	'/(app)/vyer/[id]': {
		kind: 'data',
		path: '/vyer/999999',
		allowed: { GET: signedIn('data', 404), PATCH: signedIn('data', 400), DELETE: signedIn('data', 404) }
	},
	// Of the one nämnd that everybody here sees.
	'/(app)/anteckningar': {
		kind: 'data',
		path: '/anteckningar?slag=unit&nyckel=Utbildningsn%C3%A4mnden',
		allowed: { GET: signedIn('data'), POST: signedIn('data', 400) }
	},
	'/(app)/anteckningar/[id]': {
		kind: 'data',
		path: '/anteckningar/999999',
		allowed: { PATCH: signedIn('data', 400), DELETE: signedIn('data', 404) }
	},
	'/(app)/fragor': reading('/fragor'),
	'/(app)/fragor/tradar': {
		kind: 'data',
		path: '/fragor/tradar',
		allowed: { GET: signedIn('data'), POST: only('data', ['controller', 'scoped', 'member'], 400) }
	},
	'/(app)/fragor/tradar/[id]': {
		kind: 'data',
		path: '/fragor/tradar/999999',
		allowed: { GET: signedIn('data', 404), POST: only('data', ['controller', 'scoped', 'member'], 400) }
	},
	'/(app)/fragor/bedomningar': {
		kind: 'data',
		path: '/fragor/bedomningar',
		allowed: { GET: signedIn('data'), POST: only('data', ['member'], 400) }
	},
	'/(app)/fragor/avfardanden': {
		kind: 'data',
		path: '/fragor/avfardanden',
		allowed: { GET: signedIn('data'), POST: only('data', ['controller', 'scoped', 'member'], 400) }
	},
	'/(app)/fragor/moten': reading('/fragor/moten'),
	'/(app)/fragor/moten/lista': {
		kind: 'data',
		path: '/fragor/moten/lista',
		allowed: { GET: signedIn('data'), POST: only('data', ['entitled'], 400) }
	},
	// The frame of a page is for everybody who is signed in; what it shows is its data, which answers 404.
	'/(app)/fragor/moten/[id]': reading('/fragor/moten/999999'),
	'/(app)/fragor/moten/[id]/uppgifter': {
		kind: 'data',
		path: '/fragor/moten/999999/uppgifter',
		allowed: { PATCH: only('data', ['entitled'], 400), DELETE: only('data', ['entitled'], 404) }
	},
	'/(app)/fragor/moten/[id]/dagordning': {
		kind: 'data',
		path: '/fragor/moten/999999/dagordning',
		allowed: { PUT: only('data', ['entitled'], 400) }
	},
	'/(app)/fragor/moten/[id]/handlingar': reading('/fragor/moten/999999/handlingar'),
	'/(app)/fragor/moten/[id]/handlingar/nya': {
		kind: 'data',
		path: '/fragor/moten/999999/handlingar/nya',
		allowed: { POST: only('data', ['entitled'], 404) }
	},
	'/(app)/fragor/moten/[id]/beslut': reading('/fragor/moten/999999/beslut'),
	'/(app)/fragor/moten/[id]/beslut/anteckna': {
		kind: 'data',
		path: '/fragor/moten/999999/beslut/anteckna',
		allowed: { POST: only('data', ['entitled'], 400) }
	},
	// An old version, so that the answer is short.
	'/motor/[version]/[file]': {
		kind: 'data',
		path: '/motor/0.0.0/duckdb-eh.wasm',
		allowed: { GET: signedIn('data', 404) }
	},
	'/utgavor': { kind: 'data', path: '/utgavor', allowed: { GET: signedIn('data') } },
	'/utgavor/nyckeltal': { kind: 'data', path: '/utgavor/nyckeltal', allowed: { GET: signedIn('data') } },
	'/utgavor/[edition]': {
		kind: 'data',
		path: '/utgavor/999999',
		allowed: { GET: signedIn('data', 404) }
	},
	'/utgavor/[edition]/data/[hash]': {
		kind: 'data',
		path: '/utgavor/999999/data/saknas',
		allowed: { GET: signedIn('data', 404) }
	},
	'/utgavor/[edition]/celler/[hash]': {
		kind: 'data',
		path: '/utgavor/999999/celler/saknas',
		allowed: { GET: signedIn('data', 404) }
	},
	'/uttag': { kind: 'data', path: '/uttag', allowed: { POST: signedIn('data', 400) } },

	'/(app)/importera': {
		kind: 'page',
		path: '/importera',
		allowed: { GET: only('page', ['controller']) }
	},
	'/(app)/importera/fil': {
		kind: 'data',
		path: '/importera/fil',
		allowed: { POST: only('data', ['controller'], 400) }
	},
	'/(app)/importera/fil/[nyckel]': {
		kind: 'data',
		path: '/importera/fil/okand-nyckel',
		allowed: {
			GET: only('data', ['controller'], 404),
			DELETE: only('data', ['controller'], 404)
		}
	},
	'/(app)/importera/recept': {
		kind: 'data',
		path: '/importera/recept',
		allowed: { GET: only('data', ['controller']), POST: only('data', ['controller'], 400) }
	},
	'/(app)/importera/recept/[id]': {
		kind: 'data',
		path: '/importera/recept/999999',
		allowed: { DELETE: only('data', ['controller'], 404) }
	},
	'/(app)/importera/[id]': {
		kind: 'data',
		path: '/importera/999999',
		allowed: { DELETE: only('data', ['controller'], 404) }
	},
	'/(app)/importera/[id]/aterstall': {
		kind: 'data',
		path: '/importera/999999/aterstall',
		allowed: { POST: only('data', ['controller'], 404) }
	},
	'/(app)/importera/[id]/original': {
		kind: 'data',
		path: '/importera/999999/original',
		allowed: { GET: only('data', ['controller'], 404) }
	},
	'/(app)/importera/[id]/avvisade': {
		kind: 'data',
		path: '/importera/999999/avvisade',
		allowed: { GET: only('data', ['controller'], 404) }
	},
	'/(app)/taggning': { kind: 'page', path: '/taggning', allowed: { GET: only('page', ['controller']) } },
	'/(app)/taggning/historik': {
		kind: 'page',
		path: '/taggning/historik',
		allowed: { GET: only('page', ['controller']) }
	},
	'/(app)/taggning/regler': {
		kind: 'data',
		path: '/taggning/regler',
		allowed: { GET: only('data', ['controller']), POST: only('data', ['controller'], 400) }
	},
	'/(app)/taggning/las': {
		kind: 'data',
		path: '/taggning/las',
		allowed: { POST: only('data', ['controller'], 400) }
	},
	'/(app)/taggning/las/[id]': {
		kind: 'data',
		path: '/taggning/las/999999',
		allowed: { DELETE: only('data', ['controller'], 400) }
	},
	'/(app)/avstamning': {
		kind: 'page',
		path: '/avstamning',
		allowed: { GET: only('page', ['controller']) }
	},
	'/(app)/avstamning/publicera': {
		kind: 'data',
		path: '/avstamning/publicera',
		// After an edition that is not the current one, so that nothing is published.
		postPath: '/avstamning/publicera?efter=999999',
		allowed: { GET: only('data', ['controller']), POST: only('data', ['controller'], 409) }
	},
	'/(app)/avstamning/[id]/aterkalla': {
		kind: 'data',
		path: '/avstamning/999999/aterkalla',
		allowed: { POST: only('data', ['controller'], 404) }
	},

	'/(app)/konto': {
		kind: 'page',
		path: '/konto',
		postPath: '/konto?/password',
		allowed: { GET: signedIn('page'), POST: signedIn('page', 400) }
	},
	'/(app)/konto/kalender': {
		kind: 'data',
		path: '/konto/kalender',
		allowed: {
			GET: signedIn('data'),
			POST: signedIn('data', 201),
			DELETE: signedIn('data', 204)
		}
	},
	'/(app)/fragor/moten/dagar': {
		kind: 'data',
		path: '/fragor/moten/dagar',
		allowed: { GET: signedIn('data') }
	},
	'/(app)/admin': {
		kind: 'page',
		path: '/admin',
		allowed: { GET: only('page', ['admin']), POST: only('page', ['admin'], 400) }
	},
	'/(app)/admin/anvandare/[id]': {
		kind: 'page',
		path: '/admin/anvandare/USER',
		postPath: '/admin/anvandare/USER?/access',
		allowed: { GET: only('page', ['admin']), POST: only('page', ['admin'], 400) }
	},
	'/(app)/admin/logg': { kind: 'page', path: '/admin/logg', allowed: { GET: only('page', ['admin']) } }
};
