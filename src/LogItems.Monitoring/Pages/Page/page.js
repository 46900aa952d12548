// The state of the page, and its controls.
(async () => {
  const data = await readData(), { head, items } = data, format = formats(head), { clock, span, size, number } = format;
  const { filter, take } = createItems(data), pictures = createPictures(data, format), nights = readNights(head), drawTrend = createTrend(head, nights);
  const pageSize = 100, whole = [0, Math.max(1, head.end)];

  // The state is in the fragment, so that a link shows the same view as its sender saw.
  const initial = { q: '', levels: levels.join(), job: '', session: '', min: '0', order: 'duration-desc', from: '', to: '' };
  const read = () => ({ ...initial, ...Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([key]) => key in initial)) });
  const state = read(), zoom = () => state.from !== '' && state.to !== '' && +state.to > +state.from ? [+state.from, +state.to] : whole;

  const option = (select, value, text) => { const o = document.createElement('option'); o.value = value; o.textContent = text; select.append(o); };
  $('span').textContent = `${head.title} · ${number(head.sessions.length)} sessions, ${number(items.count)} log items, ${number(head.groups.length)} groups of failures`;
  for (const notice of head.notices) { const li = document.createElement('li'); li.textContent = notice; $('notices').append(li); }
  $('notices').hidden = !head.notices.length;
  option($('job'), '', 'all'); head.jobs.forEach((job, i) => option($('job'), String(i), job));
  option($('session'), '', 'all'); head.sessions.forEach((s, i) => option($('session'), String(i), `${clock(s.start)} ${head.jobs[s.job]} (${s.status})`));
  const counts = new Uint32Array(16);
  for (let i = 0; i < items.count; i++) counts[items.level[i]]++;
  levels.forEach((level, n) => {
    if (counts[n] + counts[n + 8] === 0) return;
    const label = document.createElement('label'), box = document.createElement('input');
    box.type = 'checkbox'; box.value = level; label.append(box, ` ${shapes[level]} ${level} ${number(counts[n] + counts[n + 8])}`); label.className = level; $('levels').append(label);
  });
  const boxes = [...$('levels').querySelectorAll('input')];

  // Tables in closed details are created when they are opened or printed.
  const closed = new Map(), open = id => { const create = closed.get(id); closed.delete(id); create?.(); };
  const whenOpen = (id, create) => { closed.set(id, create); $(id).addEventListener('toggle', () => open(id)); };
  whenOpen('sessions-details', () => createTable('sessions', head.sessions, [
    ['job', s => head.jobs[s.job], s => head.jobs[s.job]], ['status', s => s.status, s => `${shapes[s.status] || '◆'} ${s.status}`, s => s.status], ['started', s => s.start, s => clock(s.start)],
    ['duration', s => s.end === null ? null : s.end - s.start, s => s.end === null ? 'running' : span(s.end - s.start), 'number'],
    ['bytes', s => s.bytes, s => s.bytes === null ? '' : size(s.bytes), 'number'], ['items', s => s.items, s => number(s.items), 'number'],
  ], { order: 'started' }));
  whenOpen('nights-details', () => createTable('nights', nights, [
    ['night', n => n.at, n => nightName(n.at)], ['sessions', n => n.sessions, n => number(n.sessions), 'number'], ['failed', n => n.failed, n => number(n.failed), 'number'],
    ['duration', n => n.duration, n => span(n.duration), 'number'], ['bytes', n => n.bytes, n => n.bytes === null ? '' : size(n.bytes), 'number'], ['items', n => n.items, n => number(n.items), 'number'],
  ], { order: 'night' }));
  createTable('groups', head.groups, [
    ['level', g => severity[levels.indexOf(g.level)], g => `${shapes[g.level]} ${g.level}`, g => g.level], ['trend', g => g.trend, g => g.trend], ['count', g => g.count, g => number(g.count), 'number'],
    ['before', g => g.before, g => number(g.before), 'number'], ['nights', g => g.nights, g => number(g.nights), 'number'], ['object', g => g.object, g => g.object], ['cause', g => g.cause, g => g.cause],
  ]);
  for (const [id, n] of [['sessions', head.sessions.length], ['nights', nights.length]]) $(`${id}-count`).textContent = number(n);

  let result = null, visible = pageSize;
  const table = () => {
    const rows = document.createDocumentFragment(), taken = take(state.order, visible);
    for (const i of taken) {
      const tr = newRow(), level = levels[items.level[i] & 7];
      cell(tr, `${shapes[level]} ${level}`, level); cell(tr, clock(items.start[i])); cell(tr, items.level[i] & 8 ? 'running' : span(items.duration[i]), 'number');
      cell(tr, head.jobs[head.sessions[items.session[i]].job]); cell(tr, head.texts[items.text[i]]);
      rows.append(tr);
    }
    $('items').tBodies[0].replaceChildren(rows);
    $('items-more').hidden = result.total <= taken.length;
    $('result').textContent = `${number(result.total)} of ${number(items.count)} log items${result.total > taken.length ? `, the first ${number(taken.length)} in the table` : ''}.`;
  };

  const spanOfTimeline = () => {
    let [from, to] = zoom();
    const chosen = state.session === '' ? null : head.sessions[+state.session];
    if (chosen) { from = Math.max(from, chosen.start); to = Math.min(to, chosen.end === null ? head.end : chosen.end); }
    return [from, Math.max(to, from + 1)];
  };
  const drawTimeline = () => {
    $('height').style.height = `${Math.max(240, result.lanes * laneHeight + 20)}px`;
    pictures.timeline($('timeline'), result, spanOfTimeline(), $('lanes').scrollTop);
  };
  const keepAddress = () => {
    const changed = Object.entries(state).filter(([key, value]) => value !== initial[key]), address = changed.length ? `#${new URLSearchParams(changed)}` : location.href.split('#')[0];
    if (address !== (location.hash || location.href)) history.replaceState(null, '', address);
  };
  const draw = () => { pictures.overview($('overview'), whole, zoom()); drawTimeline(); keepAddress(); };
  // Pictures and the address are updated in the next frame, so that typing is not delayed.
  let waiting = false;
  const drawSoon = work => { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; work(); }); } };

  const markOrder = sortable($('items'), order => set({ order }));
  const controls = () => {
    $('search').value = state.q; $('job').value = state.job; $('session').value = state.session; $('duration').value = state.min;
    for (const box of boxes) box.checked = state.levels.split(',').includes(box.value);
  };
  const update = () => {
    visible = pageSize;
    result = filter(state, zoom());
    markOrder(state.order); table();
  };
  const set = change => { Object.assign(state, change); controls(); update(); drawSoon(draw); };

  $('filter').addEventListener('input', () => {
    state.q = $('search').value; state.job = $('job').value; state.session = $('session').value; state.min = $('duration').value || '0';
    const off = boxes.filter(box => !box.checked).map(box => box.value);
    state.levels = levels.filter(level => !off.includes(level)).join();
    update(); drawSoon(draw);
  });
  $('filter').addEventListener('submit', event => event.preventDefault());
  $('filter').addEventListener('reset', event => { event.preventDefault(); set({ ...initial }); });
  $('items-more').addEventListener('click', () => { visible += 5 * pageSize; table(); });
  $('lanes').addEventListener('scroll', () => drawSoon(drawTimeline));
  $('timeline').addEventListener('pointermove', event => {
    const i = pictures.find($('timeline'), result, spanOfTimeline(), $('lanes').scrollTop, event.offsetX, event.offsetY);
    $('timeline').title = i < 0 ? '' : `${levels[items.level[i] & 7]}, ${clock(items.start[i])}, ${items.level[i] & 8 ? 'running' : span(items.duration[i])}\n${head.texts[items.text[i]]}`;
  });
  let width = innerWidth;
  addEventListener('resize', () => drawSoon(() => { draw(); if (innerWidth !== width) { width = innerWidth; drawTrend(); } }));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { draw(); drawTrend(); });
  addEventListener('hashchange', () => set(read()));
  addEventListener('beforeprint', () => { for (const details of document.querySelectorAll('details')) { open(details.id); details.open = true; } });
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
  const timeAt = event => { const box = $('overview').getBoundingClientRect(), left = pictures.gutter(box.width); return Math.min(1, Math.max(0, (event.clientX - box.left - left) / (box.width - left))) * whole[1]; };
  $('overview').addEventListener('pointerdown', event => { dragged = timeAt(event); $('overview').setPointerCapture(event.pointerId); });
  $('overview').addEventListener('pointerup', event => {
    if (dragged === null) return;
    const end = timeAt(event), [a, b] = [Math.min(dragged, end), Math.max(dragged, end)];
    dragged = null;
    if (b - a > whole[1] / 200) setZoom(a, b); else set({ from: '', to: '' });
  });

  controls(); update(); draw(); drawTrend();
  performance.mark('ready');
  document.documentElement.dataset.ready = 'true';
})();
