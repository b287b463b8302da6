// Systems that people have added because no list names them: asked of the server, and kept there.
import * as v from 'valibot';
import { standingAddedSystems, type AddedSystem, type StoredAddedSystem } from '$lib/domain/added-system';
import { askServer, type Told } from './ask-server';

const path = '/system/olistade/tillagda';
const text = v.nullable(v.string());
const storedSchema = v.object({
	id: v.number(),
	systemId: v.string(),
	content: v.nullable(
		v.object({
			name: v.string(),
			unit: v.string(),
			capabilities: text,
			supplier: text,
			organisationNumber: text
		})
	),
	reason: v.string(),
	author: v.string(),
	created: v.string()
}) satisfies v.GenericSchema<unknown, StoredAddedSystem>;
const listSchema = v.object({ systems: v.array(storedSchema) });
const oneSchema = v.object({ system: storedSchema });

export interface AddedSystems {
	readonly standing: ReturnType<typeof standingAddedSystems>;
	/** Why they could not be fetched; empty when they could. */
	readonly failure: string;
	add(content: AddedSystem, reason: string): Promise<Told<StoredAddedSystem>>;
	takeBack(systemId: string): Promise<Told<StoredAddedSystem>>;
}

/** Fetches what the person sees. Call while a component starts. */
export function createAddedSystems(): AddedSystems {
	let all = $state.raw<readonly StoredAddedSystem[]>([]);
	let failure = $state('');
	const standing = $derived(standingAddedSystems(all));

	async function load() {
		const told = await askServer(path, listSchema);
		if (told.outcome === 'failed') failure = told.message;
		else [all, failure] = [told.value.systems, ''];
	}
	async function post(body: unknown): Promise<Told<StoredAddedSystem>> {
		const told = await askServer(path, oneSchema, { method: 'POST', body });
		await load();
		return told.outcome === 'done' ? { outcome: 'done', value: told.value.system } : told;
	}
	void load();

	return {
		get standing() {
			return standing;
		},
		get failure() {
			return failure;
		},
		add: ({ capabilities, supplier, organisationNumber, ...content }, reason) =>
			post({
				act: 'add',
				...content,
				capabilities: capabilities ?? '',
				supplier: supplier ?? '',
				organisationNumber: organisationNumber ?? '',
				reason
			}),
		takeBack: (systemId) => post({ act: 'take_back', systemId })
	};
}
