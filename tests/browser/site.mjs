// site.mjs -- the record of ./demo, khacphuc serve on it, and Debian's chromium before it
//
// KHACPHUC_PROGRAM: the program, else build/khacphuc. KHACPHUC_SITE: an address that is served already (then nothing is made).
// Everyone's password is PASSWORD; who they are: tools/demo-record.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const source = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.KHACPHUC_PROGRAM || join(source, 'build/khacphuc'));
export const PASSWORD = 'khac-phuc-2026';

const freePort = () => new Promise(done => {
	const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)); });
});

function runAt(at, who, args, input) {
	const r = spawnSync(program, [...args, '--as', who], { env: { ...process.env, KHACPHUC_AT: at }, input, encoding: 'utf8' });
	// 1: the sample has planted errors, and was imported
	if (r.status !== 0 && !(args[0] === 'import' && r.status === 1)) throw new Error(`khacphuc ${args.join(' ')}: ${r.status}\n${r.stderr}`);
}

// A body that begins with nothing: mai of its office, quang its leader.
export function bareRecord(at) {
	const run = (...x) => runAt(at, ...x);
	run('quantri', ['init', at, '--unit', 'UBND tỉnh Trường Giang', '--name', 'Trần Quản Trị']);
	run('quantri', ['unit', 'add', 'Ban Quản lý Khu kinh tế', '--under', 'UBND tỉnh Trường Giang', '--level', 'sở', '--symbol', 'BQLKKT']);
	for (const room of ['Văn phòng', 'Phòng Quản lý đầu tư'])
		run('quantri', ['unit', 'add', room, '--under', 'BQLKKT', '--level', 'phòng']);
	for (const [login, name, unit, role] of [['mai', 'Vũ Thị Mai', 'Văn phòng', 'văn phòng'], ['quang', 'Đinh Văn Quang', 'Ban Quản lý Khu kinh tế', 'lãnh đạo']]) {
		run('quantri', ['user', 'add', login, '--name', name, '--unit', unit, '--role', role]);
		run('quantri', ['user', 'password', login, '--from-stdin'], PASSWORD + '\n');
	}
	run('quantri', ['cycle', 'add', '2025']);
}

// The record of ./demo, of which the examples at /api speak; and a piece of evidence.
function makeRecord(at) {
	const made = spawnSync(join(source, 'tools/demo-record'), [at, program], { cwd: source, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`tools/demo-record: ${made.status}\n${made.stderr}`);
	const file = join(at, '..', 'bao-cao.txt');
	writeFileSync(file, 'Báo cáo kết quả số hóa hồ sơ.\n');
	runAt(at, 'lan', ['evidence', 'add', file, '--unit', 'STP', '--title', 'Báo cáo số hóa', '--number', '12/BC', '--for', 'G1']);
}

export async function openSite(make = makeRecord) {
	if (process.env.KHACPHUC_SITE && make === makeRecord)
		return { address: process.env.KHACPHUC_SITE.replace(/\/$/, ''), close() {} };
	if (!existsSync(program))
		throw new Error(program + ' is not built');
	const dir = mkdtempSync(join(tmpdir(), 'khacphuc-browser.')), at = join(dir, 'hoso'), port = await freePort();
	make(at);
	const server = spawn(program, ['serve', '--at', at, '--port', String(port)], { stdio: ['ignore', 'ignore', process.env.KHACPHUC_LOG ? 'inherit' : 'ignore'] });
	const address = 'http://127.0.0.1:' + port;
	const close = () => new Promise(done => {
		const end = () => { rmSync(dir, { recursive: true, force: true }); done(); };
		if (server.exitCode !== null) return end();
		server.once('exit', end);
		server.kill('SIGTERM');
	});
	for (let i = 0; ; i++) {
		try { await fetch(address + '/dang-nhap'); return { address, dir, close }; } catch { /* not yet */ }
		if (i === 100 || server.exitCode !== null) {
			await close();
			throw new Error('khacphuc serve does not answer');
		}
		await new Promise(done => setTimeout(done, 100));
	}
}

export const openBrowser = () => chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });

// A window of its own, logged in as login (null: nobody). Whatever the page complains of (policy, script errors) is in window.complaints.
export async function enter(site, browser, login, options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN', ...options });
	const page = await context.newPage();
	page.complaints = [];
	page.on('pageerror', e => page.complaints.push(e.message));
	page.on('console', m => { if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) page.complaints.push(m.text()); });
	if (login) {
		await page.goto(site.address + '/dang-nhap');
		await page.fill('[name=login]', login);
		await page.fill('[name=password]', PASSWORD);
		await Promise.all([page.waitForURL(u => u.pathname !== '/dang-nhap'), page.click('main [type=submit]')]);
	}
	return page;
}

// A file on its way into the record, once: the review of it has something to show then.
export async function giveFile(site, browser) {
	if (site.given) return;
	site.given = true;
	const page = await enter(site, browser, 'lan');
	await page.goto(site.address + '/nhap');
	await page.setInputFiles('main [name=files]', join(source, 'tests/formats/kehoach-sotuphap.docx'));
	await page.getByRole('button', { name: 'Gửi' }).click();
	await page.waitForURL('**/nhap/1');
	await page.locator('article.found').first().waitFor();
	await page.context().close();
}

// Every GET page that is HTML, by the examples in /api: [{ path, example }].
export async function pagesOf(site, page) {
	const api = await (await page.request.get(site.address + '/api', { headers: { Accept: 'application/json' } })).json();
	const list = [];
	for (const [path, methods] of Object.entries(api.paths)) {
		if (!methods.get || path === '/api') continue;
		const given = methods.get.parameters.filter(p => p.example !== undefined), examples = Object.fromEntries(given.map(p => [p.name, p.example]));
		const place = new URLSearchParams(given.filter(p => p.in === 'query' && ['unit', 'year', 'kind'].includes(p.name)).map(p => [p.name, p.example]));
		const example = path.replace(/\{(\w+)\}/g, (_, name) => examples[name]) + (place.size ? `?${place}` : '');
		const answer = await page.request.get(site.address + example, { headers: { Accept: 'text/html' } });
		if (/text\/html/.test(answer.headers()['content-type'])) list.push({ path, example, status: answer.status() });
	}
	return list;
}
