// The edition of the demo city as `npm start` publishes it, built natively from the same files and rules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import type { Tagging } from '$lib/tagging/locked-months';
import { smallEdition } from './small-edition';

const folder = join(import.meta.dirname, '..', '..', 'data', 'demo');
const readText = (name: string) => readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '');

/** @param tagging as other rules than those that ship would tag it */
export async function demoEdition(tagging?: Tagging): Promise<NativeDatabase> {
	const names = Object.keys(JSON.parse(readText('kontrollsummor.json')) as object);
	return smallEdition(
		Object.fromEntries(names.map((name) => [name, readText(name).trimEnd().split('\r\n')])),
		tagging
	);
}
