// For the one who watches the installation: answers when the server and its database do.
import { json } from '@sveltejs/kit';
import { database } from '$lib/server/database/connect';

export async function GET() {
	await database().$client.execute('SELECT 1');
	return json({ ok: true });
}
