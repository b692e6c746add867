// SPDX-License-Identifier: MIT
// Keys in a figure. They go by relation, never by position: from an actor to its ties, from a tie
// to its other parties, and back. A figure is one stop of the Tab key.

/** @typedef {{kind: 'actor' | 'tie', id: string}} Stop */

/** @type {WeakMap<Figure, Stop[]>} the way that led to where the focus is, the last stop last */
const ways = new WeakMap();

/**
 * @param {Figure} figure
 * @param {Stop} stop
 */
function groupOf(figure, stop) {
  return (stop.kind === 'actor' ? figure.actors : figure.ties).get(stop.id);
}

/**
 * Whether a reader sees the group.
 * @param {SVGGElement | undefined} group
 */
function isThere(group) {
  return group !== undefined && !group.classList.contains('out');
}

/**
 * One stop for each group, with the first of the ids that it stands for.
 * @param {Figure} figure
 * @param {'actor' | 'tie'} kind
 * @param {Iterable<string>} ids
 * @returns {Stop[]}
 */
function stopsFor(figure, kind, ids) {
  const groups = new Set([...ids].map((id) => groupOf(figure, {kind, id})).filter(isThere));
  return [...groups].map((group) => ({kind,
    id: figure.parts.get(/** @type {SVGGElement} */ (group))?.[0] ?? ''}));
}

/** @type {WeakMap<Figure, string[]>} the actors by name */
const orders = new WeakMap();

/** @param {Figure} figure */
function allActors(figure) {
  const ids = orders.get(figure) ?? [...figure.actors.keys()].sort((a, b) =>
    collator.compare(actorName(a), actorName(b)));
  orders.set(figure, ids);
  return stopsFor(figure, 'actor', ids);
}

/**
 * All ids that the group of a stop stands for.
 * @param {Figure} figure
 * @param {Stop} stop
 */
function idsAt(figure, stop) {
  const group = groupOf(figure, stop);
  return group === undefined ? [] : figure.parts.get(group) ?? [];
}

/**
 * Where the keys lead from a stop: from an actor to its ties, from a tie to its parties but the
 * one before it.
 * @param {Figure} figure
 * @param {Stop} stop
 * @param {Stop | undefined} before
 * @returns {Stop[]}
 */
function nextStops(figure, stop, before) {
  const ids = idsAt(figure, stop);
  if (stop.kind === 'actor')
    return stopsFor(figure, 'tie', ids.flatMap((id) =>
      (tiesOf.get(id) ?? []).map(({explain}) => explain.id)));
  const ends = ids.flatMap((id) => {
    const tie = relations.get(id);
    return tie === undefined ? [] : endsOf(tie);
  });
  const stops = stopsFor(figure, 'actor', ends);
  const others = stops.filter(({id}) => id !== before?.id);
  return others.length > 0 ? others : stops;
}

/**
 * The stops among which the last one of a way is.
 * @param {Figure} figure
 * @param {Stop[]} way
 */
function siblings(figure, way) {
  return way.length === 1 ? allActors(figure)
    : nextStops(figure, way[way.length - 2], way[way.length - 3]);
}

/** A ring around an actor that has the focus; a tie gets a halo (page.css). @param {SVGGElement} group */
function showRing(group) {
  const box = group.getBBox();
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const set = (/** @type {string} */ name, /** @type {number} */ value) =>
    ring.setAttribute(name, String(value));
  set('x', box.x - 3);
  set('y', box.y - 3);
  set('width', box.width + 6);
  set('height', box.height + 6);
  set('rx', 4);
  ring.setAttribute('class', 'ring');
  group.append(ring);
}

/** @param {Figure} figure */
function hideRing(figure) {
  for (const ring of figure.svg.querySelectorAll('.ring')) ring.remove();
}

/**
 * Where the focus is among its siblings, in words.
 * @param {Figure} figure
 * @param {Stop[]} way
 */
function placeInWords(figure, way) {
  const among = siblings(figure, way);
  const last = way[way.length - 1];
  const number = among.findIndex(({id}) => id === last.id) + 1;
  const text = word(last.kind === 'tie' ? 'tie-of' : 'actor-of', number)
    .replace('%', String(among.length));
  const before = way[way.length - 2];
  return before?.kind === 'actor' ? `${actorName(before.id)}: ${text}` : text;
}

/**
 * Makes the last stop of WAY the one where the Tab key enters the figure.
 * @param {Figure} figure
 * @param {Stop[]} way
 */
function settle(figure, way) {
  const group = groupOf(figure, way[way.length - 1]);
  if (group === undefined) return;
  for (const other of figure.svg.querySelectorAll('[tabindex="0"]'))
    other.setAttribute('tabindex', '-1');
  group.setAttribute('tabindex', '0');
  ways.set(figure, way);
}

/**
 * If the stop where the Tab key enters the figure is filtered out, lets it enter at another one.
 * @param {Figure} figure
 */
function resettle(figure) {
  const way = ways.get(figure);
  if (way !== undefined && isThere(groupOf(figure, way[way.length - 1]))) return;
  const [first] = allActors(figure);
  if (first !== undefined) settle(figure, [first]);
}

/**
 * Moves the focus to the end of WAY.
 * @param {Figure} figure
 * @param {Stop[]} way
 */
function walkTo(figure, way) {
  settle(figure, way);
  groupOf(figure, way[way.length - 1])?.focus();
  announce(placeInWords(figure, way));
}

/**
 * The way after a key; null if the key leads nowhere.
 * @param {Figure} figure
 * @param {Stop[]} way
 * @param {string} key
 * @returns {Stop[] | null}
 */
function wayAfter(figure, way, key) {
  const last = way[way.length - 1];
  const among = siblings(figure, way);
  const at = among.findIndex(({id}) => id === last.id);
  const beside = (/** @type {number} */ index) => {
    const stop = among[(index + among.length) % among.length];
    return stop === undefined ? null : [...way.slice(0, -1), stop];
  };
  switch (key) {
    case 'ArrowDown': return beside(at + 1);
    case 'ArrowUp': return beside(at < 0 ? -1 : at - 1);
    case 'Home': return beside(0);
    case 'End': return beside(-1);
    case 'Escape': return way.length > 1 ? way.slice(0, 1) : null;
    case 'back': return way.length > 1 ? way.slice(0, -1) : null;
    case 'on': {
      const [stop] = nextStops(figure, last, way[way.length - 2]);
      return stop === undefined ? null : [...way, stop];
    }
    default: return null;
  }
}

/** The key by what it means: in right-to-left pages, left is on. @param {string} key */
function meaning(key) {
  const rtl = document.documentElement.dir === 'rtl';
  if (key === 'ArrowRight') return rtl ? 'back' : 'on';
  if (key === 'ArrowLeft') return rtl ? 'on' : 'back';
  return key;
}

/**
 * @param {Figure} figure
 * @param {KeyboardEvent} event
 */
function onKey(figure, event) {
  const way = ways.get(figure);
  if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    change({show: way[way.length - 1].id}, true);
    focusDetails();
    return;
  }
  const after = wayAfter(figure, way, meaning(event.key));
  if (after === null) return;
  event.preventDefault();
  walkTo(figure, after);
}

/**
 * The stop of the group that an event happened in.
 * @param {Figure} figure
 * @param {Event} event
 * @returns {Stop | null}
 */
function stopAt(figure, event) {
  const group = event.target instanceof Element ? event.target.closest('g.node, g.edge') : null;
  const id = group instanceof SVGGElement ? figure.parts.get(group)?.[0] : undefined;
  return id === undefined ? null
    : {kind: group?.classList.contains('edge') ? 'tie' : 'actor', id};
}

/**
 * The way to a stop that was not reached by keys.
 * @param {Figure} figure
 * @param {Stop} stop
 * @returns {Stop[]}
 */
function wayTo(figure, stop) {
  if (stop.kind === 'actor') return [stop];
  const [from] = nextStops(figure, stop, undefined);
  return from === undefined ? [stop] : [from, stop];
}

/**
 * @param {Figure} figure
 * @param {Event} event
 */
function onFocus(figure, event) {
  const stop = stopAt(figure, event);
  const way = ways.get(figure);
  hideRing(figure);
  if (stop === null) return;
  if (way?.[way.length - 1].id !== stop.id) settle(figure, wayTo(figure, stop));
  const group = groupOf(figure, stop);
  if (stop.kind === 'actor' && group?.matches(':focus-visible')) showRing(group);
}

/**
 * @param {Figure} figure
 * @param {Event} event
 */
function onClick(figure, event) {
  const stop = stopAt(figure, event);
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  if (stop !== null || isInnerLink(anchor)) event.preventDefault();
  if (stop === null) followLink(figure, anchor);
  if (stop === null) return;
  settle(figure, wayTo(figure, stop));
  change({show: stop.id}, true);
}

/** Whether a link leads to a part of the page. @param {Element | null} anchor */
function isInnerLink(anchor) {
  return anchor?.getAttribute('href')?.startsWith('#') ?? false;
}

/**
 * From a note back to its line. The address stays: its fragment is what is shown.
 * @param {Figure} figure
 * @param {Element | null} anchor
 */
function followLink(figure, anchor) {
  const target = anchor?.getAttribute('href')?.slice(1);
  const group = [...figure.parts.keys()].find(({id}) => id === target);
  const id = group === undefined ? undefined : figure.parts.get(group)?.[0];
  if (group === undefined || id === undefined) return;
  group.scrollIntoView({block: 'nearest', inline: 'nearest'});
  walkTo(figure, wayTo(figure, {kind: group.classList.contains('edge') ? 'tie' : 'actor', id}));
}

/**
 * Takes the links of a figure out of the way of the Tab key, and those that lead nowhere in it,
 * which could set what the page shows, altogether.
 * @param {Figure} figure
 */
function prepareLinks(figure) {
  const ids = new Set([...figure.svg.querySelectorAll('[id]')].map(({id}) => id));
  for (const anchor of figure.svg.querySelectorAll('a')) {
    anchor.setAttribute('tabindex', '-1');
    if (isInnerLink(anchor) && !ids.has(anchor.getAttribute('href')?.slice(1) ?? ''))
      anchor.removeAttribute('href');
  }
}

/**
 * Makes the groups of a figure things that can be reached and opened, with the sentences of their
 * titles as names.
 * @param {Figure} figure
 */
function prepareFigure(figure) {
  figure.svg.setAttribute('role', 'application');
  figure.svg.setAttribute('aria-roledescription', word('figure'));
  prepareLinks(figure);
  for (const group of figure.parts.keys()) {
    if (figure.copies.has(group)) continue;
    group.setAttribute('tabindex', '-1');
    group.setAttribute('role', 'button');
    group.setAttribute('aria-label', group.querySelector('title')?.textContent ?? '');
    group.setAttribute('aria-roledescription',
      word(group.classList.contains('edge') ? 'tie' : 'actor'));
  }
  figure.svg.addEventListener('keydown', (event) => onKey(figure, event));
  figure.svg.addEventListener('focusin', (event) => onFocus(figure, event));
  figure.svg.addEventListener('focusout', () => hideRing(figure));
  figure.svg.addEventListener('click', (event) => onClick(figure, event));
}
