// Draws the sale: the table of lines and what is due.
import { $, el, say, yuan } from './base.js';
import { bill } from './bill.js';
import { cart } from './cart.js';
import { masked } from './slip.js';

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

/** What was added to the sale beside goods, each with a button that takes it off again. */
function besides() {
  const entries = bill.tenders.map((x, at) => [`${say(`Tender.${x.kind}`)} ${x.reference} −${yuan(x.amountFen)}`, () => bill.takeBack(at)]);
  if (bill.discountFen) entries.unshift([`${say('Discount')} −${yuan(bill.discountFen)}`, () => bill.set({ discountFen: 0, approvalId: undefined })]);
  if (bill.memberPhone) entries.push([`${say('Member')} ${masked(bill.memberPhone)}`, () => bill.set({ memberPhone: undefined })]);
  if (bill.subCentre) entries.push([`${say('SubCentre')} ${bill.subCentre.name}`, () => bill.set({ subCentre: undefined })]);
  return entries.map(([text, takeOff]) => {
    const off = el('button', 'till-small', '×');
    off.type = 'button';
    off.setAttribute('aria-label', say('RemoveOf', text));
    off.addEventListener('click', takeOff);
    return el('li', '', text, off);
  });
}

export function draw() {
  $('lines').replaceChildren(...cart.isEmpty ? [empty()] : cart.lines.map(row));
  $('lines').querySelector('.till-current')?.scrollIntoView({ block: 'nearest' });
  $('due').textContent = yuan(bill.restFen);
  $('besides').replaceChildren(...besides());
  $('pieces').textContent = say('Pieces', cart.pieces);
}
