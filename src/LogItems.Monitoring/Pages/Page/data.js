// The data of the page: columns of the items, compressed, in the page itself.
const $ = id => document.getElementById(id);
const levels = ['Unknown', 'Running', 'Success', 'Warning', 'Error', 'Stop'];
const shapes = { Success: '●', Warning: '▲', Error: '■', Stop: '◆', Unknown: '◆', Running: '▶', Failed: '■', Disconnected: '■', Stopped: '◆' };
// The severity of each level, as in every order by severity.
const severity = [4, 1, 0, 2, 5, 3];

// For browsers without Uint8Array.fromBase64; atob creates a string first, which takes several times as long.
const decodeBase64 = text => {
  const values = new Uint8Array(128);
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((c, i) => { values[c.charCodeAt(0)] = i; });
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0, bytes = new Uint8Array(text.length / 4 * 3);
  for (let i = 0, o = 0; i < text.length; i += 4) {
    const four = values[text.charCodeAt(i)] << 18 | values[text.charCodeAt(i + 1)] << 12 | values[text.charCodeAt(i + 2)] << 6 | values[text.charCodeAt(i + 3)];
    bytes[o++] = four >> 16; bytes[o++] = four >> 8; bytes[o++] = four;
  }
  return bytes.subarray(0, bytes.length - padding);
};

const inflate = async packed => new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());

// Items are ordered by start, so that a span of time is a range of items.
const readData = async () => {
  const text = $('data').textContent, bytes = await inflate(Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : decodeBase64(text));
  $('data').remove();
  const headLength = new DataView(bytes.buffer).getUint32(0, true), head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
  const count = head.items;
  let at = 4 + headLength;
  // Differences, as planes of bytes, which compress best.
  const column = () => {
    const values = new Uint32Array(count), one = bytes.subarray(at, at + count), two = bytes.subarray(at + count, at + 2 * count);
    const three = bytes.subarray(at + 2 * count, at + 3 * count), four = bytes.subarray(at + 3 * count, at + 4 * count);
    let before = 0;
    for (let i = 0; i < count; i++) values[i] = before = before + (one[i] | two[i] << 8 | three[i] << 16 | four[i] << 24) | 0;
    at += 4 * count;
    return values;
  };
  const items = { count, session: column(), start: column(), duration: column(), text: column(), level: bytes.slice(at, at + count) };
  for (let i = 0; i < count; i++) {
    if (items.duration[i] === 0xFFFFFFFF) { items.duration[i] = Math.max(0, head.end - items.start[i]); items.level[i] |= 8; }
  }
  return { head, items };
};

// Milliseconds ahead of UTC at a time of the page: they change with daylight saving time.
const zoneOf = (head, time) => head.shifts.reduce((minutes, [at, changed]) => time >= at ? changed : minutes, head.offset) * 60000;

const formats = head => {
  const pad = n => String(n).padStart(2, '0');
  return {
    clock: offset => new Date(head.start + offset + zoneOf(head, offset)).toISOString().slice(0, 19).replace('T', ' '),
    span: ms => { const s = Math.round(ms / 1000); return `${Math.floor(s / 3600)}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`; },
    size: n => { const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']; let u = 0; while (n >= 1024 && u < 5) { n /= 1024; u++; } return `${u ? n.toFixed(1) : n} ${units[u]}`; },
    number: n => n.toLocaleString('en'),
  };
};
