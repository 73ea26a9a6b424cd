// Whether the server answers: by a heartbeat and by every real call, never by the browser's word or an empty queue.
const every = 10_000, limit = 2000;
const listeners = [];
let state; // undefined until the first answer

export const link = {
  get isUp() { return state === true; },
  /** How far this device's clock is ahead of the server's, ms; 0 until known. */
  drift: 0,
  onChange: listener => listeners.push(listener),
};

function set(up) {
  const before = state;
  state = up;
  if (before !== up) for (const listener of listeners) listener(up);
}

/** fetch with a limit; tells the badge what came of it. Throws when nothing came. */
export async function call(path, options = {}, milliseconds = 8000) {
  try {
    const answer = await fetch(path, { cache: 'no-store', ...options, headers: { Accept: 'application/json', ...options.headers }, signal: AbortSignal.timeout(milliseconds) });
    set(![502, 503, 504].includes(answer.status));
    return answer;
  } catch (error) {
    if (path === '/pos/api/ping') set(false); else await beat(); // one slow call does not mean that the link is gone
    throw error;
  }
}

export async function beat() {
  try {
    const answer = await call('/pos/api/ping', {}, limit);
    if (answer.ok) link.drift = Date.now() - Date.parse((await answer.json()).at);
  } catch { /* the badge knows */ }
  return state === true;
}

export function startHeart() {
  beat();
  setInterval(beat, every);
  addEventListener('online', beat);
  addEventListener('offline', beat);
  document.addEventListener('visibilitychange', () => document.hidden || beat());
}
