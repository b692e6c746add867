// SPDX-License-Identifier: MIT
// The page: tabs, figure, filters, command, table and details.

const status = make('p', {class: 'status', role: 'status'});
const spoken = make('p', {class: 'unseen', 'aria-live': 'polite'});

/** @param {string} text */
function announce(text) {
  spoken.textContent = clean(text);
}

const command = make('code', {});
const copied = make('span', {role: 'status'});

/** @param {string} text */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const range = document.createRange();
    range.selectNodeContents(command);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    document.execCommand('copy');
  }
  copied.textContent = word('copied');
  setTimeout(() => { copied.textContent = ''; }, 3000);
}

function makeCommand() {
  return make('section', {class: 'command', 'aria-label': word('command')},
    make('h2', {}, word('command')),
    make('pre', {dir: 'ltr', tabindex: '0'}, command),
    make('button', {type: 'button', click: () => { void copyText(command.textContent ?? ''); }},
      word('copy')), ' ', copied);
}

/** @type {Map<string, HTMLElement>} */
const tabs = new Map();

/**
 * @param {KeyboardEvent} event
 */
function onTabKey(event) {
  const ids = data.views.map(({id}) => id);
  const step = {'on': 1, 'ArrowDown': 1, 'back': -1, 'ArrowUp': -1}[meaning(event.key)];
  const at = ids.indexOf(state.view);
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? ids.length - 1
    : step === undefined ? null : (at + step + ids.length) % ids.length;
  if (next === null) return;
  event.preventDefault();
  change({view: ids[next], show: ''}, true);
  tabs.get(ids[next])?.focus();
}

function makeTabs() {
  if (data.views.length < 2) return null;
  const list = make('div', {role: 'tablist', class: 'tabs', 'aria-label': word('figures'),
    'aria-orientation': 'vertical'});
  list.addEventListener('keydown', onTabKey);
  for (const {id, title} of data.views) {
    const tab = make('button', {type: 'button', role: 'tab', id: `page-tab-${id}`,
      'aria-controls': `page-view-${id}`, click: () => change({view: id, show: ''}, true)},
    isolate(title ?? id));
    tabs.set(id, tab);
    list.append(tab);
  }
  const chooserForSmall = chooser('figures', data.views.map(({id, title}) => [id, title ?? id]),
    () => state.view, (view) => change({view, show: ''}, true));
  return make('details', {class: 'figures', open: true}, make('summary', {}, word('figures')), list,
    chooserForSmall);
}

/**
 * Scrolls the list of an item, and nothing else, so that the item is seen.
 * @param {HTMLElement} item
 */
function keepInSight(item) {
  const list = item.parentElement;
  if (list === null) return;
  const top = item.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top - item.offsetHeight;
}

function showTabs() {
  for (const [id, tab] of tabs) {
    tab.setAttribute('aria-selected', String(id === state.view));
    tab.setAttribute('tabindex', id === state.view ? '0' : '-1');
    if (id === state.view) keepInSight(tab);
  }
  for (const {view, section} of figures) section.hidden = view.id !== state.view;
}

/** @type {Set<Figure>} */
const prepared = new Set();

/** @param {Figure} figure */
function prepareOnce(figure) {
  if (prepared.has(figure)) return;
  prepared.add(figure);
  widenLines(figure);
  prepareFigure(figure);
}

/** @type {Map<Figure, HTMLElement>} what paper says below a filtered figure */
const filterLines = new Map();

/** @param {Figure} figure */
function filterLine(figure) {
  const known = filterLines.get(figure) ?? make('p', {class: 'filter-line', dir: 'auto'});
  if (!filterLines.has(figure)) figure.section.querySelector(':scope > .sheet')?.after(known);
  filterLines.set(figure, known);
  return known;
}

/** @type {Set<Relation>} */
let selected = new Set();

function show() {
  const figure = shownFigure();
  const criteria = readCriteria(state.settings, figure.view);
  shownSpan = criteria.time.span;
  prepareOnce(figure);
  selected = select(figure.view, criteria, state.search);
  markFigure(figure, selected);
  tellFigure(figure, criteria.time);
  resettle(figure);
  showTabs();
  showFilters(criteria);
  showTable(selected);
  showDetails();
  command.textContent = clean(commandFor(figure.view, selected, criteria));
  if (command.parentElement?.parentElement instanceof HTMLElement)
    command.parentElement.parentElement.hidden = command.textContent === '';
  const counts = word('shown', rows.length).replace('%', String(countTies(figure.view)));
  status.textContent = rows.length > 0 ? counts : `${word('none-shown')} ${counts}`;
  filterLine(figure).textContent = clean(filterWords(figure));
}

function makeTools() {
  const by = (/** @type {number} */ factor) => () =>
    zoomFigure(shownFigure(), shownFigure().zoom * factor);
  const button = (/** @type {string} */ key, /** @type {() => void} */ click,
    /** @type {string} */ text) =>
    make('button', {type: 'button', 'aria-label': word(key), title: word(key), click}, text);
  return make('div', {class: 'tools'},
    button('smaller', by(1 / 1.25), '\u2212'), button('larger', by(1.25), '+'),
    button('fit', () => zoomFigure(shownFigure(), 1), word('fit')),
    make('button', {type: 'button', click: () => download(`${state.view}.svg`, 'image/svg+xml',
      figureFile(shownFigure()))}, word('download-figure')),
    make('button', {type: 'button', click: () => download(`${state.view}.csv`, 'text/csv',
      csvFile(rows))}, word('download-rows')),
    make('button', {type: 'button', click: () => print()}, word('print')));
}

function leftOut() {
  return data.leftOut === 0 ? null
    : make('p', {class: 'left-out'}, word('left-out', data.leftOut));
}

function build() {
  const main = document.querySelector('main');
  if (main === null) return;
  for (const {view, section} of figures) {
    section.id = `page-view-${view.id}`;
    if (data.views.length > 1) {
      section.setAttribute('role', 'tabpanel');
      section.setAttribute('aria-labelledby', `page-tab-${view.id}`);
    }
    section.querySelector('.sheet')?.after(make('p', {class: 'hint'}, word('keys')));
  }
  const middle = make('div', {class: 'middle'});
  fill(middle, [leftOut(), status, makeTools(), ...main.children]);
  const side = make('div', {class: 'side'}, makeTabs(),
    make('details', {open: innerWidth > 900}, make('summary', {}, word('filters')), makeFilters()));
  const lower = make('div', {class: 'lower'}, makeTable(), makeCommand());
  main.append(side, middle, details, lower, spoken);
  document.documentElement.classList.add('live');
  watchers.push(show);
  show();
}

build();
