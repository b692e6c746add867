// SPDX-License-Identifier: MIT
// The controls for the criteria that readers use most. All others work in the address, and can be
// taken away here.

/** @type {(() => void)[]} each sets a control to what the state says */
const controls = [];

/** @param {string} name */
function listIn(name) {
  const text = state.settings.get(name);
  return text === undefined ? [] : readList(text);
}

/**
 * The number of relations of the whole page by a key of each.
 * @param {(relation: Relation) => Iterable<string>} keys
 */
function countBy(keys) {
  return listsBy(data.relations.filter(({participation}) => participation !== true), keys);
}

/**
 * @param {string} legend
 * @param {boolean} open
 * @param {Child[]} children
 */
function foldable(legend, open, children) {
  return make('details', {class: 'filter', open}, make('summary', {}, word(legend)), children);
}

/**
 * Boxes for the words of a list, with the number of relations of each.
 * @param {string} name the criterion
 * @param {string} legend
 * @param {[string, string, number][]} items word, name and number
 * @param {boolean} open
 */
function boxes(name, legend, items, open) {
  const rows = items.map(([item, text, count]) => {
    const box = make('input', {type: 'checkbox', change: () => {
      const others = listIn(name).filter((other) => other !== item);
      const list = box.checked ? [...others, item] : others;
      setCriteria({[name]: list.length === 0 ? null : list.join(',')});
    }});
    controls.push(() => { box.checked = listIn(name).includes(item); });
    return make('label', {}, box, make('span', {}, isolate(text)),
      make('span', {class: 'count'}, String(count)));
  });
  return items.length < 2 ? null : foldable(legend, open, rows);
}

/**
 * @param {string} name
 * @param {string} legend
 * @param {string} what
 * @param {(relation: Relation) => Iterable<string>} keys
 * @param {boolean} [open]
 */
function boxesFor(name, legend, what, keys, open) {
  const counts = countBy(keys);
  const known = Object.keys(data.names[what]).filter((item) => counts.has(item));
  return boxes(name, legend, known.map((item) =>
    [item, nameOf(what, item), counts.get(item)?.length ?? 0]), open ?? false);
}

/**
 * A choice of one value.
 * @param {string} label
 * @param {[string, string][]} options values and texts; "" is for none
 * @param {() => string} get
 * @param {(value: string) => void} set
 */
function chooser(label, options, get, set) {
  const choice = make('select', {change: () => set(choice.value)},
    options.map(([value, text]) => make('option', {value}, text)));
  controls.push(() => { choice.value = get(); });
  return make('label', {class: 'row'}, make('span', {}, word(label)), choice);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {[string, string][]} options
 */
function choice(name, label, options) {
  return chooser(label, [['', word('any')], ...options], () => state.settings.get(name) ?? '',
    (value) => setCriteria({[name]: value === '' ? null : value}));
}

/** @param {string} what */
function scale(what) {
  return Object.entries(data.names[what]).map(([code, text]) =>
    /** @type {[string, string]} */ ([code, `${code}${word('colon')}${text}`]));
}

/** The choice of a source, and of what it says. */
function sourceChooser() {
  const kinds = ['source', 'asserted-by', 'denied-by'];
  const current = () => kinds.find((kind) => state.settings.has(kind)) ?? 'source';
  const set = (/** @type {string} */ kind, /** @type {string} */ id) => setCriteria({
    ...Object.fromEntries(kinds.map((other) => [other, null])), [kind]: id === '' ? null : id});
  const collator = new Intl.Collator(data.language);
  const list = data.sources.filter(({explain}) => claimsOfSource.has(explain.id))
    .map(({explain, name}) => /** @type {[string, string]} */ ([explain.id, name]))
    .sort((a, b) => collator.compare(a[1], b[1]));
  return [
    chooser('source', [['', word('any')], ...list], () => state.settings.get(current()) ?? '',
      (id) => set(current(), id)),
    chooser('says', kinds.map((kind) => [kind, word(`says-${kind}`)]), current,
      (kind) => set(kind, state.settings.get(current()) ?? '')),
  ];
}

/** The choice of an actor and of the size of its neighbourhood. */
function focusChooser() {
  const collator = new Intl.Collator(data.language);
  const list = data.actors.filter(({explain}) => tiesOf.has(explain.id))
    .map(({explain, name}) => /** @type {[string, string]} */ ([explain.id, name]))
    .sort((a, b) => collator.compare(a[1], b[1]));
  const hops = ['1', '2', '3', '4'].map((number) =>
    /** @type {[string, string]} */ ([number, number]));
  return [
    chooser('focus', [['', word('nobody')], ...list], () => state.settings.get('focus') ?? '',
      (id) => setCriteria(id === '' ? {focus: null, hops: null} : {focus: id})),
    chooser('hops', hops, () => state.settings.get('hops') ?? '1', (number) =>
      setCriteria({hops: number === '1' || !state.settings.has('focus') ? null : number})),
  ];
}

/** The first and the last year of the dataset's dates; null if it has none. */
function yearsOf() {
  const days = data.relations.flatMap(({spans}) => (spans ?? []).flat())
    .filter((day) => day !== null && day !== FIRST_DAY && day !== LAST_DAY).map(Number);
  const asOf = data.asOf === null ? null : readDate(data.asOf);
  if (asOf !== null) days.push(asOf[1]);
  return days.length === 0 ? null
    : [yearOf(Math.min(...days)), yearOf(Math.max(...days))];
}

/** @param {number} year */
function fourDigits(year) {
  return String(year).padStart(4, '0');
}

/** The years that --at or --during names, within LIMITS. @param {number[]} limits */
function yearsInState(limits) {
  const at = state.settings.get('at');
  const during = state.settings.get('during');
  const span = at !== undefined ? readDate(at) : during !== undefined ? readInterval(during) : null;
  const year = (/** @type {number} */ day) =>
    Math.min(limits[1], Math.max(limits[0],
      day === FIRST_DAY ? limits[0] : day === LAST_DAY ? limits[1] : yearOf(day)));
  return span === null ? limits : [year(span[0]), year(span[1])];
}

/** @param {number[]} limits @param {number} from @param {number} to */
function setYears(limits, from, to) {
  const whole = from === limits[0] && to === limits[1];
  setCriteria({
    at: !whole && from === to ? fourDigits(from) : null,
    during: !whole && from !== to ? `${fourDigits(from)}/${fourDigits(to)}` : null,
    ...(whole ? {undated: null} : {}),
  });
}

/** @param {number[]} limits */
function yearSlider(limits, /** @type {0 | 1} */ end) {
  const shown = make('output', {});
  const slider = make('input', {type: 'range', min: String(limits[0]), max: String(limits[1]),
    'aria-label': word(end === 0 ? 'from-year' : 'to-year'), input: () => {
      const years = yearsInState(limits);
      years[end] = Number(slider.value);
      if (years[0] > years[1]) years[1 - end] = years[end];
      setYears(limits, years[0], years[1]);
    }});
  controls.push(() => {
    slider.value = String(yearsInState(limits)[end]);
    shown.value = slider.value;
    slider.setAttribute('aria-valuetext', slider.value);
  });
  return make('label', {class: 'row'}, make('span', {}, word(end === 0 ? 'from-year' : 'to-year')),
    slider, shown);
}

function timeFilter() {
  const limits = yearsOf();
  if (limits === null || limits[0] === limits[1]) return null;
  const keep = make('input', {type: 'checkbox', change: () =>
    setCriteria({undated: keep.checked ? 'keep' : null})});
  controls.push(() => {
    keep.checked = state.settings.get('undated') === 'keep';
    keep.disabled = !state.settings.has('at') && !state.settings.has('during');
  });
  return foldable('time', true, [yearSlider(limits, 0), yearSlider(limits, 1),
    make('label', {class: 'box'}, keep, make('span', {}, word('keep-undated')))]);
}

function searchBox() {
  const box = make('input', {type: 'search', 'aria-label': word('search'),
    placeholder: word('search'), input: () => change({search: box.value})});
  controls.push(() => { if (box.value !== state.search) box.value = state.search; });
  return box;
}

function othersBox() {
  const box = make('input', {type: 'checkbox', change: () =>
    change({others: box.checked ? 'hidden' : ''})});
  controls.push(() => { box.checked = state.others === 'hidden'; });
  return make('label', {class: 'box'}, box, make('span', {}, word('hide-others')));
}

// The criteria that have controls of their own; any other is shown as it is.
const controlled = ['relation', 'form', 'kind', 'evidence', 'phase', 'reliability', 'credibility',
  'anonymous', 'source', 'asserted-by', 'denied-by', 'min-sources', 'focus', 'hops', 'at', 'during',
  'undated'];

const otherCriteria = make('div', {class: 'chips'});

function showOthers() {
  const refused = readCriteria(state.settings).refused;
  const chips = [...state.settings].filter(([name]) =>
    !controlled.includes(name) || refused.includes(name));
  otherCriteria.replaceChildren(...chips.map(([name, text]) =>
    make('button', {type: 'button', class: refused.includes(name) ? 'chip refused' : 'chip',
      title: word(refused.includes(name) ? 'refused' : 'remove'),
      click: () => setCriteria({[name]: null})},
    isolate(text === '' ? name : `${name}=${text}`), ' \u00d7')));
}

function makeFilters() {
  const kinds = boxes('kind', 'kind', kindItems(), false);
  const sourceCounts = ['2', '3', '4'].map((number) =>
    /** @type {[string, string]} */ ([number, word('at-least', number)]));
  return make('form', {class: 'filters', 'aria-label': word('filters'),
    submit: (event) => event.preventDefault()},
  searchBox(), otherCriteria,
  boxesFor('relation', 'type', 'type', ({explain}) => [explain.type], true),
  boxesFor('evidence', 'evidence', 'evidence', ({explain}) => [explain.evidence], true),
  timeFilter(),
  foldable('focus-group', false, focusChooser()),
  boxesFor('form', 'form', 'form', ({explain}) => (explain.form === null ? [] : [explain.form])),
  kinds,
  boxesFor('phase', 'phase', 'phase', ({explain}) => [explain.phase]),
  foldable('sources', false, [...sourceChooser(),
    choice('min-sources', 'independent-sources', sourceCounts),
    choice('reliability', 'reliability-to', scale('reliability')),
    choice('credibility', 'credibility-to', scale('credibility')),
    choice('anonymous', 'anonymous', [['only', word('anonymous-only')],
      ['none', word('anonymous-none')]])]),
  makeTellers(), othersBox(),
  make('button', {type: 'button', click: () =>
    change({settings: new Map(), search: '', others: '', 'as-told-by': ''})}, word('reset')));
}

/** @returns {[string, string, number][]} */
function kindItems() {
  const counts = countBy((relation) => endsOf(relation).flatMap((id) => {
    const facts = actors.get(id)?.explain;
    return facts === undefined ? []
      : [facts.kind ?? 'event', ...(typeof facts.subkind === 'string' ? [facts.subkind] : [])];
  }));
  return ['kind', 'subkind'].flatMap((what) => Object.entries(data.names[what])
    .filter(([item]) => counts.has(item)).map(([item, text]) =>
      /** @type {[string, string, number]} */ ([item, text, counts.get(item)?.length ?? 0])));
}

function showFilters() {
  for (const control of controls) control();
  showOthers();
}
