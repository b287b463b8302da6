import { configuration } from '$lib/server/configuration';

export const load = () => ({ municipality: configuration().municipality });
