// Saves the words of a form on the server while they are typed: <form data-draft-url="..." data-draft-version="3">.
//
// Sends POST {version, editor, fields} as JSON, one save at a time. Answers:
//   200 {version, saved_at}   saved; saved_at is words such as "14:05"
//   409 {url, says}           a newer version exists (another window, another person): nothing is written over
//   anything else, or none    the words stay on the page and are sent again, more slowly each time
// `editor` names this one page, so that the server can tell a late save of ours from someone else's. A form that has the
// hidden fields `draft_version` and `draft_editor` carries both when it is sent.
import { newKey } from './key.js';

const PAUSE = 800;
const LONGEST_WAIT = 30000;
const KEEPALIVE_LIMIT = 60000;       // browsers refuse a larger body once the page is going
const drafts = new Set();

export function startAutosave(root) {
  for (const form of root.querySelectorAll('form[data-draft-url]')) drafts.add(new Draft(form));
}

// Saves everything unsaved now; used before the idle lock takes the page away.
export async function flushAll() {
  await Promise.allSettled([...drafts].map((draft) => draft.flush()));
}

class Draft {
  constructor(form) {
    this.form = form;
    this.version = Number(form.dataset.draftVersion || 0);
    this.editor = newKey();
    this.saved = this.words();
    this.wait = 0;
    this.stopped = false;
    this.region = regionOf(form);
    form.addEventListener('input', () => this.later(PAUSE));
    form.addEventListener('change', () => this.later(PAUSE));
    form.addEventListener('focusout', () => this.later(0));
    form.addEventListener('submit', () => { this.stop(); this.carry(); });
    window.addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => document.hidden && this.later(0));
  }

  words() {
    const fields = {};
    for (const [name, value] of new FormData(this.form)) {
      if (name === 'csrfmiddlewaretoken' || name === 'submit_key' || typeof value !== 'string') continue;
      if (this.form.elements[name]?.type === 'password') continue;
      fields[name] = name in fields ? [].concat(fields[name], value) : value;
    }
    return JSON.stringify(fields);
  }

  later(delay) {
    if (this.stopped || this.words() === this.saved) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  flush() {
    clearTimeout(this.timer);
    return this.busy ? this.busy.then(() => this.save()) : this.save();
  }

  save() {
    if (this.stopped || this.busy) return this.busy || Promise.resolve();
    const words = this.words();
    if (words === this.saved) return Promise.resolve();
    this.busy = this.send(words).then((answer) => this.heard(answer, words)).catch(() => this.failed())
      .finally(() => { this.busy = null; });
    return this.busy.then(() => { if (!this.stopped && !this.wait) this.later(PAUSE); });
  }

  send(words, keepalive = false) {
    this.sending = new AbortController();
    return fetch(this.form.dataset.draftUrl, {
      method: 'POST',
      signal: this.sending.signal,
      credentials: 'same-origin',
      redirect: 'error',                 // a redirect is the sign-in page: the words were not saved
      keepalive,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-CSRFToken': token(this.form),
        'X-Kith-Draft': '1',               // drafts carry a version instead of a double-submit key
      },
      body: `{"version":${this.version},"editor":"${this.editor}","fields":${words}}`,
    });
  }

  async heard(answer, words) {
    if (answer.status === 409) return this.conflict(await answer.json().catch(() => ({})));
    if (!answer.ok) return this.failed(answer.status);
    const said = await answer.json();
    this.version = said.version;
    this.saved = words;
    this.wait = 0;
    this.say(`Saved ${said.saved_at || clock()}`);
  }

  failed(status) {
    if (this.stopped) return;
    this.wait = Math.min(LONGEST_WAIT, (this.wait || 1000) * 2);
    const why = status === 401 || status === 403 ? 'You may have been signed out: sign in again in another tab. ' : '';
    this.say(`Could not save. ${why}Your words are still here; trying again.`, true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), this.wait);
  }

  conflict(said) {
    this.stop();
    this.say(said.says || 'Another window saved a newer version. Your words are still here but are not being saved.', true);
    if (!said.url) return;
    const link = document.createElement('a');
    link.href = said.url;
    link.className = 'govuk-link';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = 'See the newer version (opens in a new tab)';
    this.region.append(' ', link);
  }

  leave() {
    if (this.stopped) return;
    const words = this.words();
    if (words !== this.saved) this.send(words, words.length < KEEPALIVE_LIMIT).catch(() => {});
  }

  // The form itself carries the words: a save still on its way is not waited for, and would come too late.
  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.sending?.abort();
  }

  carry() {
    const { draft_version: version, draft_editor: editor } = this.form.elements;
    if (version) version.value = this.version;
    if (editor) editor.value = this.editor;
  }

  say(words, trouble = false) {
    this.region.textContent = words;
    this.region.classList.toggle('kith-draft--trouble', trouble);
  }
}

function regionOf(form) {
  const found = form.querySelector('[data-draft-state]');
  if (found) return found;
  const region = document.createElement('p');
  region.className = 'govuk-hint kith-draft';
  region.setAttribute('aria-live', 'polite');
  form.append(region);
  return region;
}

// The cookie's token, for it is new after signing in again in another tab, while the form's own has become stale.
function token(form) {
  const kept = document.cookie.split('; ').find((one) => /^(__Host-)?csrftoken=/.test(one));
  return kept ? kept.slice(kept.indexOf('=') + 1) : form.elements.csrfmiddlewaretoken?.value || '';
}

function clock() {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date());
}
