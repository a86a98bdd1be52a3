// What every page gains from script: forms are sent once, typed text is kept, swapped parts are heard, times read "3 minutes ago".
// Pages work without it. Other files use window.sandtable.
(() => {
  'use strict';
  const chinese = document.documentElement.lang !== 'en';
  const live = document.getElementById('live');

  /** Says a sentence to screen readers, politely; the same sentence twice is heard twice. */
  const say = text => {
    live.textContent = '';
    setTimeout(() => { live.textContent = text; }, 50);
  };

  /** Whether a key belongs to the input method; Safari ends a composition before its Enter and gives 229 only. */
  const composing = event => event.isComposing || event.keyCode === 229;

  window.sandtable = { chinese, say, composing };

  // Enter sends from a textarea that says so, never while the input method is composing; Shift+Enter is a new line
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    if (composing(event)) {
      event.stopImmediatePropagation();
      if (event.target.matches?.('input')) event.preventDefault();
    } else if (event.target.matches?.('textarea[data-enter=submit]') && !event.shiftKey && !event.ctrlKey && !event.altKey && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  }, true);

  // a form is sent once; a page that comes back from the browser's cache may send again
  const release = form => {
    delete form.dataset.sent;
    form.querySelectorAll('[data-was-sent]').forEach(button => {
      button.removeAttribute('aria-disabled');
      button.removeAttribute('data-was-sent');
    });
  };
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'dialog') return;
    if (form.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (form.method !== 'post' && !form.hasAttribute('data-once')) return;
    form.dataset.sent = 'yes';
    // aria-disabled keeps the focus where it is and the button's own name and value in what is sent
    form.querySelectorAll('button:not([type=button])').forEach(button => {
      button.setAttribute('aria-disabled', 'true');
      button.setAttribute('data-was-sent', '');
    });
    if (form.hasAttribute('data-forget-all')) forgetAll();
  }, true);
  addEventListener('pageshow', event => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(release);
  });
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.target.closest?.('form');
    if (form) release(form);
  });

  // typed text outlives an expired session and a reload: data-keep="name" keeps, data-forget="name" on the page after it forgets, data-forget="name*" all that begin so
  const PREFIX = 'sandtable.keep.';
  const stored = action => {
    try { return action(sessionStorage); } catch { return null; } // storage may be switched off; the page works without
  };
  const forgetAll = (beginning = '') => stored(s => Object.keys(s).filter(k => k.startsWith(PREFIX + beginning)).forEach(k => s.removeItem(k)));
  const forget = name => name.endsWith('*') ? forgetAll(name.slice(0, -1)) : stored(s => s.removeItem(PREFIX + name));
  const prepare = root => {
    const all = selector => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];
    all('[data-forget]').forEach(element => forget(element.dataset.forget));
    all('[data-keep]').forEach(field => {
      const text = stored(s => s.getItem(PREFIX + field.dataset.keep));
      if (text && !field.value) field.value = text;
    });
    all('time[data-relative]').forEach(relative);
    all('details.st-chart-table').forEach(details => { if (!details.dataset.seen) details.dataset.seen = 'yes'; });
    if (root !== document) all('[data-say]').forEach(element => say(element.dataset.say || element.textContent.trim()));
  };
  document.addEventListener('input', event => {
    const field = event.target;
    if (field.dataset?.keep) stored(s => s.setItem(PREFIX + field.dataset.keep, field.value));
  });

  // relative times, in message lists only; the full time stays as the title
  const ago = new Intl.RelativeTimeFormat(chinese ? 'zh-CN' : 'en', { numeric: 'auto' });
  const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];
  function relative(element) {
    const seconds = (Date.parse(element.dateTime) - Date.now()) / 1000;
    if (Number.isNaN(seconds)) return;
    if (!element.title) element.title = element.textContent.trim();
    const [unit, size] = UNITS.find(([, s]) => Math.abs(seconds) >= s) ?? ['second', 60];
    if (unit === 'day' && Math.abs(seconds) > 14 * 86400) element.textContent = element.title;
    else if (unit === 'second') element.textContent = chinese ? '刚刚' : 'just now';
    else element.textContent = ago.format(Math.trunc(seconds / size), unit).replace(/(\d)(?=[\u4e00-\u9fff])/, '$1 ');
  }
  setInterval(() => document.querySelectorAll('time[data-relative]').forEach(relative), 60000);

  // htmx: the token that proves the page is ours, and what to do when the service does not answer
  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
  const net = document.querySelector('[data-net]');
  // what a person did speaks before what the page asks for by itself every few seconds
  const byPerson = event => Boolean(event.detail.requestConfig?.triggeringEvent);
  let shownToPerson = false;
  /** The box that the service answered with, its words and its number; nothing where it did not answer. */
  const box = xhr => {
    if (!xhr?.getResponseHeader?.('Content-Type')?.startsWith('text/html')) return null;
    const found = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('.st-problem');
    found?.removeAttribute('role'); // the place itself is heard, politely
    return found && document.importNode(found, true);
  };
  const showTrouble = event => {
    if (!net.hidden && !byPerson(event)) return;
    shownToPerson = byPerson(event);
    net.replaceChildren();
    net.hidden = false;
    const words = box(event.detail.xhr) ?? net.dataset.words;
    setTimeout(() => net.replaceChildren(words), 50); // a place is heard that was there before its words
  };
  document.addEventListener('htmx:configRequest', event => {
    if (meta('_csrf_header')) event.detail.headers[meta('_csrf_header')] = meta('_csrf');
  });
  document.addEventListener('htmx:beforeRequest', event => { if (byPerson(event)) net.hidden = true; });
  document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful && !shownToPerson) net.hidden = true; });
  ['htmx:sendError', 'htmx:timeout', 'htmx:responseError'].forEach(name => document.addEventListener(name, event => {
    // signed out meanwhile: the page's own address leads to the sign-in and back; typed text is kept
    if (event.detail.xhr?.status === 401) location.reload();
    else showTrouble(event);
  }));
  document.addEventListener('htmx:load', event => { if (event.detail.elt !== document.body) prepare(event.detail.elt); });

  // an open menu closes when something else is clicked; Esc closes it and the sheet
  const menus = () => document.querySelectorAll('details.st-person[open], details.st-more[open]');
  document.addEventListener('click', event => menus().forEach(menu => { if (!menu.contains(event.target)) menu.open = false; }));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || composing(event) || document.querySelector('dialog[open]')) return;
    const open = [...menus()];
    open.forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
    if (!open.length && !event.target.closest?.('input, textarea, select')) document.querySelector('[data-sheet] [data-close]')?.click();
  });

  prepare(document);
})();
