// The dialog that opens a shift: the change money in the drawer is counted first.
import { $, fenOf, say } from './base.js';
import { link } from './link.js';
import { mayOpen, openShift } from './shift.js';
import { complain } from './tell.js';

const mostFen = 10_000_000;
let then;

/** Asks for the float; `opened` runs once there is a shift. */
export function askShift(opened) {
  if (!mayOpen(link.isUp)) { complain(say('NoLeave')); return; }
  then = opened;
  $('float').value = '';
  $('shift-problem').textContent = '';
  $('shift-dialog').showModal();
  $('float').focus();
}

$('open-shift').addEventListener('submit', async event => {
  event.preventDefault();
  const fen = fenOf($('float').value);
  if (fen === null || fen > mostFen) { $('shift-problem').textContent = say('BadFloat'); $('float').select(); return; }
  await openShift(fen);
  $('shift-dialog').close();
  then();
});
