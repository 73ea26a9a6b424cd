// The shift page of this till: which till it is, and whether sales still wait on it. A shift does not close while they do.
import { $ } from './base.js';
import { inOutbox } from './outbox.js';
import { get } from './store.js';

const device = (await get('meta', 'device'))?.value;
if (device && !location.search) location.replace(`/pos/shift?device=${device}`);

const unsent = document.querySelector('[data-unsent]'), warning = $('sales-wait');
const isThisTill = new URLSearchParams(location.search).get('device') === device;

async function look() {
  if (!unsent || !isThisTill) return 0;
  const count = (await inOutbox()).length;
  unsent.value = count;
  unsent.readOnly = true; // counted, not typed
  warning.hidden = count === 0;
  if (count) warning.querySelector('span').textContent = warning.dataset.text.replace('{0}', count);
  return count;
}

await look();
if ('BroadcastChannel' in self) new BroadcastChannel('pos.outbox').onmessage = look;
unsent?.form.addEventListener('submit', event => {
  // A manager who signs by code may close all the same; the server asks again.
  if (warning.hidden || unsent.form.elements['Form.ManagerPin'].value) return;
  event.preventDefault();
  warning.scrollIntoView({ block: 'center' });
  warning.querySelector('a').focus();
});
document.documentElement.dataset.ready = '1';
