// The way through the day by keyboard alone: Tab, Space, Enter and letters; where one is can always be seen.
import assert from 'node:assert';
import { enter, PASSWORD } from './site.mjs';

const MOST = 250;

// Tab until what is wanted has the focus; whatever has it on the way shows an edge, and stands in the window.
async function tabTo(page, wanted) {
	for (let i = 0; i < MOST; i++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(css => {
			const x = document.activeElement, r = x.getBoundingClientRect(), s = getComputedStyle(x);
			return { here: x.matches(css), what: x.outerHTML.slice(0, 80), body: x === document.body,
				edge: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, seen: r.bottom > 0 && r.top < innerHeight };
		}, wanted);
		if (at.body) continue;
		assert.ok(at.edge, 'no edge around ' + at.what);
		assert.ok(at.seen, 'outside the window: ' + at.what);
		if (at.here) return;
	}
	assert.fail(`${wanted} is not reached by Tab`);
}
const press = (page, ...keys) => keys.reduce((p, k) => p.then(() => page.keyboard.press(k)), Promise.resolve());

export default [
	['log in, give a remedy a day, tell of it in the month, find it', async ({ site, browser }) => {
		const page = await enter(site, browser, null);
		page.setDefaultTimeout(10000);
		await page.goto(site.address + '/dang-nhap');
		await tabTo(page, '[name=login]');
		await page.keyboard.type('lan');
		await tabTo(page, '[name=password]');
		await page.keyboard.type(PASSWORD);
		await press(page, 'Enter');
		await page.waitForURL(u => u.pathname !== '/dang-nhap');

		await tabTo(page, '.side a[href^="/ton-tai"]');
		await press(page, 'Enter');
		await page.waitForURL('**/ton-tai*');
		await page.locator('[name=pick]').first().waitFor();
		await tabTo(page, '[name=pick]');
		await press(page, 'Space');
		await tabTo(page, '[name=to_due]');
		await page.keyboard.type('29/12/2026');
		await tabTo(page, '.bulk [type=submit]');
		await press(page, 'Enter');
		await page.locator('.notice', { hasText: '1 giải pháp' }).waitFor();
		await page.locator('main td', { hasText: '29/12/2026' }).first().waitFor();

		await tabTo(page, '.side a[href^="/theo-doi"]');
		await press(page, 'Enter');
		await page.locator('.tell-link').first().waitFor();
		await tabTo(page, '.tell-link');
		await press(page, 'Enter');
		await page.locator('tr.tell').waitFor();
		await page.waitForFunction(() => document.activeElement?.name === 'state');
		await press(page, 'Tab');
		await page.keyboard.type('70');
		await tabTo(page, '.tell [name=text]');
		await page.keyboard.type('Xong bảy phần');
		await press(page, 'Enter');
		await page.locator('.notice', { hasText: '70%' }).waitFor();

		await page.locator('main').focus();
		await press(page, '/');
		await page.waitForFunction(() => document.activeElement?.type === 'search' || location.pathname === '/tim');
		assert.deepStrictEqual(page.complaints, []);
	}],
];
