// Draws an address as a QR code (ISO/IEC 18004: bytes, error correction M, versions 1 to 10), so that a receipt has one without a link.
const blocks = [[10, 1, 16], [16, 1, 28], [26, 1, 44], [18, 2, 32], [24, 2, 43], [16, 4, 27], [18, 4, 31], [22, 2, 38, 2], [22, 3, 36, 2], [26, 4, 43, 1]]; // check bytes, blocks, bytes in each, blocks with one more
const centres = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
const masks = [(x, y) => (x + y) % 2, (x, y) => y % 2, x => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => x * y % 2 + x * y % 3, (x, y) => (x * y % 2 + x * y % 3) % 2, (x, y) => ((x + y) % 2 + x * y % 3) % 2];

/** Multiplication in GF(256) with the polynomial 0x11D. */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = product << 1 ^ (product >>> 7) * 0x11D;
    product ^= (b >>> bit & 1) * a;
  }
  return product;
}

function checkBytes(data, count) {
  const divisor = Array(count).fill(0), rest = Array(count).fill(0);
  divisor[count - 1] = 1;
  for (let root = 1, at = 0; at < count; at++, root = times(root, 2)) {
    for (let j = 0; j < count; j++) divisor[j] = times(divisor[j], root) ^ (j + 1 < count ? divisor[j + 1] : 0);
  }
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((part, j) => { rest[j] ^= times(part, factor); });
  }
  return rest;
}

const capacity = ([, count, size, longer = 0]) => count * size + longer * (size + 1);

/** The bytes of the text with head, padding and check bytes, in the order they are drawn. */
function codewords(bytes, version) {
  const [checks, count, size, longer = 0] = blocks[version - 1], room = capacity(blocks[version - 1]), bits = [];
  const add = (value, length) => { for (let bit = length - 1; bit >= 0; bit--) bits.push(value >>> bit & 1); };
  add(4, 4);
  add(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) add(byte, 8);
  add(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const data = [];
  for (let at = 0; at < bits.length; at += 8) data.push(parseInt(bits.slice(at, at + 8).join(''), 2));
  for (let pad = 0xEC; data.length < room; pad ^= 0xEC ^ 0x11) data.push(pad);
  const parts = [];
  for (let at = 0, block = 0; block < count + longer; block++) { const length = size + (block < count ? 0 : 1); parts.push(data.slice(at, at += length)); }
  const ends = parts.map(part => checkBytes(part, checks)), mixed = [];
  for (let at = 0; at <= size; at++) for (const part of parts) if (at < part.length) mixed.push(part[at]);
  for (let at = 0; at < checks; at++) for (const end of ends) mixed.push(end[at]);
  return mixed;
}

/** The modules as rows of 0 and 1, without the quiet zone. */
export function modules(text) {
  const bytes = new TextEncoder().encode(text), version = blocks.findIndex((block, at) => capacity(block) >= bytes.length + (at < 9 ? 2 : 3)) + 1;
  if (!version) throw new RangeError('Too long for a receipt.');
  const size = 17 + 4 * version, grid = Array.from({ length: size }, () => Array(size).fill(0)), fixed = grid.map(row => row.slice());
  const set = (x, y, dark) => { grid[y][x] = +dark; fixed[y][x] = 1; };
  for (let at = 0; at < size; at++) { set(6, at, at % 2 === 0); set(at, 6, at % 2 === 0); }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let y = -4; y <= 4; y++) for (let x = -4; x <= 4; x++) {
      const far = Math.max(Math.abs(x), Math.abs(y));
      if (cx + x >= 0 && cx + x < size && cy + y >= 0 && cy + y < size) set(cx + x, cy + y, far !== 2 && far !== 4);
    }
  }
  const places = centres[version - 1], last = places.length - 1;
  places.forEach((cx, i) => places.forEach((cy, j) => {
    if (i === 0 && j === 0 || i === 0 && j === last || i === last && j === 0) return;
    for (let y = -2; y <= 2; y++) for (let x = -2; x <= 2; x++) set(cx + x, cy + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
  }));
  drawFormat(set, size, 0);
  if (version >= 7) drawVersion(set, size, version);
  const words = codewords(bytes, version);
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) for (const x of [right, right - 1]) {
      const y = (right + 1 & 2) === 0 ? size - 1 - step : step;
      if (!fixed[y][x] && bit < words.length * 8) { grid[y][x] = words[bit >>> 3] >>> 7 - (bit & 7) & 1; bit++; }
    }
  }
  const drawn = masks.map((mask, number) => {
    const copy = grid.map((row, y) => row.map((dark, x) => fixed[y][x] ? dark : dark ^ +(mask(x, y) === 0)));
    drawFormat((x, y, dark) => { copy[y][x] = +dark; }, size, number);
    return copy;
  });
  return drawn.reduce((best, next) => penalty(next) < penalty(best) ? next : best);
}

function drawFormat(set, size, mask) {
  let rest = mask; // level M is 00
  for (let at = 0; at < 10; at++) rest = rest << 1 ^ (rest >>> 9) * 0x537;
  const bits = (mask << 10 | rest) ^ 0x5412, bit = at => bits >>> at & 1;
  for (let at = 0; at <= 5; at++) set(8, at, bit(at));
  set(8, 7, bit(6)); set(8, 8, bit(7)); set(7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
  set(8, size - 8, 1);
}

function drawVersion(set, size, version) {
  let rest = version;
  for (let at = 0; at < 12; at++) rest = rest << 1 ^ (rest >>> 11) * 0x1F25;
  const bits = version << 12 | rest;
  for (let at = 0; at < 18; at++) {
    const [a, b] = [size - 11 + at % 3, Math.floor(at / 3)];
    set(a, b, bits >>> at & 1);
    set(b, a, bits >>> at & 1);
  }
}

/** How hard a code is to read: long runs, squares, patterns like the corners, too much of one colour. */
function penalty(grid) {
  const size = grid.length, lines = [...grid, ...grid.map((_, x) => grid.map(row => row[x]))].map(line => line.join(''));
  let sum = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    sum += 40 * (line.match(/(?=10111010000|00001011101)/g) ?? []).length;
  }
  for (let y = 0; y < size - 1; y++) for (let x = 0; x < size - 1; x++) if (grid[y][x] === grid[y][x + 1] && grid[y][x] === grid[y + 1][x] && grid[y][x] === grid[y + 1][x + 1]) sum += 3;
  const dark = grid.flat().reduce((all, x) => all + x, 0) / size / size;
  return sum + 10 * Math.floor(Math.abs(dark * 20 - 10));
}

/** The code as an SVG element with its quiet zone. */
export function qr(text, label) {
  const rows = modules(text), size = rows.length + 8, name = 'http://www.w3.org/2000/svg', image = document.createElementNS(name, 'svg'), path = document.createElementNS(name, 'path');
  path.setAttribute('d', rows.flatMap((row, y) => row.map((dark, x) => dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')).join(''));
  image.setAttribute('viewBox', `0 0 ${size} ${size}`);
  image.setAttribute('role', 'img');
  image.setAttribute('aria-label', label);
  image.setAttribute('shape-rendering', 'crispEdges');
  image.append(path);
  return image;
}
