// Shows how far an upload has come: <form data-upload>. Without script the same form is posted as it is.
//
// Asks for JSON: {url} says where to go, {errors: [..]} what to mend (`kith.ui.uploads` answers either way).
import { newKey } from './key.js';

const ALOUD_EVERY = 10;              // per cent between announcements to a screen reader

export function startUploads(root) {
  for (const form of root.querySelectorAll('form[data-upload]')) {
    if (form.querySelector('[data-upload-state]')) new Upload(form);
  }
}

class Upload {
  constructor(form) {
    this.form = form;
    this.panel = form.querySelector('[data-upload-state]');
    this.bar = this.panel.querySelector('progress');
    this.words = this.panel.querySelector('[data-upload-says]');
    this.aloud = this.panel.querySelector('[data-upload-aloud]');
    this.cancel = this.panel.querySelector('[data-upload-cancel]');
    form.addEventListener('submit', (event) => this.start(event));
    this.cancel.addEventListener('click', () => this.request?.abort());
    window.addEventListener('beforeunload', (event) => { if (this.request) event.preventDefault(); });
  }

  start(event) {
    event.preventDefault();
    if (this.request) return;
    const body = new FormData(this.form, event.submitter);
    this.request = new XMLHttpRequest();
    this.request.open('POST', this.form.action);
    this.request.setRequestHeader('Accept', 'application/json');
    this.request.upload.addEventListener('progress', (progress) => this.moved(progress));
    this.request.upload.addEventListener('load', () => this.say('All of it has arrived. Checking it now.'));
    this.request.addEventListener('load', () => this.answered());
    this.request.addEventListener('error', () => this.stopped('The connection was lost. Nothing was kept: try again.'));
    this.request.addEventListener('abort', () => this.stopped('Stopped. Nothing was kept.'));
    this.panel.hidden = false;
    this.cancel.hidden = false;
    this.said = 0;
    this.bar.value = 0;
    this.say('Starting');
    this.request.send(body);
    this.cancel.focus();
  }

  moved(progress) {
    if (!progress.lengthComputable) return;
    const percent = Math.floor((100 * progress.loaded) / progress.total);
    this.bar.value = percent;
    this.words.textContent = `${percent}% of ${size(progress.total)}`;
    if (percent >= this.said + ALOUD_EVERY) {
      this.said = percent;
      this.aloud.textContent = `${percent}% uploaded`;
    }
  }

  answered() {
    const { status, responseURL } = this.request;
    const answer = parsed(this.request);
    // Sent twice: the server answers the second with the page the first one led to.
    const led = status === 200 && !answer && responseURL !== this.form.action ? responseURL : '';
    if (answer?.url || led) {
      this.request = null;
      window.location.assign(answer?.url || led);
    } else if (answer?.errors) this.stopped(answer.errors.join(' '));
    else this.stopped(REASONS[status] || 'Something went wrong and the file was not kept. Try again.');
  }

  stopped(words) {
    this.request = null;
    this.cancel.hidden = true;
    // The double-submit key has been used; a second try needs its own.
    const key = this.form.elements.submit_key;
    if (key) key.value = newKey();
    for (const button of this.form.querySelectorAll('button[type=submit]')) button.disabled = false;
    this.say(words);
    this.form.querySelector('input[type=file]')?.focus();
  }

  say(words) {
    this.words.textContent = words;
    this.aloud.textContent = words;
  }
}

const REASONS = {
  0: 'The connection was lost. Nothing was kept: try again.',
  401: 'You have been signed out. Sign in again, then choose the file again.',
  403: 'Your page was out of date. Load it again, then choose the file again.',
  409: 'This has already been sent.',
  413: 'That file is too large.',
  507: 'There is no room left to keep this file. Tell whoever looks after Kith.',
};

function parsed(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

function size(bytes) {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${amount < 10 && unit ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}
