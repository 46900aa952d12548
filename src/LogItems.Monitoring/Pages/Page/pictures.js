// Pictures on canvases; all of their data is in tables as well.
const laneHeight = 16;
const color = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const readPalette = () => {
  const [success, warning, error, other, running] = ['success', 'warning', 'error', 'other', 'running'].map(color);
  return { Success: success, Warning: warning, Error: error, Failed: error, Stop: other, Stopped: other, Unknown: other, Disconnected: error, Running: running, fore: color('fore'), faint: color('faint'), line: color('line'), band: color('head') };
};

const createPictures = ({ head, items }, format) => {
  const { session, start, duration, text, level } = items;
  // Names are beside the bars, not on them.
  const gutter = width => width > 700 ? 220 : 110;
  const prepare = canvas => {
    const ratio = devicePixelRatio || 1, { width, height } = canvas.getBoundingClientRect();
    canvas.width = width * ratio; canvas.height = height * ratio;
    const pen = canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0); pen.clearRect(0, 0, width, height); pen.font = '12px system-ui, sans-serif';
    return { pen, width, height };
  };
  const mark = (pen, name, x, y) => {
    if (name === 'Success') { pen.moveTo(x + 3, y); pen.arc(x, y, 3, 0, 7); }
    else if (name === 'Warning') { pen.moveTo(x, y - 4); pen.lineTo(x + 4, y + 3); pen.lineTo(x - 4, y + 3); }
    else if (name === 'Error' || name === 'Failed' || name === 'Disconnected') pen.rect(x - 3, y - 3, 6, 6);
    else if (name === 'Running') { pen.moveTo(x - 3, y - 4); pen.lineTo(x + 4, y); pen.lineTo(x - 3, y + 4); }
    else { pen.moveTo(x, y - 4); pen.lineTo(x + 4, y); pen.lineTo(x, y + 4); pen.lineTo(x - 4, y); }
  };
  const label = (pen, name, y, width) => {
    const room = gutter(width) - 8;
    let cut = name;
    if (pen.measureText(cut).width > room) {
      // The middle is omitted, because addresses differ at their ends.
      const short = n => `${name.slice(0, n >> 1)}…${name.slice(name.length - (n - (n >> 1)))}`;
      let low = 2, high = name.length - 1;
      while (low < high) { const middle = low + high + 1 >> 1; if (pen.measureText(short(middle)).width > room) high = middle - 1; else low = middle; }
      cut = short(low);
    }
    pen.fillText(cut, 2, y);
  };
  // Labels at round times, with the date if it differs.
  const axis = (pen, from, to, width, height, palette) => {
    const left = gutter(width), steps = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 345600, 604800, 1209600].map(s => s * 1000);
    const step = steps.find(s => (to - from) / s * (s < 86400000 ? 110 : 50) <= width - left) || 2592000000, zone = zoneOf(head, from), zero = (head.start + zone) % step;
    let day = '';
    for (let even = Math.ceil((from + zero) / step) * step - zero; even <= to; even += step) {
      // A day on which daylight saving time changes has 23 or 25 hours.
      const t = step > 3600000 ? even + zone - zoneOf(head, even) : even;
      const x = left + (t - from) / (to - from) * (width - left), stamp = format.clock(t), date = stamp.slice(5, 10), time = stamp.slice(11, step < 60000 ? 19 : 16);
      pen.fillStyle = palette.line; pen.fillRect(Math.round(x), 14, 1, height - 14);
      pen.fillStyle = palette.faint;
      const shown = step >= 86400000 ? date : day === date ? time : `${date} ${time}`;
      day = date;
      if (x + pen.measureText(shown).width <= width) pen.fillText(shown, x + 2, 11);
    }
  };

  const overview = (canvas, whole, zoom) => {
    const { pen, width, height } = prepare(canvas), palette = readPalette(), left = gutter(width), x = t => left + t / whole[1] * (width - left);
    const rows = Math.max(1, head.jobs.length), h = (height - 18) / rows;
    axis(pen, 0, whole[1], width, height, palette);
    for (const s of head.sessions) {
      const begin = x(s.start), end = x(s.end === null ? head.end : s.end), y = 18 + s.job * h, bar = Math.max(1, Math.min(h - 2, 12));
      pen.fillStyle = palette[s.status] || palette.Unknown;
      pen.globalAlpha = 0.6; pen.fillRect(begin, y + (h - bar) / 2, Math.max(2, end - begin), bar); pen.globalAlpha = 1;
      if (h >= 8) { pen.beginPath(); mark(pen, s.status, Math.min(width - 5, Math.max(left + 4, (begin + end) / 2)), y + h / 2); pen.fill(); }
    }
    pen.fillStyle = palette.fore;
    if (h >= 11) head.jobs.forEach((job, i) => label(pen, job || '(no job)', 18 + i * h + h / 2 + 4, width));
    if (zoom[0] !== whole[0] || zoom[1] !== whole[1]) {
      pen.strokeStyle = palette.fore; pen.lineWidth = 2; pen.strokeRect(x(zoom[0]), 15, Math.max(2, x(zoom[1]) - x(zoom[0])), height - 17);
    }
  };

  // Adjacent bars of a lane are merged, so that the cost depends on what is visible rather than on the number of items.
  const timeline = (canvas, result, [from, to], scrolled) => {
    const { pen, width, height } = prepare(canvas), palette = readPalette(), left = gutter(width), scale = (width - left) / Math.max(1, to - from);
    const top = Math.floor(scrolled / laneHeight), count = Math.min(result.lanes - top, Math.ceil((height - 18) / laneHeight)), { match, rank, laneOfText, last } = result;
    const begin = new Float64Array(Math.max(0, count) * 8).fill(-1), end = new Float64Array(begin.length), marked = new Float64Array(begin.length).fill(-100), bars = levels.map(() => []), marks = levels.map(() => []);
    axis(pen, from, to, width, height, palette);
    for (let i = 0; i < last; i++) {
      if (!match[i]) continue;
      const lane = rank[laneOfText[text[i]]] - top;
      if (lane < 0 || lane >= count) continue;
      const kind = level[i] & 7, place = lane * 8 + kind, a = Math.max(left, left + (start[i] - from) * scale), b = Math.min(width, Math.max(a + 1.5, left + (start[i] + duration[i] - from) * scale));
      if (begin[place] >= 0 && a <= end[place] + 0.5) { if (b > end[place]) end[place] = b; }
      else { if (begin[place] >= 0) bars[kind].push(lane, begin[place], end[place]); begin[place] = a; end[place] = b; }
      if (a >= marked[place] + 9) { marked[place] = a; marks[kind].push(lane, a); }
    }
    for (let place = 0; place < begin.length; place++) if (begin[place] >= 0) bars[place & 7].push(place >> 3, begin[place], end[place]);
    // More severe items are drawn on top.
    for (const kind of [2, 1, 0, 5, 3, 4]) {
      const y = lane => 18 + lane * laneHeight;
      pen.fillStyle = palette[levels[kind]]; pen.globalAlpha = 0.5;
      for (let k = 0; k < bars[kind].length; k += 3) pen.fillRect(bars[kind][k + 1], y(bars[kind][k]) + 2, bars[kind][k + 2] - bars[kind][k + 1], laneHeight - 4);
      pen.globalAlpha = 1; pen.beginPath();
      for (let k = 0; k < marks[kind].length; k += 2) mark(pen, levels[kind], Math.min(width - 4, marks[kind][k + 1] + 4), y(marks[kind][k]) + laneHeight / 2);
      pen.fill();
    }
    pen.fillStyle = palette.fore;
    head.lanes.forEach((name, lane) => { const place = rank[lane] - top; if (place >= 0 && place < count) label(pen, name, 18 + place * laneHeight + 12, width); });
  };
  // The item at a point of the timeline, or -1: the last of those that are in progress there, or of those that begin within a few pixels.
  const find = (canvas, result, [from, to], scrolled, x, y) => {
    const width = canvas.getBoundingClientRect().width, left = gutter(width), lane = Math.floor(scrolled / laneHeight) + Math.floor((y - 18) / laneHeight), pixel = (to - from) / (width - left);
    const time = from + (x - left) * pixel, { match, rank, laneOfText, last } = result;
    let found = -1;
    for (let i = 0; i < last && start[i] <= time + 4 * pixel; i++) {
      if (match[i] && rank[laneOfText[text[i]]] === lane && start[i] + Math.max(duration[i], 4 * pixel) >= time) found = i;
    }
    return x < left || y < 18 ? -1 : found;
  };
  return { overview, timeline, find, gutter };
};
