// Tables that can be sorted by column and grow on demand.
const cell = (tr, text, className, label) => {
  const td = document.createElement('td');
  td.textContent = text; td.role = 'cell';
  if (className) td.className = className;
  if (label) td.dataset.label = label;
  tr.append(td);
};
const newRow = () => { const tr = document.createElement('tr'); tr.role = 'row'; return tr; };

// The roles are explicit, because on a narrow screen rows are displayed as blocks, which removes the implicit ones.
for (const table of document.querySelectorAll('table')) {
  table.role = 'table'; table.tHead.role = table.tBodies[0].role = 'rowgroup'; table.tHead.rows[0].role = 'row';
  for (const th of table.tHead.rows[0].cells) th.role = 'columnheader';
}

// Turns the headers into buttons; calls back with the new order, name or name-desc.
const sortable = (table, changed) => {
  const buttons = [...table.tHead.rows[0].cells].map(th => {
    const button = document.createElement('button');
    button.type = 'button'; button.textContent = th.textContent; button.dataset.by = th.dataset.by;
    th.replaceChildren(button);
    button.addEventListener('click', () => {
      // The first click sorts the most severe or largest values first.
      const first = th.dataset.first === 'desc' ? `${th.dataset.by}-desc` : th.dataset.by, second = th.dataset.first === 'desc' ? th.dataset.by : `${th.dataset.by}-desc`;
      changed(table.dataset.order === first ? second : first);
    });
    return button;
  });
  return order => {
    table.dataset.order = order;
    for (const button of buttons) {
      const isThis = order.split('-')[0] === button.dataset.by, th = button.parentElement;
      if (isThis) th.setAttribute('aria-sort', order.endsWith('-desc') ? 'descending' : 'ascending'); else th.removeAttribute('aria-sort');
    }
  };
};

// A table of records; columns are [name, sort value, text, class].
const createTable = (id, records, columns, { pageSize = 100, order = '' } = {}) => {
  const table = $(id), more = $(`${id}-more`), note = $(`${id}-note`), values = Object.fromEntries(columns.map(([name, value]) => [name, value]));
  const labels = [...table.tHead.rows[0].cells].map(th => th.textContent);
  let sorted = records, shown = pageSize;
  const fill = (from, to) => {
    for (const record of sorted.slice(from, to)) {
      const tr = newRow();
      for (const [n, [, , text, className]] of columns.entries()) cell(tr, text(record), typeof className === 'function' ? className(record) : className, labels[n]);
      table.tBodies[0].append(tr);
    }
    more.hidden = sorted.length <= to;
    note.textContent = sorted.length > to ? `The first ${to.toLocaleString('en')} of ${sorted.length.toLocaleString('en')}. ` : '';
  };
  const show = by => {
    const [name, descending] = by.split('-');
    if (name in values) {
      const value = values[name], compare = (a, b) => { const [x, y] = [value(a), value(b)]; return x === y ? 0 : x === null ? 1 : y === null ? -1 : (x < y ? -1 : 1) * (descending ? -1 : 1); };
      sorted = [...records].sort(compare);
    }
    mark(by);
    table.tBodies[0].replaceChildren();
    fill(0, shown);
  };
  const mark = sortable(table, show);
  more.addEventListener('click', () => { const from = shown; shown += 5 * pageSize; fill(from, shown); });
  show(order);
};
