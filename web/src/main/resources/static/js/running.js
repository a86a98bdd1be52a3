// The time used so far goes on between two events; nobody hears it tick.
(() => {
  'use strict';
  const { chinese } = window.sandtable;
  const words = seconds => {
    const minutes = Math.floor(seconds / 60);
    const rest = `${seconds % 60}${chinese ? ' 秒' : ' s'}`;
    return minutes ? `${minutes}${chinese ? ' 分 ' : ' min '}${rest}` : rest;
  };
  // counted from what the page said, because the two clocks may differ
  const begun = new Map();
  setInterval(() => document.querySelectorAll('[data-since]').forEach(element => {
    const key = element.dataset.since;
    if (!begun.has(key)) {
      const shown = (element.textContent.match(/\d+/g) ?? ['0']).map(Number).reduce((sum, part) => sum * 60 + part, 0);
      begun.set(key, performance.now() - shown * 1000);
    }
    element.textContent = words(Math.floor((performance.now() - begun.get(key)) / 1000));
  }), 1000);
})();
