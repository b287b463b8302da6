// Where an installation keeps what it has been given, and what day it is there. Tests pass one of their own.
import { configuration } from '../configuration';
import { database, type Database } from '../database/connect';

export interface Installation {
	database: Database;
	/** Absolute path; originals and editions lie below it. */
	dataDirectory: string;
	municipality: string;
	/** "Today" for contracts, ISO day. */
	today(): string;
}

/** The demo's ledger ends in August 2026, so its day stands still there. */
const demoToday = '2026-08-31';

/** The configured installation. */
export function installation(): Installation {
	const { mode, dataDirectory, municipality } = configuration();
	return {
		database: database(),
		dataDirectory,
		municipality,
		today: () => (mode === 'demo' ? demoToday : swedishDay(new Date()))
	};
}

/** The day that an instant falls on in Sweden, ISO. */
export function swedishDay(now: Date): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(now);
}
