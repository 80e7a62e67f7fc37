// mark.js -- a fact and the place it was read from, beside each other (.beside in style.css)
//
// Both carry data-mark="ID": <mark> in the document, a row or card among the facts. A press on one marks both and brings the other into sight;
// in the facts any button or link inside the row does, with the keyboard too. Without scripts a link to #ID does the same, less prettily.
(() => {
	'use strict';
	const choose = (from, quiet) => {
		const beside = from.closest('.beside'), id = from.dataset.mark;
		beside.querySelectorAll('[data-mark].on').forEach(x => x.classList.remove('on'));
		const same = [...beside.querySelectorAll('[data-mark]')].filter(x => x.dataset.mark === id);
		same.forEach(x => x.classList.add('on'));
		const other = same.find(x => x.matches('mark') !== from.matches('mark'));
		if (!other || quiet) return;
		const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
		other.scrollIntoView({ block: 'center', behavior: smooth });
	};
	document.addEventListener('click', e => {
		const from = e.target.closest('.beside [data-mark]');
		if (!from || e.target.closest('input, select, textarea, label')) return;
		if (e.target.closest('a[href^="#"]')) e.preventDefault();
		choose(from);
	});
	document.addEventListener('focusin', e => {
		const from = e.target.closest('.beside [data-mark]');
		if (from) choose(from, true);
	});
})();
