// What a scanner or a hand types into the scan box.

/** GS1 General Specifications 7.9: weights 3 and 1 in turn, from the right. */
export function checkDigit(digits) {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += digits[digits.length - 1 - at] * (at % 2 === 0 ? 3 : 1);
  return (10 - sum % 10) % 10;
}

export const isGtin = code => /^(\d{8}|\d{12,14})$/.test(code) && checkDigit(code.slice(0, -1)) === +code.at(-1);

/** What was meant: a multiplier for the next piece, a new quantity, or goods (a code or words) so many times. */
export function read(typed) {
  const next = /^(\d{1,4})\*$/.exec(typed), change = /^\*(\d{1,4})$/.exec(typed), times = /^(\d{1,4})\*(.+)$/.exec(typed);
  if (next) return { multiplier: +next[1] };
  if (change) return { quantity: +change[1] };
  const wanted = (times ? times[2] : typed).trim();
  return { times: times ? +times[1] : undefined, wanted, isCode: /^\d{4,}$/.test(wanted) || /^[A-Za-z]\d[\w-]*$/.test(wanted) };
}

/** The layouts of in-store codes by their first two digits, as the server reads them; the digits after the five of the article are grams or fen. */
export function readWeighed(code, layouts) {
  const layout = /^2\d{12}$/.test(code) ? layouts[code.slice(0, 2)] : undefined;
  return layout ? { plu: code.slice(2, 7), [layout === 'Price' ? 'fen' : 'grams']: +code.slice(7, 12) } : null;
}

/** What weighed goods cost: by weight from the price of a piece, rounded half up to a fen; or as the scale printed it. */
export function weighedFen(item, weighed) {
  if (weighed.fen !== undefined) return weighed.fen;
  return item.netWeightGrams > 0 ? Math.floor((2 * item.priceFen * weighed.grams + item.netWeightGrams) / (2 * item.netWeightGrams)) : null;
}
