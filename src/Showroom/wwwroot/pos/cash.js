// The cash dialog: what is given, what goes back.
import { $, el, fenOf, plain, say, yuan } from './base.js';

let due = 0, take;

/** Opens the dialog; `taken` gets what was given, fen. */
export function askCash(dueFen, taken) {
  [due, take] = [dueFen, taken];
  $('cash-due').textContent = yuan(due);
  $('given').value = '';
  $('given').placeholder = plain(due);
  $('cash-problem').textContent = '';
  $('quick').replaceChildren(...handedOver().map((amount, at) => {
    const quick = el('button', 'btn', at === 0 ? say('Exact') : yuan(amount));
    quick.type = 'button';
    quick.addEventListener('click', () => { $('given').value = plain(amount); show(); $('given').focus(); });
    return quick;
  }));
  show();
  $('cash-dialog').showModal();
  $('given').focus();
}

/** What people hand over: the exact sum, or up to the next ten, fifty, hundred. */
const handedOver = () => [...new Set([due, ...[1000, 5000, 10000].map(note => Math.ceil(due / note) * note)])];

const given = () => $('given').value.trim() === '' ? due : fenOf($('given').value);

function show() {
  const fen = given();
  $('change').textContent = fen === null || fen < due ? '—' : yuan(fen - due);
}

$('given').addEventListener('input', show);
$('cash').addEventListener('submit', event => {
  event.preventDefault();
  const fen = given(), problem = fen === null ? say('BadAmount') : fen < due ? say('TooLittle', yuan(due - fen)) : '';
  $('cash-problem').textContent = problem;
  if (problem) { $('given').select(); return; }
  $('cash-dialog').close();
  take(fen);
});
