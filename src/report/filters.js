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
 * By the words of criteria, whether a control shows a value; others have a chip.
 * @type {Map<string, (text: string) => boolean>}
 */
const shownByControls = new Map();

/**
 * @param {string} legend
 * @param {boolean} open
 * @param {Child[]} children
 */
function foldable(legend, open, children) {
  return make('details', {class: 'filter', open}, make('summary', {}, word(legend)),
    make('div', {class: 'choices'}, children));
}

/**
 * Keeps the number of relations of the figure by a key of each: those of its time.
 * @param {Map<string, HTMLElement>} places
 * @param {(relation: Relation) => Iterable<string>} keys
 */
function keepCounts(places, keys) {
  let counted = '';
  controls.push(() => {
    const what = `${state.view} ${String(shownSpan)}`;
    if (what === counted) return;
    counted = what;
    const own = shownFigure().view.relations.map((number) => data.relations[number]);
    const lists = listsBy(own.filter(({participation}) => participation !== true), keys);
    for (const [item, place] of places) place.textContent = String(lists.get(item)?.length ?? 0);
  });
}

/**
 * Boxes for the words of a list, with the number of relations of each.
 * @param {string} name the criterion
 * @param {string} legend
 * @param {[string, string][]} items words and names
 * @param {(relation: Relation) => Iterable<string>} keys
 * @param {boolean} open
 */
function boxes(name, legend, items, keys, open) {
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  const rows = items.map(([item, text]) => {
    const box = make('input', {type: 'checkbox', change: () => {
      const others = listIn(name).filter((other) => other !== item);
      const list = box.checked ? [...others, item] : others;
      setCriteria({[name]: list.length === 0 ? null : list.join(',')});
    }});
    controls.push(() => { box.checked = listIn(name).includes(item); });
    places.set(item, make('span', {class: 'count'}));
    return make('label', {}, box, make('span', {}, isolate(text)), places.get(item));
  });
  if (items.length < 2) return null;
  keepCounts(places, keys);
  shownByControls.set(name, (text) => readList(text).every((item) => places.has(item)));
  return foldable(legend, open, rows);
}

/**
 * @param {string} name
 * @param {string} legend
 * @param {string} what
 * @param {(relation: Relation) => Iterable<string>} keys
 * @param {boolean} [open]
 * @param {boolean} [all] words that no relation of the page has now, but may have at some time
 */
function boxesFor(name, legend, what, keys, open, all) {
  const found = listsBy(data.relations, keys);
  const known = Object.keys(data.names[what]).filter((item) => all === true || found.has(item));
  return boxes(name, legend, known.map((item) =>
    /** @type {[string, string]} */ ([item, nameOf(what, item)])), keys, open ?? false);
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
  shownByControls.set(name, (text) => options.some(([value]) => value === text));
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
  const list = data.sources.filter(({explain}) => claimsOfSource.has(explain.id))
    .map((source) => /** @type {[string, string]} */ ([source.explain.id, shownName(source)]))
    .sort((a, b) => collator.compare(a[1], b[1]));
  const ids = new Set(list.map(([id]) => id));
  for (const kind of kinds)
    shownByControls.set(kind, (id) => ids.has(id) && current() === kind);
  return [
    chooser('source', [['', word('any')], ...list], () => state.settings.get(current()) ?? '',
      (id) => set(current(), id)),
    chooser('says', kinds.map((kind) => [kind, word(`says-${kind}`)]), current,
      (kind) => set(kind, state.settings.get(current()) ?? '')),
  ];
}

/** The choice of an actor and of the size of its neighbourhood. */
function focusChooser() {
  const list = data.actors.filter(({explain}) => tiesOf.has(explain.id))
    .map((actor) => /** @type {[string, string]} */ ([actor.explain.id, shownName(actor)]))
    .sort((a, b) => collator.compare(a[1], b[1]));
  const ids = new Set(list.map(([id]) => id));
  const hops = ['1', '2', '3', '4'].map((number) =>
    /** @type {[string, string]} */ ([number, number]));
  shownByControls.set('focus', (id) => ids.has(id));
  shownByControls.set('hops', (text) => state.settings.has('focus') &&
    hops.some(([number]) => number === text));
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
  return days.length === 0 ? null : [yearOf(lowest(days)), yearOf(highest(days))];
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
  return span === null ? [...limits] : [year(span[0]), year(span[1])];
}

/**
 * The criteria for years within LIMITS; for all of them, none.
 * @param {number[]} limits
 * @param {number} from
 * @param {number} to
 */
function yearCriteria(limits, from, to) {
  const whole = from === limits[0] && to === limits[1];
  return {
    at: !whole && from === to ? fourDigits(from) : null,
    during: !whole && from !== to ? `${fourDigits(from)}/${fourDigits(to)}` : null,
    ...(whole ? {undated: null} : {}),
  };
}

/** Whether the sliders can show the time that the reader chose. @param {number[]} limits */
function showsYears(limits) {
  const [from, to] = yearsInState(limits);
  const {at, during} = yearCriteria(limits, from, to);
  return (state.settings.get('at') ?? null) === at &&
    (state.settings.get('during') ?? null) === during;
}

/** @param {number[]} limits */
function yearSlider(limits, /** @type {0 | 1} */ end) {
  const shown = make('output', {});
  const slider = make('input', {type: 'range', min: String(limits[0]), max: String(limits[1]),
    'aria-label': word(end === 0 ? 'from-year' : 'to-year'), input: () => {
      const years = yearsInState(limits);
      years[end] = Number(slider.value);
      if (years[0] > years[1]) years[1 - end] = years[end];
      setCriteria(yearCriteria(limits, years[0], years[1]));
    }});
  controls.push(() => {
    slider.value = String(yearsInState(limits)[end]);
    shown.value = showsYears(limits) ? slider.value : '\u2026';
    slider.setAttribute('aria-valuetext', shown.value);
  });
  return make('label', {class: 'row'}, make('span', {}, word(end === 0 ? 'from-year' : 'to-year')),
    slider, shown);
}

/** A date or two, as the command line takes them. @param {string} text */
function showEnds(text) {
  return text.replace('/', '\u2013');
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
  for (const name of ['at', 'during']) shownByControls.set(name, () => showsYears(limits));
  shownByControls.set('undated', (text) => text === 'keep' && !keep.disabled);
  const own = make('p', {class: 'small'});
  controls.push(() => {
    const {view} = shownFigure();
    const time = new Map(view.options);
    own.textContent = view.span === null ? ''
      : word('figure-time', showEnds(time.get('at') ?? time.get('during') ?? ''));
    own.hidden = view.span === null;
  });
  return foldable('time', true, [own, yearSlider(limits, 0), yearSlider(limits, 1),
    make('label', {class: 'box'}, keep, make('span', {}, word('keep-undated')))]);
}

function searchBox() {
  const box = make('input', {type: 'search', 'aria-label': word('search'),
    placeholder: word('search'), maxlength: String(LONGEST_SEARCH), input: () => change({search: box.value})});
  controls.push(() => { if (box.value !== state.search) box.value = state.search; });
  return box;
}

function othersBox() {
  const box = make('input', {type: 'checkbox', change: () =>
    change({others: box.checked ? 'hidden' : ''})});
  controls.push(() => { box.checked = state.others === 'hidden'; });
  return make('label', {class: 'box'}, box, make('span', {}, word('hide-others')));
}

const chips = make('div', {class: 'chips'});

/**
 * The known words of a value: a fragment that a stranger made chooses what is shown, but it is
 * not said in the page's name.
 * @param {string} name
 * @param {string} text
 */
function knownValue(name, text) {
  const LONGEST = 80;
  if (name === 'attribute') {
    const property = /** @type {[string, string]} */ (readProperty(text));
    const known = [...data.relations, ...data.actors].some(({explain}) =>
      hasProperty(explain, property));
    return known ? cut(text, LONGEST) : `${property[0]}=\u2026`;
  }
  return cut(text, LONGEST);
}

/** @param {string} text @param {number} most */
function cut(text, most) {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}\u2026`;
}

/**
 * A criterion of the reader's as the page shows it.
 * @param {string} name
 * @param {string} text
 */
function settingText(name, text) {
  return text === '' ? name : `${name}=${knownValue(name, text)}`;
}

/** All that the reader chose to filter by, as words. */
function settingWords() {
  const {refused} = readCriteria(state.settings, shownFigure().view);
  const search = wordsIn(state.search).length === 0 ? []
    : [`search=${rows.length > 0 ? `"${state.search.trim()}"` : '\u2026'}`];
  return [...[...state.settings].filter(([name]) => !refused.includes(name))
    .map(([name, text]) => settingText(name, text)), ...search];
}

/**
 * @param {string} text
 * @param {boolean} refused
 * @param {() => void} remove
 */
function makeChip(text, refused, remove) {
  return make('button', {type: 'button', class: refused ? 'chip refused' : 'chip',
    title: word(refused ? 'refused' : 'remove'), click: remove}, isolate(text), ' \u00d7');
}

/** The parties that the reader chose and no box shows. */
function partyChip() {
  const text = state['as-told-by'];
  const known = tellers();
  const refused = isToldAlready(shownFigure()) || known.length < text.split('/').length;
  const shown = known.every((party) => partyBoxes.has(party));
  return text === '' || (shown && !refused) ? []
    : [makeChip(`as-told-by${known.length === 0 ? '' : `=${cut(known.join('/'), 80)}`}`, refused,
      () => change({'as-told-by': ''}))];
}

/**
 * Shows the criteria that no control shows, or that the page cannot apply.
 * @param {Criteria} criteria
 */
function showChips({refused}) {
  const others = [...state.settings].filter(([name, text]) => refused.includes(name) ||
    !(shownByControls.get(name)?.(text) ?? false));
  fill(chips, [...others.map(([name, text]) => {
    const no = refused.includes(name);
    return makeChip(no ? `${name}=\u2026` : settingText(name, text), no,
      () => setCriteria({[name]: null}));
  }), ...partyChip()]);
}

function makeFilters() {
  const dated = data.relations.some(({spans}) => spans !== null);
  const inPeriods = data.relations.some(({periods}) => periods !== undefined);
  const sourceCounts = ['2', '3', '4'].map((number) =>
    /** @type {[string, string]} */ ([number, word('at-least', number)]));
  return make('form', {class: 'filters', 'aria-label': word('filters'),
    submit: (event) => event.preventDefault()},
  searchBox(), chips,
  boxesFor('relation', 'type', 'type', ({explain}) => [explain.type], true),
  boxesFor('evidence', 'evidence', 'evidence', (relation) => [evidenceIn(relation, shownSpan)],
    true, inPeriods),
  timeFilter(), makeTellers(),
  foldable('focus-group', false, focusChooser()),
  boxesFor('form', 'form', 'form', ({explain}) => (explain.form === null ? [] : [explain.form])),
  boxes('kind', 'kind', kindItems(), kindsOf, false),
  boxesFor('phase', 'phase', 'phase', (relation) => [phaseIn(relation, shownSpan)], false, dated),
  foldable('sources', false, [...sourceChooser(),
    choice('min-sources', 'independent-sources', sourceCounts),
    choice('reliability', 'reliability-to', scale('reliability')),
    choice('credibility', 'credibility-to', scale('credibility')),
    choice('anonymous', 'anonymous', [['only', word('anonymous-only')],
      ['none', word('anonymous-none')]])]),
  othersBox(),
  make('button', {type: 'button', click: () =>
    change({settings: new Map(), search: '', others: '', 'as-told-by': ''})}, word('reset')));
}

/** @param {Relation} relation */
function kindsOf(relation) {
  return endsOf(relation).flatMap((id) => {
    const facts = actors.get(id)?.explain;
    return facts === undefined ? []
      : [facts.kind ?? 'event', ...(typeof facts.subkind === 'string' ? [facts.subkind] : [])];
  });
}

/** @returns {[string, string][]} */
function kindItems() {
  const found = listsBy(data.relations, kindsOf);
  return ['kind', 'subkind'].flatMap((what) => Object.entries(data.names[what])
    .filter(([item]) => found.has(item)));
}

/** @param {Criteria} criteria */
function showFilters(criteria) {
  for (const control of controls) control();
  showChips(criteria);
}
