// A filled sheet is dropped where files are dropped: what differs is seen, accepted, and stands on Bảng điểm. The same with scripts off.
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bareRecord, enter, openSite, source } from './site.mjs';

const program = resolve(process.env.KHACPHUC_PROGRAM || join(source, 'build/khacphuc'));
const index = name => join(source, 'samples/index', name);

// The sheet of the sample as a workbook, with no report late instead of one: so it differs in one figure.
function otherSheet(dir) {
	const text = join(dir, 'phieu-khac.md'), book = join(dir, 'phieu-khac.xlsx');
	writeFileSync(text, readFileSync(index('phieu-so.md'), 'utf8').replace('| báo cáo gửi chậm | 1 |', '| báo cáo gửi chậm | 0 |'));
	const r = spawnSync(program, ['set', 'form', index('bo-tieu-chi-so.xlsx'), '--sheet', text, '-o', book], { encoding: 'utf8' });
	assert.equal(r.status, 0, r.stderr);
	return book;
}

// A body with the set of the year and nothing filled in.
function recordWithSheet(at) {
	bareRecord(at);
	const run = (who, ...args) => {
		const r = spawnSync(program, [...args, '--as', who], { env: { ...process.env, KHACPHUC_AT: at }, encoding: 'utf8' });
		assert.equal(r.status, 0, args.join(' ') + '\n' + r.stderr);
	};
	run('quantri', 'unit', 'add', 'Sở Công Thương', '--under', 'UBND tỉnh Trường Giang', '--level', 'sở', '--symbol', 'SCT');
	run('quantri', 'user', 'add', 'nga', '--name', 'Vũ Thúy Nga', '--unit', 'Sở Công Thương', '--role', 'văn phòng');
	spawnSync(program, ['user', 'password', 'nga', '--from-stdin', '--as', 'quantri'], { env: { ...process.env, KHACPHUC_AT: at }, input: 'khac-phuc-2026\n' });
	run('quantri', 'set', 'save', index('bo-tieu-chi-so.xlsx'), '--accept');
}

// Drops it where Bảng điểm leads, and waits for the review.
async function drop(page, main, file) {
	await main.getByRole('button', { name: 'Nhập từ bảng tính' }).or(main.getByRole('link', { name: 'Nhập từ bảng tính' })).click();
	await page.setInputFiles('main [name=files]', file);
	await main.getByRole('button', { name: 'Gửi' }).click();
	await main.getByRole('heading', { name: 'Phiếu chấm điểm của Sở Công Thương, năm 2025' }).waitFor();
}

const total = async main => (await main.locator('dl.figures div', { hasText: 'Điểm đạt' }).textContent()).trim();

async function story(browser, scripts) {
	const site = await openSite(recordWithSheet);
	try {
		const page = await enter(site, browser, 'nga', { javaScriptEnabled: scripts });
		page.setDefaultTimeout(20000);
		const main = page.locator('main');
		await page.goto(site.address + '/diem?year=2025');
		await drop(page, main, index('phieu-so.xlsx'));
		const row = main.locator('tr', { hasText: 'Tiêu chí 1.1.2, điểm tự chấm' });
		assert.match(await row.textContent(), /mới/);
		assert.match(await main.textContent(), /Tổng điểm trước\s*chưa có phiếu/);
		await main.getByRole('button', { name: 'Nhận vào hồ sơ' }).click();
		await page.locator('.notice', { hasText: 'Đã ghi vào hồ sơ' }).first().waitFor();
		assert.match(page.url(), /\/diem\?/);
		assert.match(await main.textContent(), /đang mở/);
		const before = await total(main);

		// What differs stays as the record has it, unless it is ticked.
		await drop(page, main, otherSheet(site.dir));
		const other = main.locator('tr', { hasText: 'Số liệu “báo cáo gửi chậm”' });
		assert.match(await other.textContent(), /0\s*khác\s*1/);
		await other.getByRole('checkbox', { name: 'lấy theo tệp' }).check();
		await main.getByRole('button', { name: 'Nhận vào hồ sơ' }).click();
		await page.locator('.notice', { hasText: '1 điều thay theo tệp' }).first().waitFor();
		assert.notEqual(await total(main), before);
		assert.deepStrictEqual(page.complaints, []);
	} finally {
		await site.close();
	}
}

export default [
	['a filled sheet is dropped, looked at and accepted', ({ browser }) => story(browser, true)],
	['the same with scripts off', ({ browser }) => story(browser, false)],
];
