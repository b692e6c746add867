// SPDX-License-Identifier: MIT
// All selected relations as a table: what the figure shows, in text. Long ones are shown in parts.

const FIRST_ROWS = 100;
const evidenceOrder = Object.keys(data.names.evidence);

/**
 * @typedef {{key: string, text: (relation: Relation) => string,
 *   show?: (relation: Relation) => Child[], rank?: (relation: Relation) => number}} Column
 */

/** @param {string[]} ids */
function namesOf(ids) {
  return ids.map(actorName).join(word('comma'));
}

/** @type {Column[]} */
const columns = [
  {key: 'type', text: ({explain}) => typeText(explain),
    show: (relation) => [opener(relation.explain.id, typeText(relation.explain),
      wordsAbout(relation).sentence)]},
  {key: 'form', text: ({form}) => form ?? ''},
  {key: 'from', text: ({explain}) => namesOf(explain.from_all),
    show: ({explain}) => actorList(explain.from_all)},
  {key: 'to', text: ({explain}) => namesOf(explain.to), show: ({explain}) => actorList(explain.to)},
  {key: 'when', text: ({explain}) => showDate(explain.when),
    rank: ({spans, until}) => spans?.[0]?.[0] ?? until ?? LAST_DAY},
  {key: 'evidence', text: (relation) => nameOf('evidence', evidenceIn(relation, shownSpan)),
    show: (relation) => [evidenceMark(evidenceIn(relation, shownSpan))],
    rank: (relation) => evidenceOrder.indexOf(evidenceIn(relation, shownSpan))},
  {key: 'grade', text: (relation) => gradeIn(relation, shownSpan) ?? '',
    show: (relation) => [make('span', {title: gradeMeaning(gradeIn(relation, shownSpan))},
      gradeIn(relation, shownSpan) ?? '')],
    rank: (relation) => gradeRank(gradeIn(relation, shownSpan))},
  {key: 'sources-number', text: (relation) => String(independentIn(relation, shownSpan)),
    rank: (relation) => -independentIn(relation, shownSpan)},
];

/** @type {{column: Column | null, down: boolean, all: boolean}} */
const order = {column: null, down: false, all: false};
const rowsBody = make('tbody', {});
const more = make('button', {type: 'button', class: 'more', click: () => {
  order.all = true;
  showRows();
}});
/** @type {Map<Column, HTMLTableCellElement>} */
const headings = new Map();
/** @type {Relation[]} */
let rows = [];

/** @param {Column} column */
function sortBy(column) {
  order.down = order.column === column && !order.down;
  order.column = column;
  sortRows();
  showRows();
}

function sortRows() {
  const {column, down} = order;
  rows.sort((a, b) => a.number - b.number);
  if (column !== null)
    rows.sort((a, b) => (column.rank === undefined
      ? collator.compare(column.text(a), column.text(b))
      : column.rank(a) - column.rank(b)) * (down ? -1 : 1));
  for (const [other, cell] of headings)
    if (other === column) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    else cell.removeAttribute('aria-sort');
}

/** @param {Relation} relation */
function rowFor(relation) {
  return make('tr', {'data-id': relation.explain.id}, columns.map((column) =>
    make('td', {'data-label': word(column.key)}, column.show === undefined
      ? [isolate(column.text(relation))] : column.show(relation))));
}

function showRows() {
  const shown = order.all ? rows : rows.slice(0, FIRST_ROWS);
  fill(rowsBody, shown.map(rowFor));
  more.hidden = shown.length === rows.length;
  more.textContent = word('show-all', rows.length);
}

function makeTable() {
  const head = columns.map((column) => {
    const cell = make('th', {scope: 'col'},
      make('button', {type: 'button', click: () => sortBy(column)}, word(column.key)));
    headings.set(column, cell);
    return cell;
  });
  return make('section', {class: 'table', 'aria-label': word('table')},
    make('h2', {}, word('table')),
    make('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': word('table')},
      make('table', {}, make('thead', {}, make('tr', {}, head)), rowsBody)), more);
}

/** @param {Set<Relation>} selected */
function showTable(selected) {
  rows = [...selected].filter(({participation}) => participation !== true);
  sortRows();
  showRows();
}
