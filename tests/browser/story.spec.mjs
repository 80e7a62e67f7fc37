// A clerk's day, from the file that came in to the month that was told of; the same with scripts off. Each has a record of its own.
import assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareRecord, enter, openSite, source } from './site.mjs';

const REPORT = join(source, 'tests/formats/baocao-nfd.docx'), MB = 1 << 20;
const WHY = 'Văn bản in nhầm, số đúng là 0,08';
const menu = (page, label) => page.locator('nav.side').getByRole('link', { name: label, exact: true }).click();
const button = (at, name) => at.getByRole('button', { name });
const has = async (at, words) => { await at.filter({ hasText: words }).first().waitFor(); };

async function story(browser, scripts) {
	const site = await openSite(bareRecord), dir = mkdtempSync(join(tmpdir(), 'khacphuc-story.'));
	try {
		const page = await enter(site, browser, 'mai', { javaScriptEnabled: scripts });
		page.setDefaultTimeout(10000);
		const main = page.locator('main');

		// The report that came in has a wrong figure: it is marked, and leads to what is said of it.
		await menu(page, 'Nhập tài liệu');
		await page.setInputFiles('main [name=files]', REPORT);
		await button(main, 'Gửi').click();
		if (await main.locator('td a', { hasText: 'baocao-nfd.docx' }).count()) await main.locator('td a', { hasText: 'baocao-nfd.docx' }).click();
		const wrong = main.locator('article.found', { hasText: 'Tiêu chí 3.1.3' });
		await has(wrong, '1 − 0,92 = 0,08 nhưng văn bản ghi 0,8');
		const mark = main.locator('mark.wrong', { hasText: /^0,8$/ });
		if (scripts) {
			await mark.click();
			assert.match(await wrong.getAttribute('class'), /\bon\b/, 'the fact is not marked');
		} else {
			await wrong.locator('a[href^="#cho-"]').first().click();
			assert.match(page.url(), /#cho-\d+$/);
			assert.ok(await mark.isVisible());
		}
		assert.equal(await mark.getAttribute('data-mark'), await wrong.getAttribute('data-mark'));

		// It is put right with a reason; what was printed stays beside it.
		await wrong.getByRole('button', { name: 'Sửa' }).or(wrong.getByRole('link', { name: 'Sửa' })).click();
		await page.fill('main [name=lost]', '0,08');
		await page.fill('main [name=why]', WHY);
		await button(main, 'Lưu chỗ sửa').click();
		const right = main.locator('article.found', { hasText: WHY });
		await right.waitFor();
		assert.equal(await right.locator('del').first().textContent(), '0,8');
		assert.equal(await right.locator('ins').first().textContent(), '0,08');
		await button(main, /^Nhận tất cả/).click();
		await has(page.locator('.notice'), 'Đã nhận vào hồ sơ');

		// The plan: two remedies given to a room at once.
		await menu(page, 'Tồn tại và kế hoạch');
		await has(main.locator('strong'), /^7 tồn tại$/);
		for (const code of ['3.1.3', '3.3.2'])
			await main.locator('tr', { hasText: code }).locator('[name=pick]').check();
		await page.fill('[name=to_lead]', 'Phòng Quản lý đầu tư');
		await page.fill('[name=to_due]', '30/11/2026');
		await button(main, 'Giao việc đã chọn').click();
		await has(page.locator('.notice'), /2 giải pháp/);
		for (const code of ['3.1.3', '3.3.2'])
			await has(main.locator('tr', { hasText: code }), '30/11/2026');

		// One finding gets a remedy more.
		await main.getByRole('link', { name: /3\.1\.3/ }).first().click();
		await main.locator('#them > summary').click();
		await page.fill('#them [name=text]', 'Soát lại mỗi tuần những thủ tục mới ban hành');
		await page.fill('#them [name=lead]', 'Văn phòng');
		await page.fill('#them [name=due]', 'Quý IV/2026');
		await button(main, 'Thêm giải pháp').click();
		const added = main.locator('article.box', { hasText: 'Soát lại mỗi tuần' });
		await has(added, 'Quý IV/2026');

		// Its evidence: a large file, in pieces where scripts can.
		const large = join(dir, 'Ảnh chụp niêm yết.pdf');
		writeFileSync(large, Buffer.alloc(9 * MB, 'a'));
		let pieces = 0;
		page.on('request', r => { if (r.url().endsWith('/tai-len')) pieces++; });
		await added.getByRole('link', { name: /đính kèm/ }).click();
		await page.setInputFiles('#dinh-kem [name=files]', large);
		await page.fill('#dinh-kem [name=number]', '45/BC-BQLKKT');
		await button(main, 'Lưu minh chứng').click();
		await has(main.locator('tr, dl'), '45/BC-BQLKKT');
		assert.equal(pieces, scripts ? 3 : 0);

		// The month: told in its row, and the cell says so.
		await menu(page, 'Theo dõi tháng');
		const row = main.locator('tr[id]', { hasText: 'Soát lại mỗi tuần' });
		const cell = row.locator('td.now');
		assert.doesNotMatch(await cell.textContent(), /60%/);
		await row.getByRole('link', { name: /Báo tiến độ/ }).click();
		const tell = main.locator('tr.tell');
		await tell.locator('[name=state]').selectOption('in_progress');
		await tell.locator('[name=percent]').fill('60');
		await tell.locator('[name=text]').fill('Đã soát ba tuần liền');
		await button(tell, 'Ghi tiến độ').click();
		await has(page.locator('.notice'), '60%');
		await has(cell, /đang triển khai\s*60%/);

		// Found by its words without marks, and the leader sees who did what.
		await page.fill('#find', 'soat ba tuan lien');
		await page.locator('.find button').click();
		await has(main.locator('.hit'), 'Đã soát ba tuần liền');
		assert.deepStrictEqual(page.complaints, []);

		const leader = await enter(site, browser, 'quang', { javaScriptEnabled: scripts });
		await menu(leader, 'Nhật ký');
		const log = leader.locator('main tbody tr');
		for (const words of ['Đã soát ba tuần liền', '45/BC-BQLKKT', 'Soát lại mỗi tuần'])
			await has(log.filter({ hasText: 'Vũ Thị Mai' }), words);
		await leader.locator('main [name=entity]').selectOption('correction');
		await button(leader.locator('main'), 'Lọc').click();
		await has(log.filter({ hasText: 'Vũ Thị Mai' }), WHY);
		assert.deepStrictEqual(leader.complaints, []);
	} finally {
		await site.close();
		rmSync(dir, { recursive: true, force: true });
	}
}

export default [
	['a report comes in, is put right, given out, proved and told of', ({ browser }) => story(browser, true)],
	['the same with scripts off', ({ browser }) => story(browser, false)],
];
