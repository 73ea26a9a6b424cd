// Two dialogs that end in a choice: goods by name or initials, and sales on hold.
import { $, el, say, timeOf, yuan } from './base.js';
import { search } from './catalogue.js';
import { heldSales } from './outbox.js';

let choose;

function entry(text, amount, chosen, hint) {
  const made = el('button', '', el('span', '', text, ...hint ? [el('small', '', hint)] : []), el('b', '', amount));
  made.type = 'button';
  made.addEventListener('click', chosen);
  return el('li', '', made);
}

/** Opens the search; `chosen` gets the goods. */
export function askGoods(words, chosen) {
  choose = chosen;
  $('find-words').value = words;
  list();
  $('find-dialog').showModal();
  $('find-words').focus();
}

function list() {
  const found = search($('find-words').value);
  $('found').replaceChildren(...found.map(item => entry(`${item.name} ${item.unit}`, yuan(item.priceFen), () => { $('find-dialog').close(); choose(item); },
    `${item.code} · ${item.initials.toUpperCase()} · ${say(item.isOnSale ? 'InStock' : 'OffSaleShort', item.stock)}`)));
  $('find-none').textContent = found.length || !$('find-words').value.trim() ? '' : say('NotFound', $('find-words').value.trim());
}

/** Opens the list of sales on hold; `chosen` gets the one taken back. */
export async function askHeld(chosen) {
  const held = (await heldSales()).sort((a, b) => a.at - b.at);
  $('held').replaceChildren(...held.map(sale => entry(say('HeldAt', timeOf(sale.at), sale.lines.reduce((all, x) => all + x.quantity, 0)),
    yuan(sale.lines.reduce((all, x) => all + x.priceFen * x.quantity, 0)), () => { $('held-dialog').close(); chosen(sale); }, sale.lines.map(x => x.name).slice(0, 3).join(', '))));
  if (held.length === 0) return false;
  $('held-dialog').showModal();
  $('held').querySelector('button').focus();
  return true;
}

/** Arrow keys go through the entries of the open list; from the search field Enter takes the first. */
export function walk(event, dialog) {
  const entries = [...dialog.querySelectorAll('.till-found button')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Enter' && event.target.matches('input') && dialog.querySelector('.till-found')) { event.preventDefault(); entries[0]?.click(); return; }
  if (!step || entries.length === 0) return;
  event.preventDefault();
  const at = entries.indexOf(document.activeElement);
  entries[at < 0 ? (step > 0 ? 0 : entries.length - 1) : (at + step + entries.length) % entries.length].focus();
}

$('find-words').addEventListener('input', list);
