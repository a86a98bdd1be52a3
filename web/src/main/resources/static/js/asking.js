// The page of a question: Ctrl+Enter sends, the focus goes on to what waits next, a sentence that was taken leaves its box.
(() => {
  'use strict';
  document.querySelectorAll('.st-if-script').forEach(element => { element.hidden = false; });

  document.addEventListener('keydown', event => {
    const box = event.target;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || window.sandtable.composing(event) || !box.matches?.('textarea[data-enter=ctrl]')) return;
    event.preventDefault();
    box.form.requestSubmit();
  });

  // only what a person did moves the focus; the part that was swapped says where to
  document.addEventListener('htmx:afterSettle', () => {
    const conditions = document.getElementById('conditions');
    const next = conditions?.dataset.focus && document.getElementById(conditions.dataset.focus);
    if (!next || document.activeElement?.matches('textarea')) return;
    (next.querySelector('summary') ?? next).focus();
    next.scrollIntoView({ block: 'nearest' });
    delete conditions.dataset.focus;
  });
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.target.closest?.('form[data-clear]');
    if (!form || !event.detail.successful) return;
    const box = form.querySelector('textarea');
    box.value = '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  });
})();
