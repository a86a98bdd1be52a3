// The picture of relations beside its list, and arrow keys in the list. Without script the list says the same.
(() => {
  'use strict';
  const { chinese, composing } = window.sandtable;
  const engine = document.currentScript.dataset.engine;
  const canvas = document.querySelector('[data-picture]');
  const tree = document.querySelector('[data-tree]');
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* Shapes and colours as in relations.css. */
  const LOOKS = {
    Material: ['round-rectangle', '#1f5fbf'], Order: ['rectangle', '#1d2129'], Supplier: ['triangle', '#8a4b00'], Customer: ['ellipse', '#5b4b8a'],
    Process: ['diamond', '#3b7f86'], Routing: ['vee', '#3b7f86'], Equipment: ['hexagon', '#595f6b'], Energy: ['star', '#b08a1e'], Policy: ['octagon', '#7a3b69'],
    PurchaseOrder: ['tag', '#8a4b00'], WorkOrder: ['cut-rectangle', '#b0523a'], StockLot: ['barrel', '#6f86a8'], Calendar: ['pentagon', '#6f7f5a'], Family: ['rhomboid', '#1f5fbf'],
  };
  const ROWS = 18, ACROSS = 175, DOWN = 36, BETWEEN = 25, READABLE = 0.75;
  const length = chinese ? 11 : 22;
  const short = name => [...name].length > length ? [...name].slice(0, length - 1).join('') + '…' : name;

  /** Columns by distance, each type together; a long column is broken. What changed stands left. */
  function places(nodes) {
    const columns = new Map();
    nodes.forEach(node => columns.set(node.hops, [...columns.get(node.hops) || [], node]));
    const at = new Map();
    let x = 0;
    [...columns.keys()].sort((a, b) => a - b).forEach(hops => {
      const column = columns.get(hops).sort((a, b) => a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
      const wide = Math.ceil(column.length / ROWS), high = Math.ceil(column.length / wide);
      column.forEach((node, i) => at.set(node.id, { x: x + Math.floor(i / high) * ACROSS, y: (i % high - (high - 1) / 2) * DOWN }));
      x += wide * ACROSS + BETWEEN;
    });
    return at;
  }

  function draw() {
    const { nodes, edges } = JSON.parse(canvas.dataset.picture);
    canvas.hidden = false;
    const at = places(nodes), ink = css('--st-ink'), edge = css('--st-edge'), changed = css('--st-confirm');
    const looks = node => LOOKS[node.data('kind')] || ['ellipse', '#595f6b'];
    const few = edges.length <= 40;
    const picture = window.cytoscape({
      container: canvas,
      elements: [
        ...nodes.map(node => ({ data: { ...node, label: short(node.label) }, position: at.get(node.id) })),
        ...edges.map((one, i) => ({ data: { id: 'e' + i, source: one.from, target: one.to, label: one.changed ? canvas.dataset.whatif : few ? one.label : '', changed: one.changed } })),
      ],
      layout: { name: 'preset', fit: true, padding: 24 },
      minZoom: 0.15, maxZoom: 2.5, boxSelectionEnabled: false, autoungrabify: false,
      style: [
        { selector: 'node', style: { shape: node => looks(node)[0], 'background-color': node => looks(node)[1], width: 22, height: 22, label: 'data(label)', 'font-size': 12, 'font-family': getComputedStyle(document.body).fontFamily, color: ink, 'text-valign': 'center', 'text-halign': 'right', 'text-margin-x': 5, 'text-background-color': '#fff', 'text-background-opacity': 0.8, 'text-background-padding': 1 } },
        { selector: 'node[?changed]', style: { width: 32, height: 32, 'border-width': 4, 'border-color': changed, 'font-weight': 600 } },
        { selector: 'edge', style: { width: 1.2, 'line-color': edge, 'target-arrow-color': edge, 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, 'curve-style': 'bezier', label: 'data(label)', 'font-size': 10, color: css('--st-grey'), 'text-background-color': '#fff', 'text-background-opacity': 0.9 } },
        { selector: 'edge[?changed]', style: { width: 5, 'line-color': changed, 'target-arrow-color': changed, 'font-size': 13, 'font-weight': 600, color: changed } },
        { selector: 'node:selected, node.here', style: { 'border-width': 3, 'border-color': css('--st-action') } },
        { selector: 'edge.near', style: { width: 2.5, 'line-color': css('--st-action'), 'target-arrow-color': css('--st-action') } },
      ],
    });
    // all of it where names stay readable, else the left of it: what changed, and what hangs on it next
    if (picture.zoom() < READABLE) {
      const box = picture.elements().boundingBox();
      picture.zoom(READABLE);
      picture.pan({ x: 24 - box.x1 * READABLE, y: canvas.clientHeight / 2 - (box.y1 + box.y2) / 2 * READABLE });
    }
    const here = () => tree.querySelector('[aria-current]')?.dataset.thing;
    const mark = id => {
      picture.elements().removeClass('here near');
      picture.getElementById(id).addClass('here').connectedEdges('[!changed]').addClass('near');
    };
    mark(here());
    picture.on('tap', 'node', event => {
      const link = [...tree.querySelectorAll('[data-thing]')].find(one => one.dataset.thing === event.target.id());
      if (link) location.assign(link.href); // some that are changed stand in the picture only
    });
    tree.addEventListener('focusin', event => { if (event.target.dataset.thing) mark(event.target.dataset.thing); });
    const fit = document.querySelector('[data-fit]'), save = document.querySelector('[data-export]');
    fit.hidden = save.hidden = false;
    fit.addEventListener('click', () => picture.fit(undefined, 24));
    save.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(picture.png({ output: 'blob', full: true, scale: 2, bg: '#fff' }));
      link.download = document.title.replace(/\W+/gu, '-') + '.png';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }

  // arrows walk along the list as it is open; a link is one stop for each thing
  tree?.addEventListener('keydown', event => {
    const link = event.target.closest('summary, a');
    if (!link || event.ctrlKey || event.altKey || event.metaKey || composing(event)) return;
    const stops = [...tree.querySelectorAll('[data-thing]')].filter(one => one.getClientRects().length > 0);
    const place = link.closest('li'), own = place.querySelector('[data-thing]'), box = place.querySelector(':scope > details');
    const at = stops.indexOf(own);
    const above = place.parentElement.closest('li')?.querySelector('[data-thing]');
    const go = {
      ArrowDown: () => stops[at + 1], ArrowUp: () => stops[at - 1], Home: () => stops[0], End: () => stops.at(-1), Escape: () => above,
      ArrowRight: () => { if (box && !box.open) { box.open = true; return own; } return box?.querySelector('ul [data-thing]'); },
      ArrowLeft: () => { if (box?.open) { box.open = false; return own; } return above; },
    }[event.key];
    if (!go) return;
    event.preventDefault();
    go()?.focus();
  });

  if (!canvas) return;
  const script = document.createElement('script');
  script.src = engine;
  script.onload = draw; // where it does not come the list is there
  document.head.append(script);
})();
