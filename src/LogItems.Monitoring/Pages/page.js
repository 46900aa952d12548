'use strict';
(async () => {
  const $ = id => document.getElementById(id);
  const levels = ['Unknown', 'Running', 'Success', 'Warning', 'Error', 'Stop'];
  const shapes = { Success: '●', Warning: '▲', Error: '■', Stop: '◆', Unknown: '◆', Running: '▶' };
  const running = 0xFFFFFFFF, pageSize = 500, laneHeight = 14;

  // Columns, gzip, Base64: everything comes from the page itself.
  const packed = Uint8Array.from(atob($('data').textContent), c => c.charCodeAt(0));
  const bytes = new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  $('data').remove();
  const view = new DataView(bytes.buffer), headLength = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
  const count = head.items;
  let at = 4 + headLength;
  // Differences in planes of bytes, which compress best.
  const column = () => {
    const values = new Uint32Array(count);
    let before = 0;
    for (let i = 0; i < count; i++) {
      before = before + (bytes[at + i] | bytes[at + count + i] << 8 | bytes[at + 2 * count + i] << 16 | bytes[at + 3 * count + i] << 24) >>> 0;
      values[i] = before;
    }
    at += 4 * count;
    return values;
  };
  const sessionOf = column(), startOf = column(), durationOf = column(), textOf = column();
  const levelOf = new Uint8Array(bytes.buffer, at, count);
  const laneOfText = head.laneOfText, laneOf = i => laneOfText[textOf[i]];
  const texts = head.texts, lowered = texts.map(text => text.toLowerCase());
  const lengthOf = i => durationOf[i] === running ? Math.max(0, head.end - startOf[i]) : durationOf[i];
  // A key and an index in one number sort without a function, which takes a fraction of the time.
  const sorted = key => {
    if (count > 2097152) return Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => key(a) - key(b) || a - b);
    const both = new Float64Array(count);
    for (let i = 0; i < count; i++) both[i] = key(i) * 2097152 + i;
    return Uint32Array.from(both.sort(), n => n % 2097152);
  };
  const bySpeed = sorted(i => running - lengthOf(i)), byTime = sorted(i => startOf[i]);

  const zone = head.offset * 60000;
  const clock = offset => new Date(head.start + offset + zone).toISOString().slice(0, 19).replace('T', ' ');
  const span = ms => { const s = Math.round(ms / 1000), pad = n => String(n).padStart(2, '0'); return `${Math.floor(s / 3600)}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`; };
  const size = n => { const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']; let u = 0; while (n >= 1024 && u < 5) { n /= 1024; u++; } return `${u ? n.toFixed(1) : n} ${units[u]}`; };
  const number = n => n.toLocaleString('en');

  const row = (body, cells) => {
    const tr = document.createElement('tr');
    for (const [text, className] of cells) { const td = document.createElement('td'); td.textContent = text; if (className) td.className = className; tr.append(td); }
    body.append(tr);
    return tr;
  };
  const option = (select, value, text) => { const o = document.createElement('option'); o.value = value; o.textContent = text; select.append(o); };

  // The state is in the fragment, so that a link leads to what its sender saw.
  const initial = { q: '', levels: levels.join(), job: '', session: '', min: '0', order: 'slow', from: '', to: '' };
  const state = { ...initial, ...Object.fromEntries(new URLSearchParams(location.hash.slice(1))) };
  const whole = [0, Math.max(1, head.end)];
  const zoom = () => state.from !== '' && state.to !== '' && +state.to > +state.from ? [+state.from, +state.to] : whole;

  $('span').textContent = `${head.title} · ${number(head.sessions.length)} sessions, ${number(count)} log items, ${number(head.groups.length)} groups of failures`;
  $('session-count').textContent = number(head.sessions.length);
  option($('job'), '', 'all'); head.jobs.forEach((job, i) => option($('job'), String(i), job));
  option($('session'), '', 'all'); head.sessions.forEach((s, i) => option($('session'), String(i), `${clock(s.start)} ${head.jobs[s.job]} (${s.status})`));
  for (const level of levels) {
    if (!levelOf.includes(levels.indexOf(level))) continue;
    const label = document.createElement('label'), box = document.createElement('input');
    box.type = 'checkbox'; box.value = level; label.append(box, ` ${shapes[level]} ${level}`); label.className = level; $('levels').append(label);
  }
  const boxes = [...$('levels').querySelectorAll('input')];
  for (const s of head.sessions) row($('sessions').tBodies[0], [[head.jobs[s.job]], [s.status, s.status], [clock(s.start)], [s.end === null ? 'running' : span(s.end - s.start), 'number'], [s.bytes === null ? '' : size(s.bytes), 'number'], [number(s.items), 'number']]);
  if (head.groups.length > pageSize) $('groups-note').textContent = `The first ${number(pageSize)} of ${number(head.groups.length)} groups.`;
  for (const g of head.groups.slice(0, pageSize)) row($('groups').tBodies[0], [[`${shapes[g.level]} ${g.level}`, g.level], [g.trend], [number(g.count), 'number'], [number(g.before), 'number'], [number(g.nights), 'number'], [g.object], [g.cause]]);

  let shown = new Uint32Array(0), visible = pageSize, laneCount = 0;
  const found = new Uint32Array(count), rank = new Int32Array(head.lanes.length), jobOf = head.sessions.map(s => s.job);
  const words = () => (state.q.toLowerCase().match(/-?"[^"]*"|\S+/g) || []).map(word => {
    const without = word.length > 1 && word[0] === '-';
    return { without, text: (without ? word.slice(1) : word).replaceAll('"', '') };
  }).filter(word => word.text);

  const filter = () => {
    const all = words(), good = new Uint8Array(texts.length);
    for (let t = 0; t < texts.length; t++) good[t] = all.every(word => lowered[t].includes(word.text) !== word.without) ? 1 : 0;
    const on = levels.map(level => state.levels.split(',').includes(level)), min = state.min * 1000, [from, to] = zoom();
    const job = state.job === '' ? -1 : +state.job, session = state.session === '' ? -1 : +state.session, order = state.order === 'time' ? byTime : bySpeed, first = new Float64Array(head.lanes.length).fill(Infinity);
    let n = 0;
    for (let k = 0; k < count; k++) {
      const i = order[k], text = textOf[i];
      if (good[text] === 0 || !on[levelOf[i]] || (session >= 0 && sessionOf[i] !== session) || (job >= 0 && jobOf[sessionOf[i]] !== job)) continue;
      const begin = startOf[i], length = lengthOf(i);
      if (length < min || begin > to || begin + length < from) continue;
      found[n++] = i;
      if (begin < first[laneOfText[text]]) first[laneOfText[text]] = begin;
    }
    shown = found.subarray(0, n); visible = pageSize;
    // A lane for each object, in the order of their first items.
    const used = [];
    first.forEach((begin, lane) => { if (begin !== Infinity) used.push(lane); });
    used.sort((a, b) => first[a] - first[b] || a - b).forEach((lane, place) => { rank[lane] = place; });
    laneCount = used.length;
  };

  const table = () => {
    const body = $('items').tBodies[0];
    body.replaceChildren();
    for (const i of shown.slice(0, visible)) {
      const level = levels[levelOf[i]];
      row(body, [[`${shapes[level]} ${level}`, level], [clock(startOf[i])], [durationOf[i] === running ? 'running' : span(durationOf[i]), 'number'], [head.jobs[head.sessions[sessionOf[i]].job]], [texts[textOf[i]]]]);
    }
    $('more').hidden = shown.length <= visible;
    $('result').textContent = `${number(shown.length)} of ${number(count)} log items${shown.length > visible ? `, the first ${number(visible)} in the table` : ''}.`;
  };

  const color = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const colors = () => ({ Success: color('success'), Warning: color('warning'), Error: color('error'), Failed: color('error'), Stop: color('other'), Stopped: color('other'), Unknown: color('other'), Running: color('running'), fore: color('fore'), line: color('line') });
  const prepare = canvas => {
    const ratio = devicePixelRatio || 1, { width, height } = canvas.getBoundingClientRect();
    canvas.width = width * ratio; canvas.height = height * ratio;
    const pen = canvas.getContext('2d'); pen.setTransform(ratio, 0, 0, ratio, 0, 0); pen.clearRect(0, 0, width, height); pen.font = '11px system-ui, sans-serif';
    return { pen, width, height };
  };
  const mark = (pen, level, x, y) => {
    pen.beginPath();
    if (level === 'Success') pen.arc(x, y, 3, 0, 7);
    else if (level === 'Warning') { pen.moveTo(x, y - 4); pen.lineTo(x + 4, y + 3); pen.lineTo(x - 4, y + 3); }
    else if (level === 'Error' || level === 'Failed') pen.rect(x - 3, y - 3, 6, 6);
    else if (level === 'Running') { pen.moveTo(x - 3, y - 4); pen.lineTo(x + 4, y); pen.lineTo(x - 3, y + 4); }
    else { pen.moveTo(x, y - 4); pen.lineTo(x + 4, y); pen.lineTo(x, y + 4); pen.lineTo(x - 4, y); }
    pen.fill();
  };
  // Names are beside the bars, not on them.
  const gutter = width => width > 700 ? 220 : 110;
  const label = (pen, text, y, width) => {
    const room = gutter(width) - 6;
    let cut = text;
    while (cut.length > 1 && pen.measureText(cut).width > room) cut = `${cut.slice(0, Math.max(1, Math.floor(cut.length * 0.9) - 1))}…`;
    pen.fillText(cut, 2, y);
  };
  const axis = (pen, from, to, width, y, palette) => {
    pen.fillStyle = palette.fore;
    const left = gutter(width), steps = Math.max(1, Math.floor((width - left) / 130));
    for (let s = 0; s < steps; s++) pen.fillText(clock(from + (to - from) * s / steps), left + (width - left) * s / steps + 2, y);
  };

  const drawOverview = () => {
    const { pen, width, height } = prepare($('overview')), palette = colors(), left = gutter(width), x = t => left + t / whole[1] * (width - left), rows = Math.max(1, head.jobs.length), h = (height - 20) / rows;
    for (const s of head.sessions) {
      pen.fillStyle = palette[s.status] || palette.Unknown;
      const begin = x(s.start), y = 16 + s.job * h;
      pen.fillRect(begin, y + 1, Math.max(2, x(s.end === null ? head.end : s.end) - begin), Math.max(1, Math.min(h - 2, 10)));
      if (h >= 8) mark(pen, s.status, Math.min(width - 5, begin + 1), y + Math.min(h, 12) / 2);
    }
    pen.fillStyle = palette.fore;
    if (h >= 10) head.jobs.forEach((job, i) => label(pen, job, 16 + i * h + 10, width));
    axis(pen, 0, whole[1], width, 11, palette);
    const [from, to] = zoom();
    if (from !== whole[0] || to !== whole[1]) { pen.strokeStyle = palette.fore; pen.lineWidth = 2; pen.strokeRect(x(from), 13, Math.max(2, x(to) - x(from)), height - 15); }
  };

  const drawTimeline = () => {
    $('height').style.height = `${Math.max(240, laneCount * laneHeight + 20)}px`;
    const { pen, width, height } = prepare($('timeline')), palette = colors();
    let [from, to] = zoom();
    if (state.session !== '') { const s = head.sessions[+state.session]; from = Math.max(from, s.start); to = Math.min(to, s.end === null ? head.end : s.end); }
    if (to <= from) to = from + 1;
    const top = Math.floor($('lanes').scrollTop / laneHeight), bottom = top + Math.ceil(height / laneHeight), gut = gutter(width), x = t => gut + (t - from) / (to - from) * (width - gut), names = new Map();
    // Of the bars that begin at the same pixel, one of each level is drawn: the first, which is the longest where they are sorted so.
    const columns = Math.ceil(width) + 1, drawn = new Uint8Array((bottom - top + 1) * columns), bit = levels.map((_, n) => 1 << n);
    for (let k = 0; k < shown.length; k++) {
      const i = shown[k], lane = rank[laneOf(i)];
      if (lane < top || lane > bottom) continue;
      const place = (lane - top) * columns + Math.min(columns - 1, Math.max(0, Math.round(x(startOf[i]))));
      if (drawn[place] & bit[levelOf[i]]) continue;
      drawn[place] |= bit[levelOf[i]];
      const level = levels[levelOf[i]], left = Math.max(gut, x(startOf[i])), w = Math.max(1.5, Math.min(width, x(startOf[i] + lengthOf(i))) - left), y = 18 + (lane - top) * laneHeight;
      names.set(lane, head.lanes[laneOf(i)]);
      pen.fillStyle = palette[level]; pen.globalAlpha = 0.55; pen.fillRect(left, y + 1, w, laneHeight - 4); pen.globalAlpha = 1;
      mark(pen, level, Math.min(width - 4, left + 4), y + laneHeight / 2 - 1);
    }
    pen.fillStyle = palette.fore;
    for (const [lane, name] of names) label(pen, name, 18 + (lane - top) * laneHeight + 10, width);
    axis(pen, from, to, width, 11, palette);
  };

  const controls = () => {
    $('search').value = state.q; $('job').value = state.job; $('session').value = state.session; $('duration').value = state.min; $('order').value = state.order;
    for (const box of boxes) box.checked = state.levels.split(',').includes(box.value);
  };
  const update = () => {
    const changed = Object.entries(state).filter(([key, value]) => key in initial && value !== initial[key]);
    history.replaceState(null, '', changed.length ? `#${new URLSearchParams(changed)}` : location.href.split('#')[0]);
    filter(); table(); drawOverview(); drawTimeline();
  };
  const set = change => { Object.assign(state, change); controls(); update(); };

  $('filter').addEventListener('input', () => {
    state.q = $('search').value; state.job = $('job').value; state.session = $('session').value; state.min = $('duration').value || '0'; state.order = $('order').value;
    const off = boxes.filter(box => !box.checked).map(box => box.value);
    state.levels = levels.filter(level => !off.includes(level)).join();
    update();
  });
  $('filter').addEventListener('submit', event => event.preventDefault());
  $('filter').addEventListener('reset', event => { event.preventDefault(); set({ ...initial }); });
  $('more').addEventListener('click', () => { visible += pageSize; table(); });
  $('lanes').addEventListener('scroll', () => requestAnimationFrame(drawTimeline));
  addEventListener('resize', () => { drawOverview(); drawTimeline(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { drawOverview(); drawTimeline(); });
  addEventListener('hashchange', () => set({ ...initial, ...Object.fromEntries(new URLSearchParams(location.hash.slice(1))) }));
  addEventListener('keydown', event => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); $('search').focus(); }
  });
  const setZoom = (from, to) => {
    const length = Math.min(whole[1], Math.max(1000, to - from)), start = Math.min(Math.max(0, from), whole[1] - length);
    set(start <= 0 && length >= whole[1] ? { from: '', to: '' } : { from: String(Math.round(start)), to: String(Math.round(start + length)) });
  };
  $('overview').addEventListener('keydown', event => {
    const [from, to] = zoom(), length = to - from, step = length / 4;
    const [a, b] = { ArrowLeft: [from - step, to - step], ArrowRight: [from + step, to + step], '+': [from + step, to - step], '-': [from - length / 2, to + length / 2], 0: whole }[event.key] || [];
    if (b !== undefined) { event.preventDefault(); setZoom(a, b); }
  });
  let dragged = null;
  const timeAt = event => { const box = $('overview').getBoundingClientRect(); const left = gutter(box.width); return Math.min(1, Math.max(0, (event.clientX - box.left - left) / (box.width - left))) * whole[1]; };
  $('overview').addEventListener('pointerdown', event => { dragged = timeAt(event); $('overview').setPointerCapture(event.pointerId); });
  $('overview').addEventListener('pointerup', event => {
    if (dragged === null) return;
    const end = timeAt(event), [a, b] = [Math.min(dragged, end), Math.max(dragged, end)];
    dragged = null;
    if (b - a > whole[1] / 200) setZoom(a, b); else set({ from: '', to: '' });
  });

  controls();
  update();
  document.documentElement.dataset.ready = 'true';
})();
