// The receipt of a sale as this device knows it: made here, so that it prints without a link.
import { el, plain, say, settings, timeOf, yuan } from './base.js';
import { qr } from './qr.js';
import { print } from './receipt.js';

export const masked = phone => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** What the receipt will say, kept with the sale. */
export const slipOf = (lines, { totalFen, discountFen, tenders, changeFen, showroom, memberPhone, link }) => ({
  showroom, link, cashier: settings.cashier, totalFen, discountFen, changeFen, tenders, member: memberPhone && masked(memberPhone), pieces: lines.reduce((all, line) => all + line.quantity, 0),
  lines: lines.map(({ name, priceFen, quantity }) => ({ name, priceFen, quantity })), growers: [...new Set(lines.map(line => line.grower))],
});

const pair = (what, amount, style) => el('div', style, el('dt', '', what), el('dd', '', amount));

function rows(line) {
  const name = el('td', '', line.name);
  name.colSpan = 4;
  return el('tbody', '', el('tr', '', name), el('tr', '', el('td'), el('td', 'r', plain(line.priceFen)), el('td', 'r', String(line.quantity)), el('td', 'r', plain(line.priceFen * line.quantity))));
}

/** Builds the receipt element; a copy carries how often it was printed again. */
export function build(slip, number, copies) {
  const head = el('tr', '', ...['Goods', 'Price', 'Quantity', 'Amount'].map((key, at) => { const cell = el('th', at ? 'r' : '', say(key)); cell.scope = 'col'; return cell; }));
  const marks = [slip.offline && say('OfflineMark'), copies && say('CopyMark', copies)].filter(Boolean).join(' · ');
  return el('article', 'receipt', el('h1', '', slip.showroom), el('p', 'receipt-title', say('ReceiptTitle'), marks ? ` [${marks}]` : ''), el('hr'),
    el('p', '', number ? say('SaleNumber', number) : say('LocalNumber', slip.localNumber)), el('p', '', say('SoldAt', timeOf(slip.at, true)), ' ', say('By', slip.cashier)), el('hr'),
    el('table', '', el('thead', '', head), ...slip.lines.map(rows)), el('hr'),
    el('dl', '', pair(say('SumPieces', slip.pieces), plain(slip.totalFen + (slip.discountFen ?? 0))), ...slip.discountFen ? [pair(say('Discount'), plain(-slip.discountFen))] : [], pair(say('Due'), yuan(slip.totalFen), 'receipt-due'),
      ...slip.tenders.map(x => pair(say(`Tender.${x.kind}`), plain(x.amountFen))), pair(say('Change'), plain(slip.changeFen)), ...slip.member ? [pair(say('Member'), slip.member)] : []), el('hr'),
    el('p', 'receipt-note', say('Aid')), ...slip.growers.map(grower => el('p', 'receipt-note', grower)), el('p', 'receipt-note', say('Returns')), ...slip.link ? [el('p', 'receipt-note', say('ScanForCopy')), el('div', 'receipt-qr', qr(slip.link, say('ScanForCopy')))] : []);
}

export function printSlip(slip, number, copies) {
  const receipt = build(slip, number, copies);
  document.getElementById('print').replaceChildren(receipt);
  print(receipt);
}
