// Random tokens for sessions and links. Only their SHA-256 is stored, so a stolen database opens nothing.
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';

/** Random bytes in base32; 160 bits unless more are asked for. */
export function newToken(bytes = 20): string {
	return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(bytes)));
}

export function hashOf(text: string): string {
	return encodeHexLowerCase(sha256(new TextEncoder().encode(text)));
}

export function newId(): string {
	return encodeHexLowerCase(crypto.getRandomValues(new Uint8Array(12)));
}
