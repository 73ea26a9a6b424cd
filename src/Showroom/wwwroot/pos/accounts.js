// Who may take goods on account, and up to how much: kept here, so that it works without a link.
import { call } from './link.js';
import { lastSeen } from './outbox.js';
import { keep, note } from './store.js';

let known = [];
export const accounts = () => known;

export async function loadAccounts() { known = await note('accounts') ?? []; }

export async function refreshAccounts() {
  const answer = await call('/api/showroom/account-buyers');
  if (!answer.ok) return;
  known = await answer.json();
  await keep('accounts', known);
}

/** What a buyer owes by the last word of the server and by the sales that wait here. */
export function owed(buyer) {
  const waiting = lastSeen().filter(x => x.body.accountCode === buyer.code).flatMap(x => x.body.tenders).filter(x => x.kind === 'OnAccount');
  return buyer.owedFen + waiting.reduce((all, x) => all + x.amountFen, 0);
}
