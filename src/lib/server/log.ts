// The server's log: one JSON line per event on standard error. Passwords, tokens and file contents never go here.
import { pino } from 'pino';

export const log = pino(
	{ base: null, level: process.env.LOG_LEVEL || 'info', timestamp: pino.stdTimeFunctions.isoTime },
	pino.destination({ dest: 2, sync: true })
);
