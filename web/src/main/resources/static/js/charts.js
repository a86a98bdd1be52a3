// Charts beside their tables: <figure data-chart="tornado|line|bars|ranks|waterfall|gantt"> holds the table whose cells are drawn; docs/reference/pages.md says how
// they are marked. ECharts is fetched only where there is a chart. Without script the table stands open.
(() => {
  'use strict';
  const { chinese } = window.sandtable;
  const engine = document.currentScript.dataset.echarts;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const COLOUR = { action: css('--st-action'), broken: css('--st-broken'), ink: css('--st-ink'), grey: css('--st-grey'), line: css('--st-line'), edge: css('--st-edge'), panel: css('--st-panel') };
  // told apart by lightness as well as by hue, so that they hold in black and white
  const PALETTE = ['#1f5fbf', '#7fb0ea', '#5b4b8a', '#c7a34b', '#3b7f86', '#a9adb7'];
  const FONT = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: COLOUR.ink };

  // ECharts writes SVG text with a style attribute, which our content policy (style-src 'self') refuses; the same through CSSOM is allowed
  function styleByScript() {
    const plain = SVGElement.prototype.setAttribute;
    SVGElement.prototype.setAttribute = function (name, value) {
      if (name === 'style') this.style.cssText = value;
      else plain.call(this, name, value);
    };
  }

  const number = (value, digits) => value.toLocaleString(chinese ? 'zh-CN' : 'en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  /** As on cards: 86.4 万, ¥864k; 118 %. */
  function figure(value, unit) {
    if (unit === 'money') {
      if (chinese) return number(value / 10000, 1) + ' 万';
      return (value < 0 ? '−¥' : '¥') + number(Math.abs(value) / 1000, 0) + 'k';
    }
    return number(value, Number.isInteger(value) ? 0 : 1) + (unit ? ' ' + unit : '');
  }
  const rows = table => [...table.tBodies[0].rows];
  const cell = (row, name) => row.querySelector(`[data-c=${name}]`);
  const value = element => element && element.dataset.value !== undefined && element.dataset.value !== '' ? Number(element.dataset.value) : null;
  const text = element => element ? element.textContent.trim() : '';
  const short = (name, length) => [...name].length > length ? [...name].slice(0, length - 1).join('') + '…' : name;

  const axis = more => ({ axisLine: { lineStyle: { color: COLOUR.edge } }, axisTick: { show: false }, axisLabel: { ...FONT, color: COLOUR.grey }, splitLine: { lineStyle: { color: COLOUR.line } }, ...more });
  const mark = (label, at, more) => ({ silent: true, symbol: 'none', lineStyle: { color: COLOUR.ink, type: 'dashed', width: 1 }, label: { ...FONT, formatter: label, position: 'end' }, data: [at], ...more });
  const tip = formatter => ({ renderMode: 'richText', confine: true, textStyle: FONT, borderColor: COLOUR.edge, formatter });

  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${FONT.fontSize}px ${FONT.fontFamily}`;
  const measure = words => pen.measureText(words).width;

  /** A name in at most two lines of so much room; what still does not fit ends in …. Chinese breaks anywhere, other words at their spaces. */
  function lines(name, room) {
    const said = [''];
    for (const part of name.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g) ?? []) {
      if (said.length === 1 && said[0] !== '' && measure((said[0] + part).trimEnd()) > room) said.push('');
      said[said.length - 1] += part;
    }
    return said.map(line => {
      let shown = line.trim();
      while (measure(shown) > room && shown.length > 1) shown = shown.replace(/…$/, '').slice(0, -1) + '…';
      return shown;
    }).join('\n');
  }
  const widest = names => Math.max(...names.flatMap(name => name.split('\n')).map(measure));
  /** Each of them stands there, in as many lines as it has. */
  const NAMES = { ...FONT, interval: 0, lineHeight: 14 };

  const KINDS = {
    /** Rows: name, low-end, low, high-end, high; the table's data-base is the plan's own figure. Widest first. */
    tornado(table, words, width) {
      const base = Number(table.dataset.base), unit = table.dataset.unit;
      const drivers = rows(table).map(row => ({ name: text(row.cells[0]), lowEnd: text(cell(row, 'low-end')), low: value(cell(row, 'low')), highEnd: text(cell(row, 'high-end')), high: value(cell(row, 'high')) }))
        .filter(d => d.low !== null && d.high !== null)
        .sort((a, b) => Math.max(Math.abs(a.low - base), Math.abs(a.high - base)) - Math.max(Math.abs(b.low - base), Math.abs(b.high - base)));
      const all = drivers.flatMap(d => [d.low, d.high]).concat(base);
      const narrow = width < 480;
      const end = (said, at) => narrow ? said : `${said} · ${figure(at, unit)}`;
      const names = drivers.map(d => short(d.name, (chinese ? 12 : 22) / (narrow ? 2 : 1)));
      // beside the bars there is room for their ends on both sides, and left of that for the names
      const ends = Math.max(...drivers.flatMap(d => [measure(end(d.lowEnd, d.low)), measure(end(d.highEnd, d.high))])) + 10;
      // where both ends lie on one side of the plan's figure, the label of the nearer one goes to the other side
      const place = (d, at) => {
        const left = at < base, other = at === d.low ? d.high : d.low;
        const nearer = Math.abs(at - base) < Math.abs(other - base), together = (d.low - base) * (d.high - base) > 0;
        return left !== (together && nearer) ? 'left' : 'right';
      };
      const side = (name, said, at, colour, pattern) => ({
        name, type: 'bar', barGap: '-100%', barWidth: 18, itemStyle: { color: colour, decal: pattern },
        label: { show: true, ...FONT, formatter: p => end(said(drivers[p.dataIndex]), at(drivers[p.dataIndex])) },
        data: drivers.map(d => ({ value: at(d) - base, label: { position: place(d, at(d)) } })),
      });
      const plain = { symbol: 'none' };
      const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(29,33,41,.45)' };
      return {
        height: drivers.length * 34 + 40,
        option: {
          grid: { left: Math.max(...names.map(measure)) + ends + 8, right: ends, top: 28, bottom: 8 },
          // the ends carry their figures, so the axis needs none
          xAxis: axis({ type: 'value', min: Math.min(...all) - base, max: Math.max(...all) - base, axisLabel: { show: false }, axisLine: { show: false }, splitLine: { show: false } }),
          yAxis: axis({ type: 'category', data: names, axisLine: { show: false }, axisLabel: { ...FONT, margin: ends } }),
          tooltip: tip(p => { const d = drivers[p.dataIndex]; return `${d.name}\n${d.lowEnd}: ${figure(d.low, unit)}\n${d.highEnd}: ${figure(d.high, unit)}`; }),
          series: [
            { ...side('low', d => d.lowEnd, d => d.low, PALETTE[1], hatch), markLine: mark(`${words.baseline} ${figure(base, unit)}`, { xAxis: 0 }, { lineStyle: { color: COLOUR.ink, width: 1 }, label: { ...FONT, position: 'end', formatter: `${words.baseline} ${figure(base, unit)}` } }) },
            side('high', d => d.highEnd, d => d.high, PALETTE[0], plain),
          ],
        },
      };
    },

    /** Rows: a heading, then one cell y per series; the table's data-floor is a limit that the lowest point is held against. */
    line(table, words) {
      const unit = table.dataset.unit, floor = table.dataset.floor === undefined ? null : Number(table.dataset.floor);
      return {
        height: 280,
        option: {
          grid: { left: 8, right: floor === null ? 16 : measure(`${words.floor} ${figure(floor, unit)}`) + 12, top: 32, bottom: 8, containLabel: true },
          legend: legend(table),
          xAxis: axis({ type: 'category', boundaryGap: false, data: rows(table).map(row => text(row.cells[0])), axisLabel: { margin: 24, ...FONT, color: COLOUR.grey, hideOverlap: true } }),
          yAxis: axis({ type: 'value', axisLine: { show: false }, splitNumber: 4, axisLabel: { ...FONT, color: COLOUR.grey, formatter: v => figure(v, unit) } }),
          tooltip: { ...tip(ps => ps[0].name + ps.map(p => `\n${p.seriesName}: ${p.value == null ? '--' : figure(p.value, unit)}`).join('')), trigger: 'axis' },
          series: columns(table).map((column, index) => {
            const low = Math.min(...column.values.filter(v => v !== null));
            const under = floor !== null && low < floor;
            return {
              name: column.name, type: 'line', data: column.values, symbol: 'circle', symbolSize: 5, connectNulls: false, lineStyle: { width: 2, type: index ? 'dashed' : 'solid' },
              ...(index === 0 && {
                markPoint: { symbol: under ? 'triangle' : 'circle', symbolSize: 12, itemStyle: { color: under ? COLOUR.broken : COLOUR.ink }, data: [{ coord: [column.values.indexOf(low), low] }],
                  label: { ...FONT, fontWeight: 600, color: under ? COLOUR.broken : COLOUR.ink, position: 'bottom', distance: 6, formatter: `${under ? '▲ ' : ''}${words.low} ${figure(low, unit)}` } },
                ...(floor !== null && { markLine: mark(`${words.floor} ${figure(floor, unit)}`, { yAxis: floor }) }),
              }),
            };
          }),
        },
      };
    },

    /** Rows: a heading, then one cell y per stacked series; what exceeds the table's data-limit is hatched red and marked. */
    bars(table, words, width) {
      const unit = table.dataset.unit, limit = table.dataset.limit === undefined ? null : Number(table.dataset.limit);
      const all = columns(table);
      const sums = rows(table).map((row, i) => all.reduce((sum, column) => sum + (column.values[i] ?? 0), 0));
      const over = i => limit !== null && sums[i] > limit;
      return {
        height: 280,
        option: {
          grid: { left: 8, right: limit === null ? 16 : measure(`${words.limit} ${figure(limit, unit)}`) + 12, top: 40, bottom: 8, containLabel: true },
          legend: legend(table),
          xAxis: axis({ type: 'category', data: rows(table).map(row => text(row.cells[0])), axisLabel: { ...FONT, color: COLOUR.grey, hideOverlap: true } }),
          yAxis: axis({ type: 'value', axisLine: { show: false }, splitNumber: 4, max: limit === null ? null : extent => Math.max(extent.max, limit) * 1.1, axisLabel: { ...FONT, color: COLOUR.grey, showMaxLabel: false, formatter: v => figure(v, unit) } }),
          tooltip: { ...tip(ps => ps[0].name + ps.map(p => `\n${p.seriesName}: ${figure(Number(p.value), unit)}`).join('')), trigger: 'axis', axisPointer: { type: 'shadow' } },
          series: all.map((column, index) => ({
            name: column.name, type: 'bar', stack: 'one', barMaxWidth: 36, data: column.values,
            ...(index === all.length - 1 && { label: { show: true, position: 'top', ...FONT, color: COLOUR.broken, fontWeight: 600, formatter: p => over(p.dataIndex) ? `▲ ${width / all[0].values.length < 64 ? '' : figure(Math.round(sums[p.dataIndex]), unit)}` : '' } }),
            ...(index === 0 && limit !== null && { markLine: mark(`${words.limit} ${figure(limit, unit)}`, { yAxis: limit }) }),
          })),
        },
      };
    },

    /** Rows: the name, then one cell y, drawn from the left in the order of the table. */
    ranks(table, words, width) {
      const unit = table.dataset.unit;
      const bars = rows(table).map(row => ({ name: text(row.cells[0]), y: value(cell(row, 'y')) })).filter(bar => bar.y !== null);
      const names = bars.map(bar => lines(bar.name, Math.min(width * 0.35, 260)));
      const room = Math.max(...bars.map(bar => measure(figure(bar.y, unit)))) + 12;
      const below = bars.some(bar => bar.y < 0) ? room : 0;
      return {
        height: bars.length * 30 + 16,
        option: {
          grid: { left: widest(names) + 16 + below, right: room, top: 8, bottom: 8 },
          // each bar carries its figure, so the axis needs none
          xAxis: axis({ type: 'value', axisLabel: { show: false }, axisLine: { show: false }, splitLine: { show: false } }),
          yAxis: axis({ type: 'category', inverse: true, data: names, axisLine: { show: false }, axisLabel: { ...NAMES, margin: 8 + below } }),
          tooltip: tip(p => `${bars[p.dataIndex].name}\n${figure(bars[p.dataIndex].y, unit)}`),
          series: [{ type: 'bar', barWidth: 18, itemStyle: { color: PALETTE[0] }, data: bars.map(bar => ({ value: bar.y, label: { position: bar.y < 0 ? 'left' : 'right' } })),
            label: { show: true, ...FONT, formatter: p => figure(Number(p.value), unit) } }],
        },
      };
    },

    /** Rows: the name, then a cell total (both ends) or step; each step begins where the one before ends. What differs is drawn at its own scale: the
     * bars of the ends begin at the left edge, which is zero only where the axis says so. Percentages differ by points, the table's data-step-unit. */
    waterfall(table, words, width) {
      const unit = table.dataset.unit, stepUnit = table.dataset.stepUnit ?? unit, narrow = width < 480;
      let sum = 0;
      const bars = rows(table).map(row => {
        const total = value(cell(row, 'total')), step = value(cell(row, 'step'));
        const from = total === null ? sum : null;
        sum = total ?? sum + step;
        return { name: text(row.cells[0]), total: total !== null, amount: total ?? step, from, to: sum };
      });
      const ends = bars.flatMap(bar => bar.from === null ? [bar.to] : [bar.from, bar.to]);
      const low = Math.min(...ends), high = Math.max(...ends), pad = (high - low) * 0.08 || 1;
      const nearZero = low > 0 && low < (high - low);
      const min = nearZero ? 0 : low - pad, max = high < 0 && -high < (high - low) ? 0 : high + pad;
      // what is too small for 万 or k is written in yuan, so that no bar says nothing
      const small = (at, as) => as === 'money' && Math.abs(at) < 500 ? (chinese ? `${number(at, 0)} 元` : `${at < 0 ? '−' : ''}¥${number(Math.abs(at), 0)}`) : figure(at, as);
      const said = bar => (bar.total || bar.amount < 0 ? '' : '+') + small(bar.amount, bar.total ? unit : stepUnit);
      const names = bars.map(bar => lines(bar.name, Math.min(width * 0.35, 260)));
      const room = Math.max(...bars.map(bar => measure(said(bar)))) + 12;
      return {
        height: bars.length * 30 + 44,
        option: {
          grid: { left: widest(names) + 16, right: room, top: 8, bottom: 28 },
          xAxis: axis({ type: 'value', min, max, splitNumber: narrow ? 2 : 4, axisLine: { show: false }, axisLabel: { ...FONT, color: COLOUR.grey, hideOverlap: true, showMinLabel: min === 0, showMaxLabel: max === 0, formatter: v => figure(v, unit) } }),
          yAxis: axis({ type: 'category', inverse: true, data: names, axisLine: { show: false }, axisLabel: NAMES }),
          tooltip: tip(p => { const bar = bars[p.dataIndex]; return `${bar.name}\n${said(bar)}${bar.total ? '' : `\n= ${figure(bar.to, unit)}`}`; }),
          series: [{
            type: 'custom', encode: { x: [1, 2], y: 0 }, data: bars.map((bar, i) => [i, bar.from ?? min, bar.to]),
            renderItem(params, api) {
              const bar = bars[params.dataIndex];
              const [a, y] = api.coord([api.value(1), api.value(0)]), [b] = api.coord([api.value(2), api.value(0)]);
              const x = Math.min(a, b), wide = Math.max(Math.abs(b - a), 1);
              const next = bars[params.dataIndex + 1];
              const down = bar.amount < 0 && !bar.total;
              return { type: 'group', children: [
                { type: 'rect', shape: { x, y: y - 9, width: wide, height: 18 }, style: { fill: bar.total ? COLOUR.grey : down ? PALETTE[1] : PALETTE[0], stroke: down ? COLOUR.action : 'none', lineDash: down ? [4, 3] : null } },
                { type: 'text', silent: true, style: { ...font(), text: said(bar), fill: COLOUR.ink, backgroundColor: COLOUR.panel, padding: [1, 1], x: Math.max(a, b) + 4, y, verticalAlign: 'middle' } },
                ...(next ? [{ type: 'line', silent: true, shape: { x1: b, y1: y + 9, x2: b, y2: y + 21 }, style: { stroke: COLOUR.edge } }] : []),
              ] };
            },
          }],
        },
      };
    },

    /** Rows: cells row (machine), name, from, to (data-value: local ISO times), kind (data-value: plan, frozen, outsourced, broken; closed is ground
     * that nothing runs on), setup (data-value: the time until which a bar is set-up). The table's data-from and data-to cut the time axis. */
    gantt(table) {
      const bars = rows(table).map(row => ({ row: text(cell(row, 'row')), name: text(cell(row, 'name')), from: Date.parse(cell(row, 'from').dataset.value), to: Date.parse(cell(row, 'to').dataset.value),
        setup: Date.parse(cell(row, 'setup')?.dataset.value), kind: cell(row, 'kind')?.dataset.value ?? 'plan', said: `${text(cell(row, 'from'))} ～ ${text(cell(row, 'to'))}  ${text(cell(row, 'kind'))}` }))
        .sort((a, b) => (b.kind === 'closed') - (a.kind === 'closed'));
      const machines = [...new Set(bars.map(bar => bar.row))];
      const LOOK = {
        plan: { fill: PALETTE[1], stroke: COLOUR.action, text: COLOUR.ink }, frozen: { fill: '#d5d9e0', stroke: COLOUR.grey, text: COLOUR.ink },
        closed: { fill: '#e9ebef', stroke: 'none', text: COLOUR.grey }, outsourced: { fill: COLOUR.panel, stroke: COLOUR.action, text: COLOUR.ink, lineDash: [4, 3] }, broken: { fill: '#fbdcd7', stroke: COLOUR.broken, text: COLOUR.broken },
      };
      return {
        height: machines.length * 40 + 56,
        option: {
          grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
          xAxis: axis({ type: 'time', min: table.dataset.from ? `${table.dataset.from}T00:00` : null, max: table.dataset.to ? `${table.dataset.to}T00:00` : null, splitLine: { show: true, lineStyle: { color: COLOUR.line } }, axisLabel: { ...FONT, color: COLOUR.grey, hideOverlap: true, formatter: chinese ? '{MM}-{dd}' : '{d} {MMM}' } }),
          yAxis: axis({ type: 'category', inverse: true, data: machines, axisLine: { show: false }, axisLabel: { ...FONT, formatter: v => short(v, chinese ? 10 : 18) } }),
          tooltip: tip(p => { const bar = bars[p.dataIndex]; return `${bar.row}  ${bar.name}\n${bar.said}`; }),
          series: [{
            type: 'custom', encode: { x: [1, 2], y: 0 }, data: bars.map(bar => [machines.indexOf(bar.row), bar.from, bar.to]),
            renderItem(params, api) {
              const bar = bars[params.dataIndex], look = LOOK[bar.kind] ?? LOOK.plan;
              const y = api.coord([api.value(1), api.value(0)])[1];
              const { x: left, width: room } = params.coordSys;
              const at = time => Math.min(Math.max(api.coord([time, api.value(0)])[0], left), left + room);
              const x = at(bar.from), width = Math.max(at(bar.to) - x, 2), half = bar.kind === 'closed' ? 20 : 12;
              const label = bar.kind === 'closed' ? '' : (bar.kind === 'broken' ? '▲ ' : '') + bar.name;
              const whole = { type: 'rect', shape: { x, y: y - half, width, height: 2 * half, r: bar.kind === 'closed' ? 0 : 3 }, style: { fill: look.fill, stroke: look.stroke, lineWidth: bar.kind === 'broken' ? 2 : 1, lineDash: look.lineDash },
                textContent: { style: { ...font(), text: width > [...label].reduce((sum, c) => sum + (c > '\u2e80' ? 12 : 7), 8) ? label : '', fill: look.text } }, textConfig: { position: 'inside' } };
              return bar.setup > bar.from ? { type: 'group', children: [whole, { type: 'rect', silent: true, shape: { x, y: y - half, width: Math.min(Math.max(at(bar.setup) - x, 1), width), height: 2 * half, r: [3, 0, 0, 3] }, style: { fill: COLOUR.action } }] } : whole;
            },
          }],
        },
      };
    },
  };
  const font = () => ({ fontFamily: FONT.fontFamily, fontSize: FONT.fontSize });

  function columns(table) {
    const heads = [...table.tHead.rows[0].cells];
    const first = [...rows(table)[0].querySelectorAll('[data-c=y]')];
    return first.map((one, i) => ({ name: text(heads[one.cellIndex].firstElementChild ?? heads[one.cellIndex]), values: rows(table).map(row => value(row.querySelectorAll('[data-c=y]')[i])) }));
  }
  const legend = table => columns(table).length > 1 ? { top: 0, right: 0, textStyle: FONT, itemWidth: 18, itemHeight: 12 } : { show: false };

  function draw(chart) {
    const table = chart.querySelector('table');
    if (!table?.tBodies[0]?.rows.length) return; // nothing to draw; the table says so
    const words = { low: chart.dataset.wordsLow, baseline: chart.dataset.wordsBaseline, floor: chart.dataset.wordsFloor, limit: chart.dataset.wordsLimit };
    const canvas = chart.querySelector('.st-chart-canvas');
    canvas.hidden = false;
    chart.querySelector('.st-chart-table').open = false;
    const paint = () => {
      const { height, option } = KINDS[chart.dataset.chart](table, words, canvas.clientWidth);
      canvas.style.height = `${height}px`;
      drawing.resize();
      drawing.setOption({ color: PALETTE, textStyle: FONT, animation: false, aria: { enabled: true, label: { enabled: false }, decal: { show: chart.dataset.chart === 'bars' } }, ...option }, true);
    };
    const drawing = window.echarts.init(canvas, null, { renderer: 'svg', locale: chinese ? 'ZH' : 'EN' });
    let width = 0;
    new ResizeObserver(() => {
      if (canvas.clientWidth === width) return;
      width = canvas.clientWidth;
      paint();
    }).observe(canvas);
  }

  let fetched;
  function prepare(root) {
    const charts = [...(root.matches?.('[data-chart]') ? [root] : []), ...root.querySelectorAll('[data-chart]')];
    if (!charts.length) return;
    fetched ??= new Promise((resolve, reject) => {
      styleByScript();
      const script = document.createElement('script');
      script.src = engine;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    fetched.then(() => charts.forEach(draw), () => console.warn('The chart library could not be fetched; the tables stay open.'));
  }
  document.addEventListener('htmx:load', event => { if (event.detail.elt !== document.body) prepare(event.detail.elt); });
  prepare(document);
})();
