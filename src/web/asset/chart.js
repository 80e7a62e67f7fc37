// chart.js -- draws figure[data-chart] from the table that stands in it (html/part_chart.html)
//
// The table is the source and stays: for screen readers, for print, without scripts. bar, stack: lying, for names are long; line: over the years.
// bar draws the first column alone, the others are for reading. ECharts is fetched only by a page that has a chart. Colours come from style.css:
// --chart-1 … or, where the head of a column is a state, the colour of that state.
(() => {
	'use strict';
	const source = document.currentScript.dataset.echarts;
	const drawn = new Map();
	let library;

	const load = () => library ??= new Promise((done, failed) => {
		const s = document.createElement('script');
		s.src = source;
		s.onload = () => done(window.echarts);
		s.onerror = failed;
		document.head.append(s);
	});

	const number = text => {
		const t = text.trim().replace(/[.\s%]/g, '').replace(',', '.');
		return t === '' || isNaN(t) ? null : Number(t);
	};
	const written = (v, unit) => v == null ? 'không có số liệu' : v.toLocaleString('vi-VN', { maximumFractionDigits: 4 }) + (unit === '%' ? '%' : unit ? ' ' + unit : '');

	const read = figure => {
		const heads = [...figure.querySelectorAll('thead th')].slice(1, figure.dataset.chart === 'bar' ? 2 : undefined);
		const rows = [...figure.querySelectorAll('tbody tr:not(.total)')];
		return {
			names: rows.map(r => r.cells[0].textContent.trim()),
			series: heads.map((h, i) => ({ name: h.textContent.trim(), data: rows.map(r => number(r.cells[i + 1].textContent)) })),
		};
	};

	const colours = element => {
		const style = getComputedStyle(element), of = name => style.getPropertyValue('--' + name).trim();
		const states = { 'hoàn thành': 'done', 'đã hoàn thành': 'done', 'đang triển khai': 'doing', 'quá hạn': 'late', 'sắp đến hạn': 'risk', 'chưa thực hiện': 'none' };
		return { ink: of('ink'), soft: of('soft'), line: of('line'), ground: of('raised'), font: style.fontFamily,
			series: (s, i) => of('chart-' + (states[s.name.toLowerCase()] || i % 4 + 1)) };
	};

	const shape = (figure, width) => {
		const kind = figure.dataset.chart, unit = figure.dataset.unit, { names, series } = read(figure), c = colours(figure);
		const text = { color: c.soft, fontFamily: c.font, fontSize: 13 }, lying = kind !== 'line';
		const named = { type: 'category', data: names, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: c.line } },
			axisLabel: { ...text, color: c.ink, interval: lying ? 0 : 'auto', lineHeight: 16, width: lying ? Math.min(240, Math.round(width * .4)) : undefined, overflow: lying ? 'break' : undefined } };
		const counted = { type: 'value', scale: !lying, splitNumber: 4, splitLine: { lineStyle: { color: c.line } },
			axisLabel: { ...text, formatter: v => v.toLocaleString('vi-VN') } };
		return {
			animation: false,
			textStyle: { fontFamily: c.font },
			grid: { left: 4, right: lying ? 44 : 16, top: series.length < 2 ? 10 : series.length > 2 && width < 420 ? 60 : 36, bottom: 4, containLabel: true },
			legend: series.length > 1 ? { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { ...text, color: c.ink }, selectedMode: false } : undefined,
			tooltip: { renderMode: 'richText', trigger: 'axis', axisPointer: { type: lying ? 'shadow' : 'line' }, backgroundColor: c.ground, borderColor: c.line,
				textStyle: { ...text, color: c.ink }, valueFormatter: v => written(v, unit) },
			xAxis: lying ? counted : named,
			yAxis: lying ? named : counted,
			series: series.map((s, i) => ({
				name: s.name, data: s.data, type: lying ? 'bar' : 'line', stack: kind === 'stack' ? 'all' : undefined, barMaxWidth: 22,
				itemStyle: { color: c.series(s, i), borderRadius: kind === 'bar' ? [0, 3, 3, 0] : 0 }, lineStyle: { width: 2.5, type: i ? [6, 4] : 'solid' },
				symbol: i ? 'diamond' : 'circle', symbolSize: 8, connectNulls: false,
				label: { show: kind === 'bar' && series.length === 1, position: 'right', color: c.ink, fontFamily: c.font, fontSize: 13,
					formatter: p => p.value == null ? '' : p.value.toLocaleString('vi-VN', { maximumFractionDigits: 4 }) },
			})),
		};
	};

	const draw = figure => load().then(echarts => {
		if (!figure.isConnected || drawn.has(figure)) return;
		const place = document.createElement('div');
		place.className = 'chart-drawing';
		place.setAttribute('role', 'img');
		place.setAttribute('aria-label', 'Biểu đồ: ' + figure.querySelector('figcaption').textContent.trim() + '. Số liệu ở bảng kèm theo.');
		const rows = figure.querySelectorAll('tbody tr').length;
		place.style.height = (figure.dataset.chart === 'line' ? 280 : Math.max(150, 60 + rows * 46)) + 'px';
		figure.querySelector('.table').before(place);
		if (figure.querySelectorAll('thead th').length < 4) figure.classList.add('beside-table');
		const chart = echarts.init(place, null, { renderer: 'canvas' });
		const show = () => { if (place.clientWidth) { chart.resize(); chart.setOption(shape(figure, place.clientWidth), true); } };
		const size = new ResizeObserver(show);
		size.observe(place);
		drawn.set(figure, { chart, show, size });
		show();
	}).catch(() => {});        // the table says it all

	const arrive = () => {
		for (const [figure, d] of drawn)
			if (!figure.isConnected) {
				d.size.disconnect();
				d.chart.dispose();
				drawn.delete(figure);
			}
		document.querySelectorAll('figure[data-chart]').forEach(draw);
	};
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(d => d.show()));
	document.addEventListener('htmx:afterSettle', arrive);
	arrive();
})();
