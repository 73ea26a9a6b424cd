// Says things to the cashier: one message of the moment, and the standing notices above it.
import { $, el } from './base.js';

let sound;

export function tell(text = '', tone = 'info') {
  $('message').textContent = text;
  $('message').dataset.tone = tone;
  if (tone === 'error') beep();
}

export const complain = text => tell(text, 'error');

function beep() {
  try {
    sound ??= new AudioContext();
    const tone = sound.createOscillator(), gain = sound.createGain();
    tone.frequency.value = 220;
    gain.gain.value = .1;
    tone.connect(gain).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + .25);
  } catch { /* a till without sound still shows the message */ }
}

const standing = new Map();

/** A notice stays until it is taken back with an empty text. */
export function notice(key, text, tone = 'warn', link) {
  if ((standing.get(key)?.text ?? '') === (text ?? '')) return;
  if (text) standing.set(key, { text, tone, link }); else standing.delete(key);
  $('notices').replaceChildren(...[...standing.values()].map(x => {
    const made = el('p', `till-notice till-notice-${x.tone}`, x.text);
    if (x.link) { const to = el('a', '', x.link.text); to.href = x.link.href; made.append(' ', to); }
    return made;
  }));
}
