// Who may do what on which route: the one table that the hook asks. A route that is not here answers 403 to everybody, and
// tests/browser/route-matrix.test.ts fails for a route that it has no line for.
import type { Permission } from '$lib/domain/access';

/** `public` needs no sign-in. Keep those few: they are the whole allow-list. */
type RequiredPermission = Permission | 'public';
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RoutePermissions {
	/** Without sign-in a page leads to /logga-in, data answers 401. */
	kind: 'page' | 'data';
	methods: Partial<Record<Method, RequiredPermission>>;
}

/** A page, and what its form actions need, if it has any. */
function page(GET: RequiredPermission, POST?: RequiredPermission): RoutePermissions {
	return { kind: 'page', methods: POST ? { GET, POST } : { GET } };
}

/** A +server.ts. */
function data(methods: RoutePermissions['methods']): RoutePermissions {
	return { kind: 'data', methods };
}

export const routePermissions: Readonly<Record<string, RoutePermissions>> = {
	// Without sign-in
	'/(public)/logga-in': page('public', 'public'),
	'/(public)/logga-ut': data({ POST: 'public' }),
	'/(public)/valkommen/[token]': page('public', 'public'),
	'/(public)/inbjudan/[token]': page('public', 'public'),
	'/(public)/tillganglighet': page('public'),
	// What the hook shows instead of a page that the person may not see.
	'/(public)/nekad/[...path]': page('public'),
	'/halsa': data({ GET: 'public' }),
	// For calendar programs: its address is the key.
	'/kalender/[adress]': data({ GET: 'public' }),

	// Reading
	'/(app)': page('read'),
	'/(app)/kostnader': page('read'),
	'/(app)/kostnader/pivot': page('read'),
	'/(app)/kostnader/forandring': page('read'),
	'/(app)/kostnader/fragor': page('read'),
	'/(app)/budget': page('read'),
	'/(app)/budget/[ar]/[uppfoljning]': page('read'),
	'/(app)/budget/plan': page('read'),
	'/(app)/budget/plan/andringar': data({ GET: 'read', POST: 'follow_up' }),
	'/(app)/budget/tjansteplan': page('read'),
	'/(app)/budget/inriktning': page('read'),
	'/(app)/budget/inriktning/aterbetalning': page('read'),
	'/(app)/budget/nyckeltal': page('read'),
	'/(app)/budget/perioder': data({ PUT: 'lock_follow_up' }),
	'/(app)/budget/kolumner': data({ GET: 'read', POST: 'follow_up' }),
	'/(app)/budget/[ar]/[uppfoljning]/utskrift': page('read'),
	'/(app)/budget/[ar]/[uppfoljning]/prognos': page('read'),
	'/(app)/budget/[ar]/[uppfoljning]/prognos/varden': data({ GET: 'read', POST: 'follow_up' }),
	// Which step a person may take depends on where the follow-up stands; the route asks.
	'/(app)/budget/[ar]/[uppfoljning]/steg': data({ GET: 'read', POST: 'read' }),
	'/(app)/budget/kommentarer': data({ GET: 'read', POST: 'follow_up' }),
	'/(app)/budget/kommentarer/grans': data({ PUT: 'lock_follow_up' }),
	'/(app)/avtal': page('read'),
	'/(app)/avtal/luckor': page('read'),
	'/(app)/avtal/[id]': page('read'),
	'/(app)/kompletteringar': data({ GET: 'read', POST: 'complete' }),
	'/(app)/kompletteringar/csv': data({ GET: 'read' }),
	'/(app)/beroende': page('read'),
	'/(app)/beroende/rangordning': page('read'),
	'/(app)/beroende/koncentration': page('read'),
	'/(app)/beroende/konkurrens': page('read'),
	'/(app)/beroende/delar': page('read'),
	'/(app)/beroende/exit': page('read'),
	'/(app)/beroende/kedja': page('read'),
	'/(app)/beroende/egen-regi': page('read'),
	'/(app)/beroende/suveranitet': page('read'),
	'/(app)/beroende/antaganden': page('read'),
	'/(app)/beroende/antaganden/varden': data({ GET: 'read', POST: 'assume' }),
	'/(app)/systemkarta': page('read'),
	'/(app)/licenser': page('read'),
	'/(app)/licenser/arstid': page('read'),
	'/(app)/licenser/pris': page('read'),
	'/(app)/licenser/prognos': page('read'),
	'/(app)/licenser/ratt-antal': page('read'),
	'/(app)/licenser/betalt': page('read'),
	'/(app)/licenser/kommunbidrag': page('read'),
	'/(app)/leverantorer': page('read'),
	'/(app)/leverantorer/[nyckel]': page('read'),
	'/(app)/namnder': page('read'),
	'/(app)/namnder/[namn]': page('read'),
	'/(app)/system': page('read'),
	'/(app)/system/roller': page('read'),
	'/(app)/system/fraga-agaren': page('read'),
	'/(app)/system/fraga-agaren/utskrift': page('read'),
	'/(app)/system/olistade': page('read'),
	'/(app)/system/olistade/tillagda': data({ GET: 'read', POST: 'tag' }),
	'/(app)/system/[id]': page('read'),
	'/(app)/systemkarta/dubbletter': page('read'),
	'/(app)/systemkarta/fore-kop': page('read'),
	'/(app)/systemkarta/livscykel': page('read'),
	'/(app)/systemkarta/bedomningar': data({ GET: 'read', POST: 'judge_systems' }),
	'/(app)/ordlista': page('read'),
	'/(app)/vyer': page('read'),
	'/(app)/vyer/lista': data({ GET: 'read', POST: 'read' }),
	'/(app)/vyer/[id]': data({ GET: 'read', PATCH: 'read', DELETE: 'read' }),
	'/(app)/anteckningar': data({ GET: 'read', POST: 'read' }),
	'/(app)/anteckningar/[id]': data({ PATCH: 'read', DELETE: 'read' }),
	'/(app)/fragor': page('read'),
	'/(app)/fragor/moten/dagar': data({ GET: 'read' }),
	'/(app)/fragor/tradar': data({ GET: 'read', POST: 'discuss' }),
	'/(app)/fragor/tradar/[id]': data({ GET: 'read', POST: 'discuss' }),
	'/(app)/fragor/bedomningar': data({ GET: 'read', POST: 'judge' }),
	'/(app)/fragor/avfardanden': data({ GET: 'read', POST: 'discuss' }),
	// Whoever sees a meeting reads all of it; whoever convenes changes it.
	'/(app)/fragor/moten': page('read'),
	'/(app)/fragor/moten/lista': data({ GET: 'read', POST: 'convene' }),
	'/(app)/fragor/moten/[id]': page('read'),
	'/(app)/fragor/moten/[id]/uppgifter': data({ PATCH: 'convene', DELETE: 'convene' }),
	'/(app)/fragor/moten/[id]/dagordning': data({ PUT: 'convene' }),
	'/(app)/fragor/moten/[id]/handlingar': page('read'),
	'/(app)/fragor/moten/[id]/handlingar/nya': data({ POST: 'convene' }),
	'/(app)/fragor/moten/[id]/beslut': page('read'),
	'/(app)/fragor/moten/[id]/beslut/anteckna': data({ POST: 'convene' }),
	'/motor/[version]/[file]': data({ GET: 'read' }),
	'/utgavor': data({ GET: 'read' }),
	'/utgavor/nyckeltal': data({ GET: 'read' }),
	'/utgavor/[edition]': data({ GET: 'read' }),
	'/utgavor/[edition]/data/[hash]': data({ GET: 'read' }),
	'/utgavor/[edition]/celler/[hash]': data({ GET: 'read' }),
	'/uttag': data({ POST: 'read' }),

	// The data behind the figures
	'/(app)/importera': page('import'),
	'/(app)/importera/fil': data({ POST: 'import' }),
	'/(app)/importera/fil/[nyckel]': data({ GET: 'import', DELETE: 'import' }),
	'/(app)/importera/recept': data({ GET: 'import', POST: 'import' }),
	'/(app)/importera/recept/[id]': data({ DELETE: 'import' }),
	'/(app)/importera/[id]': data({ DELETE: 'import' }),
	'/(app)/importera/[id]/aterstall': data({ POST: 'import' }),
	'/(app)/importera/[id]/avvisade': data({ GET: 'import' }),
	'/(app)/importera/[id]/original': data({ GET: 'import' }),
	'/(app)/kostnader/sql': page('tag'),
	'/(app)/taggning': page('tag'),
	'/(app)/taggning/historik': page('tag'),
	'/(app)/taggning/regler': data({ GET: 'tag', POST: 'tag' }),
	'/(app)/taggning/las': data({ POST: 'tag' }),
	'/(app)/taggning/las/[id]': data({ DELETE: 'tag' }),
	'/(app)/avstamning': page('import'),
	'/(app)/avstamning/publicera': data({ GET: 'import', POST: 'publish' }),
	'/(app)/avstamning/[id]/aterkalla': data({ POST: 'publish' }),

	// The person and the installation
	'/(app)/konto': page('read', 'read'),
	'/(app)/konto/kalender': data({ GET: 'read', POST: 'read', DELETE: 'read' }),
	'/(app)/admin': page('administer', 'administer'),
	'/(app)/admin/anvandare/[id]': page('administer', 'administer'),
	'/(app)/admin/logg': page('administer')
};

/** What a request needs. Null when the table does not know the route or the method, which is a no. */
export function requiredPermission(routeId: string, method: string): RequiredPermission | null {
	if (!Object.hasOwn(routePermissions, routeId)) return null;
	const methods: Partial<Record<string, RequiredPermission>> = routePermissions[routeId]?.methods ?? {};
	const asked = method === 'HEAD' ? 'GET' : method;
	return (Object.hasOwn(methods, asked) && methods[asked]) || null;
}
