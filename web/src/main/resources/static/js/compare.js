// The sheet of reasons over the comparison: takes the focus when it opens, gives it back when it closes, and the address with it. Without
// script its links lead to a page of their own.
(() => {
  'use strict';
  const place = () => document.getElementById('sheet-place');
  let opener = null;
  let address = '';

  document.addEventListener('htmx:beforeRequest', event => {
    if (event.detail.target !== place() || place().firstElementChild) return;
    opener = event.detail.elt;
    address = location.href;
  });
  document.addEventListener('htmx:afterSettle', event => {
    if (event.detail.target === place()) place().querySelector('[data-sheet]')?.focus();
  });
  document.addEventListener('click', event => {
    if (!event.target.closest?.('#sheet-place [data-close]') || !address) return;
    event.preventDefault();
    place().replaceChildren();
    history.pushState({ htmx: true }, '', address);
    opener?.focus();
  });
})();
