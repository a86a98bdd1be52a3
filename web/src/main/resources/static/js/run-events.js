// A run as it happens. <section data-events="/runs/7/events"> listens to the server's events stage, strategies, plan, best and state; each element inside
// with data-refresh="plan" data-from="/runs/7/plans" is then fetched again and replaced. Elements marked data-events-lost show while the line is
// down. The browser reconnects by itself; after that everything is fetched once, because events may have been missed.
(() => {
  'use strict';
  const NAMES = ['stage', 'strategies', 'plan', 'best', 'state'];

  function listen(section) {
    const source = new EventSource(section.dataset.events);
    const waiting = new Set();
    let lost = false;
    const refresh = name => {
      if (waiting.has(name)) return; // several events at once are one fetch
      waiting.add(name);
      setTimeout(() => {
        waiting.delete(name);
        section.querySelectorAll('[data-refresh]').forEach(element => {
          if (element.dataset.refresh.split(' ').includes(name)) window.htmx.ajax('GET', element.dataset.from, { target: element, swap: 'outerHTML' });
        });
      }, 200);
    };
    const show = value => {
      lost = value;
      section.querySelectorAll('[data-events-lost]').forEach(element => { element.hidden = !value; });
    };
    // a proxy may hold the opening back until the first event, so that any event proves the line
    const alive = () => {
      if (lost) NAMES.forEach(refresh);
      show(false);
    };
    source.addEventListener('open', alive);
    NAMES.forEach(name => source.addEventListener(name, () => {
      alive();
      refresh(name);
    }));
    source.addEventListener('end', () => {
      source.close();
      show(false);
    });
    source.addEventListener('error', () => {
      show(true);
      // refused rather than lost, as after a restart: the page's own address leads to the sign-in and back
      if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
    });
    addEventListener('pagehide', () => source.close());
  }

  document.querySelectorAll('[data-events]').forEach(listen);
})();
