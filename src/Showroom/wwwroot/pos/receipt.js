// Prints a receipt on paper of 58 or 80 mm. Chromium ignores "size: 80mm auto", so the height is measured and written into an @page rule.
const widths = { 58: 48, 80: 72 }; // paper and printable width, mm
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const store = {
  get paper() { try { return localStorage.getItem('pos.paper') === '58' ? '58' : '80'; } catch { return '80'; } },
  set paper(value) { try { localStorage.setItem('pos.paper', value); } catch { /* the choice holds for this page only */ } },
};

export function paperSelect(select) {
  select.value = store.paper;
  select.addEventListener('change', () => { store.paper = select.value; });
}

/** Prints the receipt element; it is laid out at the printable width first, so that its height is right. */
export function print(receipt) {
  const paper = store.paper;
  receipt.dataset.paper = paper;
  const millimetres = Math.ceil(receipt.getBoundingClientRect().height * 25.4 / 96) + 6; // 6 mm for the cutter
  sheet.replaceSync(`@page{size:${paper}mm ${millimetres}mm;margin:0}@media print{.receipt{width:${widths[paper]}mm}}`);
  window.print();
}

const own = document.getElementById('print-now');
if (own) {
  const select = document.getElementById('paper'), receipt = document.getElementById('receipt');
  paperSelect(select);
  const show = () => { receipt.dataset.paper = select.value; };
  select.addEventListener('change', show);
  show();
  own.hidden = false;
  own.addEventListener('click', () => print(receipt));
}
