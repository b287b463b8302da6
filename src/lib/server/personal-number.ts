// What people write to keep is refused where it names somebody by personnummer: nobody can mend a mask in their own words.
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';

export function holdsPersonalNumber(...texts: readonly string[]): boolean {
	return texts.some((text) => maskPersonalNumbers(text).found > 0);
}
