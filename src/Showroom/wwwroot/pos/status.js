// The bar on top: link, queue, clock; and what the cashier has to know until it has passed.
import { $, say, timeOf, yuan } from './base.js';
import { link, startHeart } from './link.js';
import { inOutbox, onOutbox, standing } from './outbox.js';
import { shift } from './shift.js';
import { notice } from './tell.js';
import { onUploaded, upload } from './upload.js';

const mostDrift = 120_000;

function showLink(up) {
  document.body.classList.toggle('till-off', !up);
  $('net-text').textContent = say(up ? 'Online' : 'Offline');
  showClock();
}

export async function showQueue() {
  const sales = await inOutbox(), now = standing(sales);
  $('waiting').textContent = say('Waiting', now.waiting);
  $('waiting').dataset.count = now.waiting;
  notice('limit', now.isFull ? say('OfflineFull') : now.isNear ? say('OfflineNear', now.waiting, yuan(now.fen), now.hours) : '', now.isFull ? 'error' : 'warn');
  notice('problems', now.problems ? say('Problems', now.problems) : '', 'error', { href: '/pos/outbox', text: say('OpenOutbox') });
  notice('sign-in', upload.needsSignIn && now.waiting ? say('SignIn') : '', 'error', { href: '/login?returnUrl=%2Fpos', text: say('SignInNow') });
}

function showShift() {
  const open = shift.current;
  $('shift').textContent = open ? say('OnShift', String(shift.terminal ?? '–').padStart(2, '0'), open.cashier, timeOf(new Date(open.openedAt)).slice(11)) : say('NoShift');
  notice('shift', open ? '' : say('ShiftNeeded'));
}

function showClock() {
  $('clock').textContent = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' }).format();
  notice('clock', Math.abs(link.drift) > mostDrift ? say('ClockOff', Math.round(Math.abs(link.drift) / 60_000)) : '');
}

export function startStatus() {
  link.onChange(showLink);
  onOutbox(showQueue);
  onUploaded(showQueue);
  shift.onChange(showShift);
  showShift();
  showQueue();
  showClock();
  setInterval(() => { showClock(); showQueue(); }, 10_000);
  startHeart();
}
