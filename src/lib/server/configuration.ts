// How this installation runs, read once from the process environment. The command line and the built server are bundled
// apart but run in one process, so the environment is the only thing they share.
import { resolve } from 'node:path';

export interface Configuration {
	/** The demo has known accounts and fictional data; the two never share a database. */
	mode: 'demo' | 'real';
	/** Absolute path of the folder for the database, the originals and the editions. */
	dataDirectory: string;
	/** The address people use, without a trailing slash; null when it is to be read from each request. */
	origin: string | null;
	host: string;
	port: number;
	/** Name of the municipality as it stands on the pages. */
	municipality: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

function readPort(text: string | undefined): number {
	const port = Number(text || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65535) {
		throw new Error(`PORT ska vara ett tal mellan 1 och 65535, inte "${text}".`);
	}
	return port;
}

function readOrigin(text: string | undefined): string | null {
	if (!text) return null;
	if (!URL.canParse(text))
		throw new Error(`ORIGIN ska vara en adress som https://it.kommun.se, inte "${text}".`);
	return new URL(text).origin;
}

export function readConfiguration(environment: Environment): Configuration {
	const mode = environment.GENOMLYS_MODE === 'demo' ? 'demo' : 'real';
	return {
		mode,
		dataDirectory: resolve(environment.DATA_DIR || (mode === 'demo' ? 'data/var/demo' : 'data/var')),
		origin: readOrigin(environment.ORIGIN),
		host: environment.HOST || 'localhost',
		port: readPort(environment.PORT),
		municipality: environment.GENOMLYS_KOMMUN || (mode === 'demo' ? 'Lindskärs kommun' : 'Kommunen')
	};
}

let read: Configuration | undefined;

export function configuration(): Configuration {
	read ??= readConfiguration(process.env);
	return read;
}
