// The day that people write today, where a source may be of it: never the edition's own, which may be long ago.
import { dayOfInstant } from '$lib/text/format';

/** ISO. */
export const writtenToday = (): string => dayOfInstant(new Date());
