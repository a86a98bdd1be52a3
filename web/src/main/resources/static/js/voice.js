// A microphone beside a box: what is said lands in the box as text and is sent by nobody but the person. It is there only where it can
// work: with the company's transcription service, else with the browser's own recognition.
(() => {
  'use strict';
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  const canRecord = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
  const DENIED = ['not-allowed', 'service-not-allowed', 'NotAllowedError', 'SecurityError'];

  /** At the cursor, parted from what stands there; the box behaves as if it had been typed. */
  const insert = (box, text) => {
    const before = box.value.slice(0, box.selectionStart ?? box.value.length);
    const after = box.value.slice(box.selectionEnd ?? box.value.length);
    const gap = /[A-Za-z0-9,.;:!?]$/.test(before) ? ' ' : '';
    const most = box.maxLength > 0 ? box.maxLength : Infinity;
    box.value = (before + gap + text + after).slice(0, most);
    const cursor = Math.min((before + gap + text).length, box.value.length);
    box.setSelectionRange?.(cursor, cursor);
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  };

  /** The browser's own recognition; it ends by itself when the person falls silent. */
  const recognising = ({ heard, ended }) => {
    const recognition = new Recognition();
    recognition.lang = window.sandtable.chinese ? 'zh-CN' : 'en-US';
    let how = 'silent';
    recognition.onresult = event => {
      for (let i = event.resultIndex; i < event.results.length; i++) {
        const said = event.results[i].isFinal ? event.results[i][0].transcript.trim() : '';
        if (said) {
          how = 'stopped';
          heard(said);
        }
      }
    };
    recognition.onerror = event => {
      if (event.error === 'aborted') how = 'stopped';
      else if (event.error !== 'no-speech') how = DENIED.includes(event.error) ? 'denied' : 'failed';
    };
    recognition.onend = () => ended(how);
    recognition.start();
    return () => recognition.stop();
  };

  /** A recording that the service has written down; the page stops it at its longest. */
  const recording = (place, { heard, ended, working }) => {
    let recorder = null;
    let stopped = false;
    const send = async blob => {
      working();
      const headers = { 'Content-Type': blob.type || 'audio/webm', Accept: 'application/json' };
      if (meta('_csrf_header')) headers[meta('_csrf_header')] = meta('_csrf');
      const answer = await fetch(place.dataset.transcriptions, { method: 'POST', headers, body: blob });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const { text } = await answer.json();
      if (text) heard(text);
      ended(text ? 'stopped' : 'silent');
    };
    const record = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const chunks = [];
      recorder = new MediaRecorder(stream);
      recorder.ondataavailable = event => { if (event.data.size) chunks.push(event.data); };
      recorder.onstop = () => {
        stream.getTracks().forEach(track => track.stop());
        if (chunks.length) send(new Blob(chunks, { type: recorder.mimeType })).catch(() => ended('failed'));
        else ended('silent');
      };
      recorder.start();
      if (stopped) recorder.stop();
      setTimeout(stop, Number(place.dataset.longest) * 1000);
    };
    const stop = () => {
      stopped = true;
      if (recorder?.state === 'recording') recorder.stop();
    };
    record().catch(error => ended(DENIED.includes(error.name) ? 'denied' : 'failed'));
    return stop;
  };

  const attach = place => {
    const byService = Boolean(place.dataset.transcriptions) && canRecord;
    const box = document.getElementById(place.dataset.voice);
    if (place.dataset.ready || !box || !(byService || Recognition)) return;
    place.dataset.ready = 'yes';
    place.append(place.querySelector('template').content.cloneNode(true));
    const button = place.querySelector('button');
    const note = place.querySelector('[data-voice-state]');
    let stop = null;

    const show = state => {
      button.setAttribute('aria-pressed', String(state === 'listening'));
      place.dataset.state = state;
      note.textContent = place.dataset[state];
      window.sandtable.say(note.textContent);
    };
    const ended = how => {
      stop = null;
      show(how);
    };
    const talk = { heard: text => insert(box, text), ended, working: () => show('working') };
    const start = () => {
      show('listening');
      try {
        stop = byService ? recording(place, talk) : recognising(talk);
        if (place.dataset.state !== 'listening') stop = null; // it ended before it had begun
      } catch {
        ended('failed');
      }
    };
    button.addEventListener('click', () => (stop ? stop() : start()));
    place.addEventListener('keydown', event => { if (event.key === 'Escape' && stop) stop(); });
    addEventListener('pagehide', () => stop?.());
  };

  const prepare = root => root.querySelectorAll('[data-voice]').forEach(attach);
  document.addEventListener('htmx:load', event => prepare(event.detail.elt));
  prepare(document);
})();
