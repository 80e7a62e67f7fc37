// app.js -- what pages can do better with scripts; every page works without
//
// Arriving    htmx (hx-boost) puts the new page into this one: then the focus goes to its problem or its head, as with a page loaded whole.
//             Of a part that is replaced alone (hx-target) [data-focus] takes it.
//             A refused form does not change the address; a form that leads back to the same page leaves the page where it was scrolled.
// Forms       form[data-warn] asks before what was typed is left. details.dropdown closes when one presses beside it, or Esc.
// Bulk        form[data-bulk]: input[data-all] ticks all, Shift ticks a range, [data-count] says how many.
// Keys        ? shows them; g and a letter goes to a page of the menu.
(() => {
	'use strict';
	const $ = (selector, at = document) => at.querySelector(selector);
	const all = (selector, at = document) => [...at.querySelectorAll(selector)];
	const main = () => $('#main');

	// -- Arriving

	let bar, waiting;
	const busy = on => {
		clearTimeout(waiting);
		bar?.remove();
		if (on)
			waiting = setTimeout(() => {
				bar = document.createElement('div');
				bar.className = 'busy';
				bar.setAttribute('aria-hidden', 'true');
				document.body.append(bar);
			}, 150);
	};
	const path = address => new URL(address, location.href).pathname;
	document.addEventListener('htmx:beforeRequest', () => busy(true));
	document.addEventListener('htmx:afterRequest', () => busy(false));
	document.addEventListener('htmx:beforeSwap', e => {
		const { xhr, requestConfig } = e.detail;
		if (e.detail.target === document.body && requestConfig.verb !== 'get' && xhr.status < 400 && path(xhr.responseURL) === location.pathname)
			e.detail.swapOverride = 'innerHTML show:none';
	});
	document.addEventListener('htmx:beforeHistoryUpdate', e => {
		const { xhr, requestConfig } = e.detail;
		if (xhr.status >= 400 && requestConfig.verb !== 'get' && path(xhr.responseURL) === path(requestConfig.path))
			e.detail.history.path = location.pathname + location.search;
	});
	document.addEventListener('htmx:afterSettle', e => {
		if (e.target !== document.body) {
			arrive(e.target);
			return $('[data-focus]', e.target)?.focus({ preventScroll: true });
		}
		arrive(document);
		const problem = $('.problem', main()), back = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
		if (back) return back.scrollIntoView();
		if (problem?.getAttribute('role') === 'alert') {
			problem.tabIndex = -1;
			problem.focus();
			problem.scrollIntoView({ block: 'nearest' });
		} else if (document.activeElement === document.body)
			main()?.focus({ preventScroll: true });
	});
	const tell = (message, hint) => {
		const box = document.createElement('div');
		box.className = 'problem';
		box.setAttribute('role', 'alert');
		for (const text of [message, hint])
			box.append(Object.assign(document.createElement('p'), { textContent: text }));
		$('.notices').after(box);
		box.scrollIntoView({ block: 'nearest' });
	};
	document.addEventListener('htmx:sendError', () => tell('Chưa nối được với máy chủ, trang vẫn như trước.', 'Kiểm tra mạng rồi bấm lại. Những gì đã gõ vẫn còn.'));

	// -- Forms

	const typed = new WeakSet();
	const left = () => all('form[data-warn]').some(f => typed.has(f));
	const question = 'Những gì vừa gõ chưa được lưu. Rời trang này?';
	document.addEventListener('input', e => { const f = e.target.closest('form[data-warn]'); if (f) typed.add(f); });
	document.addEventListener('submit', e => typed.delete(e.target), true);
	document.addEventListener('reset', e => typed.delete(e.target));
	addEventListener('beforeunload', e => { if (left()) e.preventDefault(); });
	document.addEventListener('htmx:confirm', e => {
		if (e.detail.elt.tagName === 'A' && left()) {
			e.preventDefault();
			if (confirm(question)) e.detail.issueRequest(true);
		}
	});

	const shut = except => all('details.dropdown[open]').forEach(d => { if (d !== except) d.open = false; });
	document.addEventListener('click', e => shut(e.target.closest('details.dropdown')));
	document.addEventListener('keydown', e => { if (e.key === 'Escape') shut(); });

	// -- Bulk

	const boxes = form => all('tbody input[type=checkbox]', form);
	const count = form => {
		const list = boxes(form), n = list.filter(b => b.checked).length, head = $('[data-all]', form), told = $('[data-count]', form);
		list.forEach(b => b.closest('tr').toggleAttribute('data-picked', b.checked));
		if (head) {
			head.checked = n > 0 && n === list.length;
			head.indeterminate = n > 0 && n < list.length;
		}
		if (told) told.textContent = told.dataset.count + ' ' + n + '/' + list.length;
	};
	let last;
	document.addEventListener('click', e => {
		const form = e.target.matches('input[type=checkbox]') && e.target.closest('form[data-bulk]');
		if (!form) return;
		const list = boxes(form), i = list.indexOf(e.target), j = list.indexOf(last);
		if (e.target.matches('[data-all]'))
			list.forEach(b => { b.checked = e.target.checked; });
		else if (e.shiftKey && j >= 0)
			list.slice(Math.min(i, j), Math.max(i, j) + 1).forEach(b => { b.checked = e.target.checked; });
		if (i >= 0) last = e.target;
		count(form);
	});

	// -- Keys

	const places = { t: '/', d: '/diem', n: '/nhap', k: '/ton-tai', m: '/theo-doi', c: '/minh-chung', h: '/den-han', v: '/kiem-tra' };
	const link = address => $(`.side a[href="${address}"], .side a[href^="${address}?"]`);
	let went = 0;
	const help = () => {
		const keys = [['/', 'Đến ô tìm kiếm'], ['?', 'Xem các phím tắt'], ...Object.entries(places)
			.filter(([, a]) => link(a)).map(([k, a]) => ['g rồi ' + k, link(a).textContent]), ['Esc', 'Đóng']];
		const d = document.createElement('dialog');
		d.setAttribute('aria-labelledby', 'keys-title');
		const box = d.appendChild(document.createElement('article'));
		box.append(Object.assign(document.createElement('h2'), { id: 'keys-title', textContent: 'Phím tắt' }));
		const list = box.appendChild(Object.assign(document.createElement('dl'), { className: 'facts' }));
		for (const [k, what] of keys) {
			const dt = list.appendChild(document.createElement('dt'));
			dt.append(Object.assign(document.createElement('kbd'), { textContent: k }));
			list.append(Object.assign(document.createElement('dd'), { textContent: what }));
		}
		const close = box.appendChild(Object.assign(document.createElement('button'), { type: 'button', textContent: 'Đóng' }));
		close.addEventListener('click', () => d.close());
		d.addEventListener('close', () => d.remove());
		document.body.append(d);
		d.showModal();
	};
	document.addEventListener('keydown', e => {
		if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select, dialog, [contenteditable]')) return;
		if (e.key === '?') return help();
		if (e.key === '/') {
			const field = $('main input[type=search]');
			if (field) field.focus();
			else link('/tim')?.click();
			return e.preventDefault();
		}
		if (e.key === 'g') { went = e.timeStamp; return; }
		if (e.timeStamp - went < 1500) link(places[e.key])?.click();
		went = 0;
	});
	document.addEventListener('click', e => { if (e.target.closest('[data-keys]')) help(); });

	// -- A page, or a part of one, is here

	const arrive = at => {
		all('[data-all], [data-keys]', at).forEach(x => { x.hidden = false; });
		all('form[data-bulk]', at).forEach(count);
	};
	arrive(document);
})();
