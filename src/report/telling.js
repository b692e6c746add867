// SPDX-License-Identifier: MIT
// The ties as a party tells them (scene/telling.h): the sources that speak for it assert some,
// deny others and don't speak of the rest. One party tells the figure; several have panels with
// copies of it, side by side, in which everything has the same place.

/**
 * @typedef {'asserted' | 'suspected' | 'disputed' | 'denied' | 'unsourced' | 'mixed'} Told
 *   MIXED: of the relations that one line stands for, the party says different things
 */

const EVERYBODY = 'all';
const MOST_PANELS = 12;
/** @type {{[told: string]: string}} the classes that draw writes */
const toldClasses = {asserted: 'told-asserts', suspected: 'told-hedges', disputed: 'told-disputes',
  denied: 'told-denies', unsourced: 'told-silent', mixed: 'told-mixed'};
/** @type {{[told: string]: Look}} */
const looks = {...data.looks, mixed: {mark: '…', dashes: [8, 2]}, unsourced: {mark: '', dashes: []}};

const OPEN = 'told-open'; // nothing that all agree on

/** @type {Map<string, Set<string>>} the sources that speak for a party, by its ids */
const knownVoices = new Map();

/**
 * The sources that speak for the actors and sources with these ids.
 * @param {string} party
 */
function voicesOf(party) {
  const known = knownVoices.get(party);
  if (known !== undefined) return known;
  const ids = readList(party);
  if (!ids.every((id) => actors.has(id) || sources.has(id))) return new Set();
  const members = withParts(ids.filter((id) => actors.has(id)));
  const voices = new Set(data.sources.filter(({explain}) =>
    (ids.includes(explain.id) && !actors.has(explain.id)) ||
    (explain.actor !== null && members.has(explain.actor))).map(({explain}) => explain.id));
  knownVoices.set(party, voices);
  return voices;
}

/** @param {string} party */
function partyName(party) {
  return party === EVERYBODY ? word('all-sources') : readList(party).map((id) =>
    (actors.has(id) ? actors.get(id)?.phrase ?? actorName(id) : sourceName(id))).join(word('comma'));
}

/**
 * What claims say together, with or without reservations; a source that says something in both
 * ways says it without.
 * @param {Claim[]} claims
 */
function addUp(claims) {
  const unreserved = new Set(claims.filter(({hedged}) => !hedged)
    .map(({by, stance}) => `${stance} ${by}`));
  const some = (/** @type {string} */ stance, /** @type {boolean} */ hedged) =>
    claims.some((claim) => claim.stance === stance && claim.hedged === hedged &&
      !(hedged && unreserved.has(`${stance} ${claim.by}`)));
  return {asserts: some('asserts', false), hedges: some('asserts', true),
    denies: some('denies', false), doubts: some('denies', true)};
}

/**
 * What the party says of a relation, from the claims that count in the span.
 * @param {Relation} relation
 * @param {string} party
 * @param {Span | null} span
 * @returns {Told}
 */
function toldBy(relation, party, span) {
  const claims = claimsIn(relation, span);
  if (party === EVERYBODY) {
    const {asserts, hedges, denies, doubts} = addUp(claims);
    if (hedges || doubts || asserts === denies) return 'unsourced';
    return asserts ? 'asserted' : 'denied';
  }
  const voices = voicesOf(party);
  const {asserts, hedges, denies, doubts} = addUp(claims.filter(({by}) => voices.has(by)));
  if ((asserts || hedges) && (denies || doubts)) return 'disputed';
  if (asserts || hedges) return asserts ? 'asserted' : 'suspected';
  return denies || doubts ? 'denied' : 'unsourced';
}

/** @param {Told} told @param {string} party */
function toldWord(told, party) {
  if (told === 'mixed') return word('told-mixed');
  if (told !== 'unsourced') return nameOf('evidence', told);
  return word(party === EVERYBODY ? 'not-agreed' : 'neither');
}

/**
 * What the party says of the relations that a line stands for.
 * @param {string[]} ids
 * @param {string} party
 * @param {Span | null} span
 * @returns {Told}
 */
function toldTogether(ids, party, span) {
  const all = new Set(ids.flatMap((id) => {
    const relation = relations.get(id);
    return relation === undefined ? [] : [toldBy(relation, party, span)];
  }));
  const [first] = all;
  return all.size === 1 ? first : all.size === 0 ? 'unsourced' : 'mixed';
}

/** @type {WeakMap<Element, Map<string, string | null>>} what telling changed, as it was drawn */
const drawn = new WeakMap();

/**
 * Sets an attribute, or the text for "", that `restore` takes back.
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
function repaint(element, name, value) {
  const before = drawn.get(element) ?? new Map();
  drawn.set(element, before);
  if (!before.has(name))
    before.set(name, name === '' ? element.textContent : element.getAttribute(name));
  write(element, name, value);
}

/** @param {Element} element @param {string} name @param {string | null} value */
function write(element, name, value) {
  if (name === '') element.textContent = value;
  else if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** @param {Element} group */
function restore(group) {
  for (const added of group.querySelectorAll('.told-mark')) added.remove();
  group.classList.remove(...Object.values(toldClasses), OPEN);
  for (const element of group.querySelectorAll('*')) {
    for (const [name, value] of drawn.get(element) ?? []) write(element, name, value);
    drawn.delete(element);
  }
}

/**
 * The mark of evidence at the start of a label, after its number, gives way to that of what is
 * told.
 * @param {Element} label
 * @param {Told} told
 */
function remark(label, told) {
  const text = label.textContent ?? '';
  const number = /^\p{Nd}[\p{Nd},\s\u2013\u060c-]*\.\s*/u.exec(text)?.[0] ?? '';
  const words = text.slice(number.length);
  const old = Object.values(looks).map(({mark}) => mark)
    .find((mark) => mark !== '' && words.startsWith(mark)) ?? '';
  const {mark} = looks[told];
  const rest = words.slice(old.length).trimStart();
  repaint(label, '', `${number}${mark === '' ? rest : `${mark} ${rest}`}`.trim());
}

/**
 * A mark in the middle of a line without a label.
 * @param {SVGElement} group
 * @param {SVGPathElement} line
 * @param {Told} told
 */
function addMark(group, line, told) {
  const {mark} = looks[told];
  if (mark === '') return;
  const {x, y} = line.getPointAtLength(line.getTotalLength() / 2);
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  for (const [name, value] of Object.entries({'x': x, 'y': y + 3, 'text-anchor': 'middle',
    'font-size': 8.5, 'fill': '#1A1A1A', 'class': 'told-mark'}))
    text.setAttribute(name, String(value));
  text.textContent = mark;
  group.append(text);
}

/**
 * @param {SVGPathElement} line
 * @param {Told} told
 */
function patternLine(line, told) {
  const width = told === 'unsourced' ? 0.75 : Number(line.getAttribute('stroke-width') ?? 1);
  repaint(line, 'stroke-width', String(width));
  const {dashes} = looks[told];
  repaint(line, 'stroke-dasharray', dashes.length === 0 ? null
    : dashes.map((dash) => (dash * width).toFixed(2)).join(' '));
}

/**
 * @param {SVGElement} group
 * @param {Told} told
 */
function paintTie(group, told) {
  const lines = /** @type {SVGPathElement[]} */ ([...group.querySelectorAll('path.line')])
    .filter((line) => line.getAttribute('fill') === 'none');
  const labels = [...group.querySelectorAll('text')];
  if (told === 'unsourced') fade(group);
  for (const line of lines) patternLine(line, told);
  if (labels.length > 0) remark(labels[0], told);
  else if (lines.length > 0) addMark(group, lines[0], told);
}

/** @param {Element} group */
function fade(group) {
  for (const element of group.querySelectorAll('*:not(.reach)')) {
    const isText = element.tagName === 'text';
    for (const name of ['stroke', 'fill']) {
      const color = element.getAttribute(name);
      if (color !== null && /^#/.test(color) && !/^#f{6}$/i.test(color))
        repaint(element, name, isText ? data.pale.text : data.pale.line);
    }
  }
}

/**
 * Tells the ties of a picture; PARTY null: as they were drawn.
 * @param {Iterable<[SVGGElement, string[], SVGGElement[]]>} ties groups, relations and followers
 * @param {string | null} party
 * @param {Span | null} span
 */
function tellTies(ties, party, span) {
  /** @type {Map<Told, number>} */
  const counts = new Map();
  for (const [group, ids, followers] of ties) {
    restore(group);
    followers.forEach(restore);
    if (party === null) continue;
    const told = toldTogether(ids, party, span);
    counts.set(told, (counts.get(told) ?? 0) + 1);
    paintTie(group, told);
    if (told === 'unsourced') followers.filter((part) => part.classList.contains('junction'))
      .forEach(fade);
    group.classList.add(party === EVERYBODY && told === 'unsourced' ? OPEN : toldClasses[told]);
  }
  return counts;
}

/**
 * "As told by Russia", and what the lines mean.
 * @param {string} party
 * @param {Map<Told, number>} counts
 */
function toldKey(party, counts) {
  const items = Object.keys(toldClasses).flatMap((name) => {
    const told = /** @type {Told} */ (name);
    const count = counts.get(told);
    return count === undefined ? [] : [make('li', {class: toldClasses[told]},
      sample(told), ` ${toldWord(told, party)} (${count})`)];
  });
  return [make('strong', {}, isolate(word('as-told-by', partyName(party)))),
    make('ul', {class: 'told-key'}, items)];
}

/** A line as the figure has it. @param {Told} told */
function sample(told) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS(svg.namespaceURI, 'path');
  svg.setAttribute('viewBox', '0 0 36 10');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', 'M1,5H35');
  line.setAttribute('stroke', told === 'unsourced' ? data.pale.line : '#1A1A1A');
  line.setAttribute('stroke-width', told === 'unsourced' ? '0.75' : '1.5');
  line.setAttribute('stroke-dasharray', looks[told].dashes.map((dash) => dash * 1.5).join(' '));
  svg.append(line);
  return make('span', {class: 'sample'}, svg, ` ${looks[told].mark}`);
}

/** @param {string} text as --as-told-by has it */
function readParties(text) {
  return text.split('/').filter((party) => party === EVERYBODY ||
    (party !== '' && voicesOf(party).size > 0)).slice(0, MOST_PANELS);
}

/** @type {{text: string, parties: string[]}} */
let tellersRead = {text: '', parties: []};

/**
 * The parties that tell what is shown.
 * @returns {string[]}
 */
function tellers() {
  const text = state['as-told-by'];
  if (tellersRead.text !== text) tellersRead = {text, parties: readParties(text)};
  return tellersRead.parties;
}

/** The parties that the figure shown is told by, in the page or as it was drawn. */
function partiesShown() {
  const own = shownFigure().view.options.find(([name]) => name === 'as-told-by');
  return own === undefined ? tellers() : readParties(own[1]);
}

/** @param {Figure} figure */
function isToldAlready(figure) {
  return figure.view.options.some(([name]) => name === 'as-told-by');
}

/**
 * The groups of a figure's ties.
 * @param {Figure} figure
 * @returns {[SVGGElement, string[], SVGGElement[]][]}
 */
function tiesIn(figure) {
  return [...new Set(figure.ties.values())].map((group) =>
    [group, figure.parts.get(group) ?? [], figure.followers.get(group) ?? []]);
}

/** @type {WeakMap<Element, string>} the ids of what groups in panels stand for */
const panelParts = new WeakMap();

/**
 * Opens what is clicked in a panel, as in the figure.
 * @param {Event} event
 */
function onPanelClick(event) {
  const target = event.target instanceof Element ? event.target : null;
  const group = target?.closest('g.node, g.edge') ?? null;
  const id = group === null ? undefined : panelParts.get(group);
  if (id !== undefined || isInnerLink(target?.closest('a') ?? null)) event.preventDefault();
  if (id !== undefined) change({show: id}, true);
}

/**
 * The same groups in a copy of the figure, in which they have no ids.
 * @param {Figure} figure
 * @param {SVGSVGElement} copy
 * @returns {[SVGGElement, string[], SVGGElement[]][]}
 */
function tiesInCopy(figure, copy) {
  const originals = [...figure.svg.querySelectorAll('g')];
  const copies = [...copy.querySelectorAll('g')];
  const twin = new Map(originals.map((group, index) => [group, copies[index]]));
  const twinsOf = (/** @type {SVGGElement[]} */ groups) => groups.flatMap((group) => {
    const other = twin.get(group);
    return other === undefined ? [] : [other];
  });
  for (const [group, ids] of figure.parts)
    for (const other of twinsOf([group])) panelParts.set(other, ids[0]);
  return tiesIn(figure).flatMap(([group, ids, followers]) =>
    twinsOf([group]).map((other) =>
      /** @type {[SVGGElement, string[], SVGGElement[]]} */ ([other, ids, twinsOf(followers)])));
}

/**
 * A picture to look at: what it says is in the figure and in the table.
 * @param {Figure} figure
 */
function copyOf(figure) {
  const copy = /** @type {SVGSVGElement} */ (figure.svg.cloneNode(true));
  for (const element of [copy, ...copy.querySelectorAll('[tabindex], [role]')])
    for (const name of ['tabindex', 'role', 'aria-label', 'aria-labelledby', 'style'])
      element.removeAttribute(name);
  for (const added of copy.querySelectorAll('.ring')) added.remove();
  return copy;
}

/**
 * Takes the ids from a copy, once its groups were found; what refers to one finds the original.
 * @param {SVGSVGElement} copy
 */
function withoutIds(copy) {
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  copy.setAttribute('aria-hidden', 'true');
}

/**
 * @param {Figure} figure
 * @param {string} party
 * @param {Span | null} span
 */
function panelFor(figure, party, span) {
  const copy = copyOf(figure);
  const counts = tellTies(tiesInCopy(figure, copy), party, span);
  withoutIds(copy);
  return make('figure', {class: 'panel'}, make('figcaption', {}, toldKey(party, counts)),
    make('div', {class: 'sheet'}, copy));
}

/** @type {Map<Figure, {key: HTMLElement, panels: HTMLElement, said: string}>} */
const toldParts = new Map();

/** @param {Figure} figure */
function partsForTelling(figure) {
  const known = toldParts.get(figure);
  if (known !== undefined) return known;
  const parts = {key: make('div', {class: 'told', role: 'note'}),
    panels: make('div', {class: 'panels', click: onPanelClick}), said: ''};
  figure.section.querySelector('.sheet')?.before(parts.key, parts.panels);
  toldParts.set(figure, parts);
  return parts;
}

/**
 * Tells what FIGURE shows: one party in the figure itself, several in panels.
 * @param {Figure} figure
 * @param {Time} time
 */
function tellFigure(figure, time) {
  const parties = isToldAlready(figure) ? [] : tellers();
  const parts = partsForTelling(figure);
  const {span} = time;
  const said = JSON.stringify([parties, span, parties.length > 1 ? [...figure.out].length : 0,
    parties.length > 1 ? writeState(state) : '']);
  if (parts.said === said || (parts.said === '' && parties.length === 0)) return;
  parts.said = said;
  const counts = tellTies(tiesIn(figure), parties.length === 1 ? parties[0] : null, span);
  nameTies(figure);
  fill(parts.key, parties.length === 1 ? toldKey(parties[0], counts) : []);
  fill(parts.panels, parties.length > 1
    ? parties.map((party) => panelFor(figure, party, span)) : []);
}

/** What screen readers say of the ties. @param {Figure} figure */
function nameTies(figure) {
  for (const [group, ids] of tiesIn(figure))
    group.setAttribute('aria-label',
      `${group.querySelector('title')?.textContent ?? ''}${toldInWords(figure, ids)}`);
}

/** "; as told by Russia: denied" @param {Figure} figure @param {string[]} ids */
function toldInWords(figure, ids) {
  const parties = isToldAlready(figure) ? [] : tellers();
  return parties.map((party) => `${word('semicolon')}${word('told-as', partyName(party))}${word('colon')}${
    toldWord(toldTogether(ids, party, shownSpan), party)}`).join('');
}

/**
 * The parties that speak of ties of the page, by name, with the ties that each speaks of.
 * @returns {[string, string, number][]}
 */
function partyItems() {
  const speakers = [...actors.keys(), ...[...sources.keys()].filter((id) => !actors.has(id))];
  const items = speakers.flatMap((id) => {
    const count = voicesOf(id).size === 0 ? 0 : data.relations.filter((relation) =>
      toldBy(relation, id, null) !== 'unsourced').length;
    const {actor = null} = actors.has(id) ? {} : sources.get(id)?.explain ?? {};
    const isKnown = actor !== null && voicesOf(actor).size === 1;
    return count === 0 || isKnown ? [] : [/** @type {[string, string, number]} */ ([id, actors.has(id) ? actorName(id) : sourceName(id), count])];
  });
  items.sort((a, b) => collator.compare(a[1], b[1]));
  const agreed = data.relations.filter((relation) =>
    toldBy(relation, EVERYBODY, null) !== 'unsourced').length;
  return [[EVERYBODY, partyName(EVERYBODY), agreed], ...items];
}

/** @type {Set<string>} the parties that have a box */
const partyBoxes = new Set();

/** Boxes for the parties: one tells the figure, several have panels. */
function makeTellers() {
  const items = partyItems();
  const rows = items.map(([party, name, count]) => {
    const box = make('input', {type: 'checkbox', change: () => {
      const others = tellers().filter((other) => other !== party);
      change({'as-told-by': (box.checked ? [...others, party] : others).join('/')});
    }});
    if (items.length > 1) partyBoxes.add(party);
    controls.push(() => {
      box.checked = !isToldAlready(shownFigure()) && tellers().includes(party);
      box.disabled = isToldAlready(shownFigure()) ||
        (!box.checked && tellers().length >= MOST_PANELS);
    });
    return make('label', {}, box, make('span', {}, isolate(name)),
      make('span', {class: 'count'}, String(count)));
  });
  return items.length < 2 ? null : make('details', {class: 'filter tellers'},
    make('summary', {}, word('tellers')), make('p', {class: 'small'}, word('tellers-hint')),
    make('div', {class: 'choices'}, rows));
}
