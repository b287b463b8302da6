// Random tokens for sessions and links. Only their SHA-256 is stored, so a stolen database opens nothing.
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';

/** 160 random bits in base32. */
export function newToken(): string {
	return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(20)));
}

export function hashOf(text: string): string {
	return encodeHexLowerCase(sha256(new TextEncoder().encode(text)));
}

export function newId(): string {
	return encodeHexLowerCase(crypto.getRandomValues(new Uint8Array(12)));
}
