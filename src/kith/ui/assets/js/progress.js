// Asks how far long work has come: <div data-progress-url="...">, answered by JSON {done, total, says, finished, url}
// and, where the page shows a state in [data-progress-state], {state, colour}.
const FIRST = 1000;
const LONGEST = 10000;
const ALOUD_EVERY = 15000;           // a screen reader hears how far it is this often, and always the end

export function startProgress(root) {
  for (const panel of root.querySelectorAll('[data-progress-url]')) watch(panel);
}

async function watch(panel) {
  const bar = panel.querySelector('progress');
  let pause = FIRST;
  let heard = Date.now();
  for (;;) {
    await new Promise((done) => setTimeout(done, pause));
    if (document.hidden) continue;
    const now = await ask(panel.dataset.progressUrl);
    if (!now) {
      pause = Math.min(LONGEST, pause * 2);
      say(panel, 'Could not ask how far it is. The work goes on; asking again.');
      continue;
    }
    pause = FIRST;
    show(panel, bar, now);
    if (now.finished) return end(panel, bar, now);
    if (Date.now() - heard > ALOUD_EVERY) {
      heard = Date.now();
      panel.querySelector('[data-progress-aloud]').textContent = now.says || '';
    }
  }
}

async function ask(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: 'application/json' }, redirect: 'error' });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show(panel, bar, now) {
  if (bar && now.total) {
    bar.max = now.total;
    bar.value = now.done;
  }
  say(panel, now.says || `${now.done} of ${now.total}`);
  const tag = document.querySelector('[data-progress-state] .govuk-tag');
  if (!tag || !now.state) return;
  tag.textContent = now.state;
  tag.className = `govuk-tag govuk-tag--${now.colour}`;
}

function say(panel, words) {
  panel.querySelector('[data-progress-says]').textContent = words;
}

function end(panel, bar, now) {
  bar?.remove();
  panel.querySelector('[data-progress-aloud]').textContent = now.says || 'Finished';
  const result = panel.querySelector('[data-progress-result]');
  const link = result?.querySelector('a');
  if (!now.url || !link) return;
  link.href = now.url;
  result.hidden = false;
}
