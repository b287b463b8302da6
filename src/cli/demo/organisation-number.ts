// Identity numbers that nobody holds: companies from 559900, sole traders born in the 1890s.

/** The Luhn check digit that makes the digits valid. */
function checkDigit(digits: string): number {
	const sum = [...digits].reverse().reduce((total, digit, place) => {
		const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return (10 - (sum % 10)) % 10;
}

/**
 * A company's number, NNNNNN-NNNN. New Swedish companies are at present numbered below 5596, so 559900 and
 * 559901 are far ahead of the register.
 */
export function companyNumber(prefix: '559900' | '559901', serial: number): string {
	const digits = prefix + String(serial).padStart(3, '0');
	return `${prefix}-${digits.slice(6)}${checkDigit(digits)}`;
}

/**
 * A sole trader's number in the form of a personnummer with century, YYYYMMDDNNNN. Birth years in the 1890s with
 * birth number 980 to 999 follow the tax agency's published test numbers: no living person has one.
 */
export function soleTraderNumber(bornOn: `189${string}`, birthNumber: number): string {
	const digits = bornOn.slice(2) + String(birthNumber);
	return `${bornOn}${birthNumber}${checkDigit(digits)}`;
}
