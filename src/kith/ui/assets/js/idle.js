// Locks a page left alone: <body data-idle-minutes="15" data-lock-url="...">. Words being typed are saved first.
// Work in any tab of Kith counts as work in all of them.
import { flushAll } from './autosave.js';

const LOOK_EVERY = 5000;
const TELL_EVERY = 10000;

export function startIdleLock(body) {
  const minutes = Number(body.dataset.idleMinutes || 0);
  const lock = body.dataset.lockUrl;
  if (!minutes || !lock) return;
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('kith-activity') : null;
  let last = Date.now();
  let told = 0;
  const active = () => {
    last = Date.now();
    if (others && last - told > TELL_EVERY) {
      told = last;
      others.postMessage(0);
    }
  };
  for (const event of ['keydown', 'pointerdown', 'pointermove', 'scroll', 'input']) {
    document.addEventListener(event, active, { passive: true, capture: true });
  }
  others?.addEventListener('message', () => { last = Date.now(); });
  const look = () => { if (Date.now() - last > minutes * 60000) leave(lock, timer); };
  const timer = setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);     // a laptop opened again is looked at straight away
}

async function leave(lock, timer) {
  clearInterval(timer);
  await Promise.race([flushAll(), new Promise((done) => setTimeout(done, 3000))]);
  const to = new URL(lock, window.location.href);
  to.searchParams.set('next', window.location.pathname + window.location.search);
  window.location.replace(to);
}
