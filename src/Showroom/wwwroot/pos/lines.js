// Draws the sale: the table of lines and what is due.
import { $, el, say, yuan } from './base.js';
import { cart } from './cart.js';

function button(sign, label, act, at) {
  const made = el('button', 'till-small', sign);
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.dataset.line = act;
  made.dataset.at = at;
  return made;
}

const cell = (content, style) => el('td', style, content);

function row(line, at) {
  const made = el('tr', at === cart.current ? 'till-current' : '',
    cell(String(at + 1)), cell(line.name), cell(yuan(line.priceFen), 'r'), cell(String(line.quantity), 'r'), cell(yuan(line.priceFen * line.quantity), 'r'),
    cell(el('span', '', button('−', say('LessOf', line.name), 'less', at), button('+', say('MoreOf', line.name), 'more', at), button('×', say('RemoveOf', line.name), 'remove', at)), 'till-tools'));
  made.dataset.at = at;
  if (at === cart.current) made.setAttribute('aria-current', 'true');
  return made;
}

function empty() {
  const only = cell(say('Empty'), 'till-empty');
  only.colSpan = 6;
  return el('tr', '', only);
}

export function draw() {
  $('lines').replaceChildren(...cart.isEmpty ? [empty()] : cart.lines.map(row));
  $('lines').querySelector('.till-current')?.scrollIntoView({ block: 'nearest' });
  $('due').textContent = yuan(cart.totalFen);
  $('pieces').textContent = say('Pieces', cart.pieces);
}
