import { expect, test } from 'vitest';
import { hashPassword, passwordProblem, verifyPassword } from '$lib/server/accounts/password';

const password = 'tre gröna båtar i hamnen';

test('a password is stored as Argon2id with 19 MiB, two passes and one lane', async () => {
	expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('the same password twice gives two hashes, and both fit', async () => {
	const [first, second] = await Promise.all([hashPassword(password), hashPassword(password)]);
	expect(first).not.toBe(second);
	expect(await verifyPassword(first, password)).toBe(true);
	expect(await verifyPassword(second, password)).toBe(true);
	expect(await verifyPassword(first, 'tre gröna båtar i hamnem')).toBe(false);
});

test('å written as one sign or as two is the same password', async () => {
	expect(await verifyPassword(await hashPassword(password.normalize('NFD')), password)).toBe(true);
});

test('without a user no password fits, not even the one behind the stand-in hash', async () => {
	expect(await verifyPassword(null, 'no user has this password')).toBe(false);
});

test('length decides whether a new password will do', () => {
	expect(passwordProblem('elva tecken', 'maja')).toBe('short');
	expect(passwordProblem('tolv tecken!', 'maja')).toBeNull();
	expect(passwordProblem('x'.repeat(201), 'maja')).toBe('long');
	expect(passwordProblem('Maja tycker om hav', 'maja')).toBe('username');
	expect(passwordProblem('aaaaaaaaaaaaaaaa', 'maja')).toBe('repeated');
});
