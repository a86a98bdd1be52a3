// Keyboard shortcuts: any link, button or field with data-key="n" gets one; ? lists them. Single characters work outside fields only
// and can be switched off, so that no browser or input-method key is taken.
(() => {
  'use strict';
  const OFF = 'sandtable.keys.off';
  const dialog = document.getElementById('keys');
  const list = dialog.querySelector('[data-keys]');
  const off = dialog.querySelector('[data-keys-off]');
  const opener = document.querySelector('[data-open-keys]');
  const own = list.children.length;
  const store = action => {
    try { return action(localStorage); } catch { return null; } // storage may be switched off; then the choice lasts for this page
  };
  const visible = element => element.getClientRects().length > 0;
  const keyed = () => [...document.querySelectorAll('[data-key]')].filter(element => element !== opener && visible(element));

  function open() {
    while (list.children.length > own) list.lastElementChild.remove();
    keyed().forEach(element => {
      const row = document.createElement('div');
      const key = row.appendChild(document.createElement('dt')).appendChild(document.createElement('kbd'));
      key.textContent = element.dataset.key.toUpperCase();
      row.appendChild(document.createElement('dd')).textContent =
        element.dataset.keyLabel || element.getAttribute('aria-label') || element.textContent.trim() || element.labels?.[0]?.textContent || '';
      list.append(row);
    });
    dialog.showModal();
  }

  off.checked = store(s => s.getItem(OFF)) === 'yes';
  off.addEventListener('change', () => store(s => off.checked ? s.setItem(OFF, 'yes') : s.removeItem(OFF)));
  opener?.addEventListener('click', open);
  if (opener) opener.hidden = false;

  document.addEventListener('keydown', event => {
    if (off.checked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat || window.sandtable.composing(event)) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable], dialog, [role=grid]')) return;
    if (event.key === '?') {
      event.preventDefault();
      open();
      return;
    }
    if (event.key.length !== 1) return;
    const target = keyed().find(element => element.dataset.key.toLowerCase() === event.key.toLowerCase());
    if (!target) return;
    event.preventDefault();
    if (target.matches('input, textarea, select')) target.focus();
    else target.click();
  });
})();
