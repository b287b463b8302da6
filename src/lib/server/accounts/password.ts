// Passwords, hashed with Argon2id.
import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. The package's own default algorithm is Argon2id.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };

export const shortestPassword = 12;
export const longestPassword = 200;

/** What is wrong with a new password, or null. Length is what counts (NIST SP 800-63B), so no rules on kinds of characters. */
export function passwordProblem(
	password: string,
	username: string
): 'short' | 'long' | 'username' | 'repeated' | null {
	if (password.length < shortestPassword) return 'short';
	if (password.length > longestPassword) return 'long';
	if (password.toLowerCase().includes(username.toLowerCase())) return 'username';
	if (new Set(password).size < 4) return 'repeated';
	return null;
}

export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFC'), parameters);
}

let unknownUserHash: Promise<string> | undefined;

/** Whether the password fits. With `null` (no such user) it takes as long and answers no, so time tells nothing. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	unknownUserHash ??= hashPassword('no user has this password');
	const fits = await verify(
		passwordHash ?? (await unknownUserHash),
		password.slice(0, 1000).normalize('NFC')
	);
	return fits && passwordHash !== null;
}
