// The sales that wait on this device, and those a person has to look at.
import { $, el, say, timeOf, yuan } from './base.js';
import { startHeart } from './link.js';
import { inOutbox, isStuck, onOutbox, retry } from './outbox.js';
import { printSlip } from './slip.js';
import { flush, startUploads } from './upload.js';

const state = sale => sale.problem ? say('StateProblem', sale.problem.text) : isStuck(sale) ? say('StateStuck', sale.tries, sale.reason) : sale.reason ? say('StateRetry', sale.reason) : say('StateWaiting');

function button(text, act) {
  const made = el('button', 'btn', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function entry(sale) {
  const tools = el('span', 'btns', button(say('PrintSlip'), () => printSlip(sale.slip, null, 1)));
  if (isStuck(sale)) tools.append(button(say('TryAgain'), async () => { await retry(sale); await flush(true); }));
  return el('li', isStuck(sale) ? 'till-notice till-notice-error' : 'till-notice', el('span', '', el('b', '', `${say('LocalNumber', sale.localNumber)} · ${yuan(sale.totalFen)}`), ` ${timeOf(sale.at)} `, el('span', '', state(sale))), tools);
}

async function draw() {
  const sales = await inOutbox();
  $('sales').replaceChildren(...sales.length ? sales.map(entry) : [el('li', '', say('OutboxEmpty'))]);
}

onOutbox(draw);
$('upload-now').addEventListener('click', () => flush(true));
await draw();
startHeart();
startUploads();
document.documentElement.dataset.ready = '1';
