// What stands around every page: reached by keyboard, told to screen readers, the same without scripts.
import assert from 'node:assert';
import { enter } from './site.mjs';

const STYLE = '/mau-giao-dien';
const sound = page => assert.deepStrictEqual(page.complaints, []);

export default [
	['the skip link is first and leads to the page', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.keyboard.press('Tab');
		assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
		await page.keyboard.press('Enter');
		assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
		sound(page);
	}],
	['a link changes title, address and focus, and back leads back', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.evaluate(() => { window.same = true; });
		await page.click('.who a[href="/tai-khoan"]');
		await page.waitForURL('**/tai-khoan');
		await page.waitForFunction(() => document.activeElement?.id === 'main');
		assert.ok(await page.evaluate(() => window.same), 'the page was loaded whole');
		assert.ok(!(await page.title()).startsWith('Mẫu'));
		await page.goBack();
		await page.waitForFunction(() => document.title.startsWith('Mẫu giao diện'));
		assert.equal(await page.textContent('h1'), 'Mẫu giao diện');
		sound(page);
	}],
	['a refused form says why, keeps what was typed and the address, and has the focus', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + '/tai-khoan');
		await page.fill('[name=password]', 'khong-phai-mat-khau');
		await page.fill('[name=fresh]', 'mat-khau-moi-2026');
		await page.fill('[name=again]', 'mat-khau-khac-2026');
		await page.click('main [type=submit]');
		await page.waitForSelector('main .problem[role=alert]');
		assert.equal(new URL(page.url()).pathname, '/tai-khoan');
		assert.ok(await page.evaluate(() => document.activeElement.matches('.problem')));
		sound(page);
	}],
	['charts are drawn from their tables under the policy', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.waitForSelector('.chart-drawing canvas');
		await page.waitForFunction(() => document.querySelectorAll('.chart-drawing canvas').length === 3);
		assert.equal(await page.locator('figure[data-chart] table').count(), 3);
		await page.hover('.chart-drawing canvas');
		sound(page);
	}],
	['all rows, and a range, are ticked', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		const ticked = () => page.locator('form[data-bulk] tbody input:checked').count();
		await page.check('[data-all]');
		assert.equal(await ticked(), 4);
		await page.uncheck('[data-all]');
		await page.locator('form[data-bulk] tbody input').nth(0).click();
		await page.locator('form[data-bulk] tbody input').nth(2).click({ modifiers: ['Shift'] });
		assert.equal(await ticked(), 3);
		assert.equal(await page.textContent('[data-count]'), 'Đã chọn 3/4');
		sound(page);
	}],
	['a fact and its place mark each other', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.locator('.beside tr[data-mark="2"] button').click();
		assert.equal(await page.locator('mark.on').getAttribute('data-mark'), '2');
		await page.click('mark[data-mark="1"]');
		assert.equal(await page.locator('tr.on').getAttribute('data-mark'), '1');
		sound(page);
	}],
	['? shows the keys, Esc closes them, / goes to the search field', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.keyboard.press('?');
		await page.waitForSelector('dialog[open]');
		await page.keyboard.press('Escape');
		await page.waitForSelector('dialog', { state: 'detached' });
		await page.keyboard.press('/');
		assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
		sound(page);
	}],
	['leaving what was typed is asked about', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.fill('form[data-warn] textarea', 'Đang gõ dở');
		let asked = 0;
		page.on('dialog', d => { asked++; d.dismiss(); });
		await page.click('.who a[href="/tai-khoan"]');
		await page.waitForTimeout(200);
		assert.equal(asked, 1);
		assert.equal(new URL(page.url()).pathname, STYLE);
	}],
	['files are dropped and listed', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan');
		await page.goto(site.address + STYLE);
		await page.evaluate(() => {
			const data = new DataTransfer();
			data.items.add(new File(['x'.repeat(3000)], 'báo cáo.txt'));
			document.querySelector('[data-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		});
		assert.match(await page.textContent('.uploads li'), /báo cáo\.txt/);
		sound(page);
	}],
	['without scripts all is there: menu, tables of charts, forms', async ({ site, browser }) => {
		const page = await enter(site, browser, 'lan', { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
		await page.goto(site.address + STYLE);
		await page.click('.menu-narrow summary');
		assert.ok(await page.isVisible('.menu-narrow a[href^="/"]'));
		assert.equal(await page.locator('figure[data-chart] table >> visible=true').count(), 3);
		assert.equal(await page.locator('.chart-drawing').count(), 0);
		assert.ok(!(await page.isVisible('[data-all]')));
	}],
];
