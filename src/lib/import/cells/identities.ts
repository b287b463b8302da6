// Who an organisationsnummer cell names, as accepted rows, rejected rows and examples on screen all read it.
import { readIdentities, type Identity } from '$lib/domain/organisation-number';
import { maskPersonalNumbers } from './personal-data';

/** The identities of a cell. A personnummer with a name beside it (`850101-1234 Anna A`) is a person too. */
export function identitiesIn(cell: string): Identity[] {
	return readIdentities(cell).map(personInside);
}

function personInside(identity: Identity): Identity {
	if (identity.kind !== 'other' || !maskPersonalNumbers(identity.text).found) return identity;
	const digits = /\d{6}\D{0,3}\d{4}(?!\d)/.exec(identity.text)?.[0].replace(/\D/g, '');
	return digits ? { kind: 'person', digits } : identity;
}
