// What systems are called: by the register, else by their id.
import type { RegisteredName } from '$lib/domain/development';

export function namesOfSystems(register: readonly RegisteredName[]): (system: string) => string {
	const names = new Map(register.map(({ system, name }) => [system, name]));
	return (system) => names.get(system) ?? system;
}
