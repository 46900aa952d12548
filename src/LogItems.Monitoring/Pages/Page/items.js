// Filters and sorts items with passes over columns, so that a million of them take milliseconds.
const createItems = ({ head, items }) => {
  const { count, session, start, duration, text, level } = items, texts = head.texts;
  const laneOfText = Uint32Array.from(head.laneOfText), jobOf = head.sessions.map(s => s.job);
  const match = new Uint8Array(count), rank = new Int32Array(head.lanes.length);

  // All texts are joined, because searching many short ones takes longer.
  const lowered = texts.map(t => t.toLowerCase()), ends = new Uint32Array(texts.length);
  lowered.reduce((at, t, i) => ends[i] = at + t.length + 1, 0);
  const all = lowered.join('\n');
  lowered.length = 0;
  const mark = (word, found) => {
    for (let t = 0, at = all.indexOf(word); at >= 0; at = all.indexOf(word, ends[t])) {
      while (ends[t] <= at) t++;
      found[t] = 1;
    }
  };
  const words = query => (query.toLowerCase().match(/-?"[^"]*"|\S+/g) || []).map(word => {
    const without = word.length > 1 && word[0] === '-';
    return { without, word: (without ? word.slice(1) : word).replaceAll('"', '') };
  }).filter(({ word }) => word);
  let lastQuery = null, lastGood = null;
  const goodTexts = query => {
    if (query === lastQuery) return lastGood;
    const good = new Uint8Array(texts.length).fill(1), found = new Uint8Array(texts.length);
    for (const { without, word } of words(query)) {
      found.fill(0);
      mark(word, found);
      for (let t = 0; t < good.length; t++) good[t] &= found[t] ^ without;
    }
    lastQuery = query; lastGood = good;
    return good;
  };

  // The session and the level as one number, of two bytes if possible, because the cost of a pass depends on the bytes read.
  const kind = head.sessions.length < 8192 ? new Uint16Array(count) : new Uint32Array(count);
  for (let i = 0; i < count; i++) kind[i] = session[i] << 3 | level[i] & 7;

  // The first item that starts after a time.
  const after = time => {
    let low = 0, high = count;
    while (low < high) { const middle = low + high >> 1; if (start[middle] > time) high = middle; else low = middle + 1; }
    return low;
  };

  const result = { total: 0, lanes: 0, last: 0, match, rank, laneOfText };
  const filter = (state, [from, to]) => {
    const good = goodTexts(state.q), shown = state.levels.split(','), on = new Uint8Array(head.sessions.length * 8);
    head.sessions.forEach((_, s) => {
      if ((state.session === '' || +state.session === s) && (state.job === '' || +state.job === jobOf[s])) levels.forEach((name, n) => { on[s << 3 | n] = shown.includes(name) ? 1 : 0; });
    });
    const min = Math.max(0, state.min * 1000), last = after(to), timed = min > 0 || from > 0;
    let total = 0, lanes = 0;
    rank.fill(-1);
    match.fill(0, last);
    for (let i = 0; i < last; i++) {
      const t = text[i];
      let is = good[t] & on[kind[i]];
      if (timed && is && (duration[i] < min || start[i] + duration[i] < from)) is = 0;
      match[i] = is;
      if (is) {
        total++;
        // A lane for each object, in the order of their first items.
        if (rank[laneOfText[t]] < 0) rank[laneOfText[t]] = lanes++;
      }
    }
    Object.assign(result, { total, lanes, last });
    return result;
  };

  // An order is computed when it is first needed, by a radix sort, which keeps the order by start among equal keys.
  const orders = new Map(), identity = () => { const places = new Uint32Array(count); for (let i = 0; i < count; i++) places[i] = i; return places; };
  const sorted = keys => {
    let from = identity(), to = new Uint32Array(count);
    let largest = 0;
    for (let i = 0; i < count; i++) if (keys[i] > largest) largest = keys[i];
    for (let shift = 0; shift < 32 && (largest >>> shift) > 0; shift += 11) {
      const places = new Uint32Array(2049);
      for (let i = 0; i < count; i++) places[(keys[i] >>> shift & 2047) + 1]++;
      for (let d = 1; d < 2049; d++) places[d] += places[d - 1];
      for (let k = 0; k < count; k++) { const i = from[k]; to[places[keys[i] >>> shift & 2047]++] = i; }
      [from, to] = [to, from];
    }
    return from;
  };
  const ranks = values => {
    const places = new Uint32Array(values.length);
    [...values.keys()].sort((a, b) => values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : 0).forEach((value, place) => { places[value] = place; });
    return places;
  };
  const keys = {
    started: () => null,
    duration: () => duration,
    level: () => level.map(l => severity[l & 7]),
    job: () => session.map(s => jobOf[s]),
    text: () => { const places = ranks(texts); return text.map(t => places[t]); },
  };
  const order = name => {
    if (!orders.has(name)) { const by = keys[name](); orders.set(name, by && sorted(by)); }
    return orders.get(name);
  };

  // The first items of the result in an order: the name of a column, with -desc for descending.
  const take = (name, most) => {
    const [by, descending] = name.split('-'), ordered = order(by in keys ? by : 'duration'), taken = [];
    for (let k = 0; k < count && taken.length < most; k++) {
      const place = descending ? count - 1 - k : k, i = ordered ? ordered[place] : place;
      if (match[i]) taken.push(i);
    }
    return taken;
  };
  return { filter, take };
};
