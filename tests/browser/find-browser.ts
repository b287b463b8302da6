// Finds a Chromium for the tests: CHROME_PATH, an installed browser, Playwright's own download, else apt-get as root.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const commands = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'chrome',
	'microsoft-edge-stable',
	'microsoft-edge'
];
const applications = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
		(folder) =>
			folder
				? [
						join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
						join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')
					]
				: []
	)
];

const asRoot = process.getuid?.() === 0;

/** Quiet in a closed network, and the same everywhere. */
export const browserArguments = [
	...(asRoot ? ['--no-sandbox'] : []),
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	'--disable-gpu'
];

function installed(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
	return [...onPath, ...applications, chromium.executablePath()].find((path) => path && existsSync(path));
}

function installWithApt(): boolean {
	if (!asRoot || !existsSync('/usr/bin/apt-get')) return false;
	console.log('No browser found. Installing Chromium with apt-get …');
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
	const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
		stdio: 'inherit',
		env: environment
	});
	return done.status === 0;
}

/** The path of a browser. Throws with what to do when there is none. */
export function findBrowser(): string {
	const asked = process.env.CHROME_PATH;
	if (asked) {
		if (existsSync(asked)) return asked;
		throw new Error(`CHROME_PATH is set to ${asked}, but there is no such file.`);
	}
	const found = installed() ?? (installWithApt() ? installed() : undefined);
	if (found) return found;
	throw new Error(
		'Ingen webbläsare hittades för testerna. Installera Chrome, Chromium eller Edge, eller sätt CHROME_PATH.\n' +
			'No browser found for the tests. Install Chrome, Chromium or Edge, set CHROME_PATH, or run "npx playwright-core install chromium".'
	);
}
