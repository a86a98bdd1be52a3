// Charts beside their tables: <figure data-chart="tornado|spider|heat|intervals|curve|fan|line|bars|ranks|waterfall|gantt"> holds the table whose cells are drawn; docs/reference/pages.md says how
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

    /** Rows: an input, then one cell y for each step of its range (data-at: the input's value there); heads say the share of the range. */
    spider(table, words, width) {
      const unit = table.dataset.unit, narrow = width < 480;
      const lines = rows(table).map(row => ({ name: text(cell(row, 'name')), cells: [...row.querySelectorAll('[data-c=y]')] }));
      const steps = [...table.tHead.rows[0].cells].slice(1).map(head => text(head.firstElementChild));
      const DASH = ['solid', [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 3]];
      const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
      const ends = lines.map(line => short(line.name, (chinese ? 10 : 20) / (narrow ? 2 : 1)));
      return {
        height: 340,
        option: {
          grid: { left: 8, right: Math.max(...ends.map(measure)) + 16, top: 16, bottom: 8, containLabel: true },
          xAxis: axis({ type: 'category', boundaryGap: false, data: steps, axisLabel: { ...FONT, color: COLOUR.grey, hideOverlap: true } }),
          yAxis: axis({ type: 'value', scale: true, axisLine: { show: false }, splitNumber: 4, axisLabel: { ...FONT, color: COLOUR.grey, formatter: v => figure(v, unit) } }),
          tooltip: { ...tip(ps => ps[0].name + ps.map(p => `\n${p.seriesName} ${lines[p.seriesIndex].cells[p.dataIndex].dataset.at}: ${p.value == null ? '--' : figure(p.value, unit)}`).join('')), trigger: 'axis' },
          series: lines.map((line, i) => ({
            name: line.name, type: 'line', data: line.cells.map(value), symbol: MARKS[i % MARKS.length], symbolSize: 6, lineStyle: { width: 2, type: DASH[i % DASH.length] }, color: PALETTE[i % PALETTE.length],
            endLabel: { show: true, ...FONT, formatter: ends[i] }, labelLayout: { moveOverlap: 'shiftY' },
            ...(i === 0 && { markLine: mark(words.today, { xAxis: (steps.length - 1) / 2 }) }),
          })),
        },
      };
    },

    /** The table is the map: rows are values of one input, columns of the other. Cells y: data-broken says the rules broken there, data-today marks today. */
    heat(table, words, width) {
      const unit = table.dataset.unit;
      const columns = [...table.tHead.rows[0].cells].slice(1).map(text), heads = rows(table).map(row => text(row.cells[0]));
      const cells = rows(table).flatMap((row, y) => [...row.querySelectorAll('[data-c=y]')].map((element, x) => ({ x, y, value: value(element), broken: element.dataset.broken ?? '', today: element.dataset.today === 'true' })));
      const known = cells.map(one => one.value).filter(v => v !== null && Number.isFinite(v));
      const low = Math.min(...known), high = Math.max(...known);
      const shade = v => {
        const part = high > low ? (v - low) / (high - low) : 0.5, mix = (a, b) => Math.round(a + (b - a) * part);
        return { fill: `rgb(${mix(238, 31)},${mix(244, 95)},${mix(252, 191)})`, ink: part > 0.55 ? '#fff' : COLOUR.ink };
      };
      const hatch = (x, y, w, h) => {
        const lines = [];
        for (let d = 7; d < w + h; d += 7) lines.push({ type: 'line', silent: true, shape: { x1: x + Math.max(0, d - h), y1: y + Math.min(h, d), x2: x + Math.min(w, d), y2: y + Math.max(0, d - w) }, style: { stroke: 'rgba(180,35,24,.5)', lineWidth: 1 } });
        return lines;
      };
      const rowHigh = 44;
      return {
        height: heads.length * rowHigh + 76,
        option: {
          grid: { left: Math.max(...heads.map(measure)) + 40, right: 16, top: 12, bottom: 60 },
          xAxis: axis({ type: 'category', data: columns, name: table.dataset.across, nameLocation: 'middle', nameGap: 32, nameTextStyle: { ...FONT, fontWeight: 600 }, splitLine: { show: false } }),
          yAxis: axis({ type: 'category', inverse: true, data: heads, name: table.dataset.up, nameLocation: 'middle', nameGap: Math.max(...heads.map(measure)) + 18, nameTextStyle: { ...FONT, fontWeight: 600 }, splitLine: { show: false } }),
          tooltip: tip(p => { const one = cells[p.dataIndex]; return `${table.dataset.across} ${columns[one.x]}\n${table.dataset.up} ${heads[one.y]}${one.today ? `\n${words.today}` : ''}\n${one.value === null ? '--' : figure(one.value, unit)}${one.broken ? one.broken.split('\n').map(rule => `\n▲ ${rule}`).join('') : ''}`; }),
          series: [{
            type: 'custom', encode: { x: 0, y: 1 }, data: cells.map(one => [one.x, one.y, one.value]),
            // today's frame must lie above its neighbours
            renderItem(params, api) {
              const one = cells[params.dataIndex], [w, h] = api.size([1, 1]), [cx, cy] = api.coord([one.x, one.y]);
              const x = cx - w / 2 + 1, y = cy - h / 2 + 1, look = one.value === null || !Number.isFinite(one.value) ? { fill: COLOUR.panel, ink: COLOUR.grey } : shade(one.value);
              const said = `${one.broken ? '▲ ' : ''}${one.value === null ? '--' : figure(one.value, unit)}`;
              const label = measure(said) + 8 < w ? said : one.broken ? '▲' : '';
              const room = measure(label) + 6;
              return { type: 'group', children: [
                { type: 'rect', shape: { x, y, width: w - 2, height: h - 2 }, style: { fill: look.fill } },
                ...(one.broken ? hatch(x, y, w - 2, h - 2) : []),
                ...(one.broken && label ? [{ type: 'rect', silent: true, shape: { x: cx - room / 2, y: cy - 9, width: room, height: 18, r: 2 }, style: { fill: '#fff', opacity: 0.9 } }] : []),
                { type: 'text', silent: true, style: { ...font(), text: label, fill: one.broken ? COLOUR.broken : look.ink, x: cx, y: cy, align: 'center', verticalAlign: 'middle', fontWeight: one.today || one.broken ? 600 : 400 } },
                ...(one.today ? [{ type: 'rect', silent: true, z2: 5, shape: { x: x + 1, y: y + 1, width: w - 4, height: h - 4 }, style: { fill: 'none', stroke: COLOUR.ink, lineWidth: 3 } }] : []),
              ] };
            },
          }],
        },
      };
    },

    /** Rows: a name, then one cell y per series with data-low and data-high, its interval. data-floor draws a limit that data-floor-words names;
     * data-from and data-to cut the axis. */
    intervals(table, words, width) {
      const unit = table.dataset.unit, narrow = width < 480;
      const bars = rows(table).map(row => ({ name: text(row.cells[0]), parts: [...row.querySelectorAll('[data-c=y]')].map(one => ({ y: value(one), low: Number(one.dataset.low), high: Number(one.dataset.high) })) }));
      const series = columns(table), floor = table.dataset.floor === undefined ? null : Number(table.dataset.floor);
      const names = bars.map(bar => short(bar.name, (chinese ? 18 : 34) / (narrow ? 2 : 1)));
      const from = table.dataset.from === undefined ? null : Math.min(Number(table.dataset.from), 0);
      const most = Math.max(...bars.flatMap(bar => bar.parts.map(part => Math.max(part.y, Number.isFinite(part.high) ? part.high : part.y))));
      const cut = table.dataset.to === undefined ? most : Math.min(Number(table.dataset.to), most * 1.02);
      const room = Math.max(...bars.flatMap(bar => bar.parts.map(part => measure(figure(part.y, unit))))) + 12;
      const count = series.length, thick = count > 1 ? 12 : 16, step = count * (thick + 2) + 10;
      return {
        height: bars.length * step + 56,
        option: {
          grid: { left: Math.max(...names.map(measure)) + 16, right: room, top: count > 1 || floor !== null ? 36 : 12, bottom: 8 },
          legend: { ...legend(table), itemHeight: 10 },
          xAxis: axis({ type: 'value', min: from, max: cut, axisLabel: { show: false }, axisLine: { show: false }, splitLine: { show: false } }),
          yAxis: axis({ type: 'category', inverse: true, data: names, axisLine: { show: false }, axisLabel: { ...FONT, margin: 8 } }),
          tooltip: tip(p => { const bar = bars[p.dataIndex]; return bar.name + series.map((one, i) => `\n${one.name}: ${figure(bar.parts[i].y, unit)} (${figure(bar.parts[i].low, unit)} ～ ${figure(bar.parts[i].high, unit)})`).join(''); }),
          series: series.flatMap((one, i) => [
            { name: one.name, type: 'bar', barWidth: thick, barGap: '20%', data: bars.map(bar => bar.parts[i].y),
              itemStyle: { color: PALETTE[i], decal: i === 0 ? { symbol: 'none' } : { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(29,33,41,.35)' } },
              ...(i === 0 && floor !== null && floor < cut && { markLine: mark(table.dataset.floorWords, { xAxis: floor }, { label: { ...FONT, color: COLOUR.grey, formatter: table.dataset.floorWords, position: 'end' } }) }) },
            { name: one.name, type: 'custom', z: 5, silent: true, encode: { x: [1, 2, 3], y: 0 }, data: bars.map((bar, at) => [at, bar.parts[i].y, bar.parts[i].low, bar.parts[i].high]),
              renderItem(params, api) {
                const part = bars[params.dataIndex].parts[i], [, y] = api.coord([0, params.dataIndex]);
                const { x: left, width: wide } = params.coordSys;
                const inside = x => Math.min(Math.max(x, left), left + wide);
                const at = y + (i - (count - 1) / 2) * (thick * 1.2);
                const [a] = api.coord([part.low, 0]), [b] = api.coord([part.high, 0]), [c] = api.coord([part.y, 0]);
                const stroke = { stroke: COLOUR.ink, lineWidth: 1.5 };
                const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: stroke });
                const ends = Number.isFinite(part.low) && Number.isFinite(part.high);
                return { type: 'group', children: [
                  ...(ends ? [line(inside(a), at, inside(b), at), line(inside(a), at - 4, inside(a), at + 4), line(inside(b), at - 4, inside(b), at + 4)] : []),
                  { type: 'text', style: { ...font(), text: figure(part.y, unit), fill: COLOUR.ink, x: Math.max(inside(ends ? b : c), inside(c)) + 6, y: at, verticalAlign: 'middle' } },
                ] };
              } },
          ]),
        },
      };
    },

    /** Rows: share (percent of runs at it or below) and y, the figure there. P10, P50 and P90 are marked. */
    curve(table) {
      const unit = table.dataset.unit;
      const points = rows(table).map(row => [value(cell(row, 'y')), value(cell(row, 'share'))]);
      const at = share => points.find(point => point[1] >= share)?.[0];
      return {
        height: 260,
        option: {
          grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
          xAxis: axis({ type: 'value', scale: true, splitNumber: 4, splitLine: { show: false }, axisLabel: { ...FONT, color: COLOUR.grey, hideOverlap: true, formatter: v => figure(v, unit) } }),
          yAxis: axis({ type: 'value', min: 0, max: 100, interval: 25, axisLine: { show: false }, axisLabel: { ...FONT, color: COLOUR.grey, formatter: '{value} %' } }),
          tooltip: { ...tip(ps => `${figure(ps[0].value[0], unit)}\n${text(table.tHead.rows[0].cells[0].firstElementChild)}: ${number(ps[0].value[1], 0)} %`), trigger: 'axis' },
          series: [{ type: 'line', data: points, symbol: 'none', lineStyle: { width: 2 }, areaStyle: { opacity: 0.12 },
            markLine: { silent: true, symbol: 'none', lineStyle: { color: COLOUR.ink, type: 'dashed', width: 1 }, data: [10, 50, 90].map((share, i) => ({ xAxis: at(share), label: { ...FONT, formatter: `P${share} ${figure(at(share), unit)}`, position: 'end', align: ['right', 'center', 'left'][i] } })) } }],
        },
      };
    },

    /** Rows: a day, then cells today, p5, p10, p50, p90, p95; the table's data-floor is the least that may be. */
    fan(table, words) {
      const unit = table.dataset.unit, floor = table.dataset.floor === undefined ? null : Number(table.dataset.floor);
      const days = rows(table).map(row => ({ day: text(row.cells[0]), ...Object.fromEntries(['today', 'p5', 'p10', 'p50', 'p90', 'p95'].map(name => [name, value(cell(row, name))])) }));
      const [today, wide, narrow, middle] = [words.unchanged, 'P5 ～ P95', 'P10 ～ P90', 'P50'];
      const band = (name, from, to, colour, opacity) => [
        { type: 'line', stack: name, stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, data: days.map(day => day[from]), tooltip: { show: false } },
        { name, type: 'line', stack: name, stackStrategy: 'all', symbol: 'none', silent: true, color: colour, lineStyle: { opacity: 0 }, areaStyle: { color: colour, opacity }, data: days.map(day => day[to] - day[from]) },
      ];
      return {
        height: 320,
        option: {
          grid: { left: 8, right: floor === null ? 16 : measure(`${words.floor} ${figure(floor, unit)}`) + 12, top: 36, bottom: 8, containLabel: true },
          legend: { top: 0, right: 0, textStyle: FONT, itemWidth: 18, itemHeight: 12, data: [wide, narrow, middle, today] },
          xAxis: axis({ type: 'category', boundaryGap: false, data: days.map(day => day.day), axisLabel: { ...FONT, color: COLOUR.grey, hideOverlap: true } }),
          yAxis: axis({ type: 'value', axisLine: { show: false }, splitNumber: 4, axisLabel: { ...FONT, color: COLOUR.grey, formatter: v => figure(v, unit) } }),
          tooltip: { ...tip(ps => { const day = days[ps[0].dataIndex]; return `${day.day}\nP95: ${figure(day.p95, unit)}\nP90: ${figure(day.p90, unit)}\nP50: ${figure(day.p50, unit)}\nP10: ${figure(day.p10, unit)}\nP5: ${figure(day.p5, unit)}\n${today}: ${figure(day.today, unit)}`; }), trigger: 'axis' },
          series: [
            ...band(wide, 'p5', 'p95', PALETTE[1], 0.35), ...band(narrow, 'p10', 'p90', PALETTE[0], 0.3),
            { name: middle, type: 'line', symbol: 'none', color: PALETTE[0], lineStyle: { width: 2 }, data: days.map(day => day.p50), ...(floor !== null && { markLine: mark(`${words.floor} ${figure(floor, unit)}`, { yAxis: floor }) }) },
            { name: today, type: 'line', symbol: 'none', color: COLOUR.ink, lineStyle: { width: 2, type: 'dashed' }, data: days.map(day => day.today) },
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

  const opened = new Set();

  function draw(chart) {
    const table = chart.querySelector('table');
    if (!table?.tBodies[0]?.rows.length) return; // nothing to draw; the table says so
    const words = { low: chart.dataset.wordsLow, baseline: chart.dataset.wordsBaseline, floor: chart.dataset.wordsFloor, limit: chart.dataset.wordsLimit, today: chart.dataset.wordsToday, unchanged: chart.dataset.wordsUnchanged };
    const canvas = chart.querySelector('.st-chart-canvas');
    canvas.hidden = false;
    const beside = chart.querySelector('.st-chart-table');
    // who has opened a table keeps it open when the chart is exchanged for a newer one
    beside.open = opened.has(chart.id);
    beside.addEventListener('toggle', () => opened[beside.open ? 'add' : 'delete'](chart.id));
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
