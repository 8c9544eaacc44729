// Asks every few seconds whether something else is shown now: <div data-asks="..." data-turn="3">. The answer is
// {turn, words}, the words for [data-asks-words] if there are any. Another turn: the page is loaded.
const EVERY = 4000;
const LONGEST = 30000;

export function startAsking(root) {
  for (const panel of root.querySelectorAll('[data-asks]')) watch(panel);
}

async function watch(panel) {
  const says = panel.querySelector('[data-asks-says]');
  let pause = EVERY;
  for (;;) {
    await rest(pause + Math.random() * 500);   // two hundred phones, not all at once
    if (document.hidden) continue;
    const now = await ask(panel.dataset.asks);
    if (now === null) {
      pause = Math.min(LONGEST, pause * 2);
      if (says) says.textContent = 'No connection. Asking again by itself.';
      continue;
    }
    pause = EVERY;
    if (says) says.textContent = '';
    const { turn, words } = now;
    if (String(turn) !== panel.dataset.turn) return window.location.replace(window.location.pathname);
    const place = panel.querySelector('[data-asks-words]');
    if (place && words && place.textContent !== words) place.textContent = words;
  }
}

// Waits, but no longer than until the connection is back.
function rest(milliseconds) {
  return new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      window.removeEventListener('online', over);
      done();
    };
    const timer = setTimeout(over, milliseconds);
    window.addEventListener('online', over);
  });
}

async function ask(url) {
  try {
    const answer = await fetch(url, { redirect: 'error' });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
