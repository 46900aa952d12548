// Durations and transferred data by night, a line for each job.
const day = 86400, maxLines = 5;
const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3], [14, 4], [1, 5]];

// A night is from noon to noon, and has the date of its evening.
const readNights = head => {
  const nights = new Map();
  for (const s of head.sessions) {
    const at = Math.floor(((head.start + s.start + zoneOf(head, s.start)) / 1000 - day / 2) / day) * day;
    if (!nights.has(at)) nights.set(at, { at, sessions: 0, failed: 0, duration: 0, bytes: null, items: 0, jobs: new Map() });
    const night = nights.get(at), job = night.jobs.get(s.job) || { duration: 0, bytes: null }, length = (s.end === null ? head.end : s.end) - s.start;
    night.jobs.set(s.job, job);
    night.sessions++; night.items += s.items; night.failed += s.status === 'Failed' || s.status === 'Disconnected' ? 1 : 0;
    night.duration += length; job.duration += length;
    if (s.bytes !== null) { night.bytes += s.bytes; job.bytes += s.bytes; }
  }
  return [...nights.values()].sort((a, b) => a.at - b.at);
};
const nightName = at => new Date(at * 1000).toISOString().slice(0, 10);

const createTrend = (head, nights) => {
  const total = new Map();
  for (const night of nights) for (const [job, { duration }] of night.jobs) total.set(job, (total.get(job) || 0) + duration);
  const largest = [...total.keys()].sort((a, b) => total.get(b) - total.get(a)).slice(0, total.size > maxLines + 1 ? maxLines : maxLines + 1);
  const others = total.size > largest.length, names = [...largest.map(job => head.jobs[job] || '(no job)'), ...(others ? [`${total.size - largest.length} other jobs`] : [])];
  // A value for each line; the sum for the others.
  const valuesOf = (night, key) => {
    const values = largest.map(job => night.jobs.get(job)?.[key] ?? null);
    if (others) values.push([...night.jobs].filter(([job]) => !largest.includes(job)).reduce((sum, [, job]) => job[key] === null ? sum : sum + job[key], null));
    return values;
  };
  const unitOf = (key, max) => {
    if (key === 'duration') return max >= 7200000 ? ['hours', 3600000] : ['minutes', 60000];
    const power = Math.max(0, Math.min(5, Math.floor(Math.log2(Math.max(1, max)) / 10)));
    return [['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'][power], 1024 ** power];
  };
  const draw = (id, key, title) => {
    const box = $(id), rows = nights.map(night => valuesOf(night, key)), max = Math.max(0, ...rows.flat()), [unit, size] = unitOf(key, max);
    const axis = { stroke: color('fore'), font: '12px system-ui, sans-serif', grid: { stroke: color('line'), width: 1 }, ticks: { stroke: color('line'), width: 1 } };
    box.replaceChildren();
    const plot = new uPlot({
      width: box.clientWidth, height: 220, padding: [8, 16, 0, 0], cursor: { drag: { x: false, y: false } },
      hooks: { setCursor: [u => { if (u.cursor.idx === null || u.cursor.left < 0) u.setLegend({ idx: nights.length - 1 }); }] },
      scales: { x: { time: false, range: (_, min, max) => [min - day / 2, max + day / 2] }, y: { range: (_, __, max) => [0, max > 0 ? max * 1.08 : 1] } },
      axes: [
        { ...axis, incrs: [1, 2, 7, 14].map(n => n * day), space: 60, values: (_, splits) => splits.map(at => nightName(at).slice(5)) },
        { ...axis, size: 56, label: unit, labelFont: '12px system-ui, sans-serif', labelSize: 20 },
      ],
      series: [
        { label: 'Night', value: (_, at) => at == null ? '' : nightName(at) },
        ...names.map((label, n) => ({ label, stroke: color(`line-${n + 1}`), width: 2, dash: dashes[n], spanGaps: true, points: { show: true, size: 6, fill: color('back') }, value: (_, v) => v === null ? '–' : `${v.toFixed(1)} ${unit}` })),
      ],
    }, [nights.map(night => night.at), ...names.map((_, n) => rows.map(row => row[n] === null ? null : row[n] / size))], box);
    // Without a pointer, the legend shows the values of the last night.
    plot.setLegend({ idx: nights.length - 1 });
    const picture = plot.root.querySelector('.u-wrap');
    picture.setAttribute('role', 'img'); picture.setAttribute('aria-label', `${title} by night; the table of nights has the same data`);
  };
  return () => { draw('durations', 'duration', 'Duration'); draw('transferred', 'bytes', 'Transferred data'); };
};
