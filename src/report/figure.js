// SPDX-License-Identifier: MIT
// The figures: which groups of an SVG stand for which relations and actors, what is filtered out
// of them, and their size.

/**
 * @typedef {{view: View, section: HTMLElement, svg: SVGSVGElement, actors: Map<string, SVGGElement>,
 *   ties: Map<string, SVGGElement>, parts: Map<SVGGElement, string[]>,
 *   followers: Map<SVGGElement, SVGGElement[]>, copies: Set<SVGGElement>, out: Set<SVGGElement>,
 *   zoom: number}} Figure
 *   PARTS are the ids of actors or relations that a group stands for, the first one first;
 *   FOLLOWERS are the groups that are marked as a tie is; COPIES are the groups in panels but the
 *   first, which are not in ACTORS and TIES; OUT are those that are marked
 */

/**
 * The id of what a group stands for, without the prefix of the figure.
 * @param {Element} group
 * @param {string} prefix
 */
function partOf(group, prefix) {
  return group.id.startsWith(prefix) ? group.id.slice(prefix.length) : '';
}

/**
 * @param {SVGGElement} group
 * @param {string} list the name of the attribute that lists several
 * @param {string} id
 */
function idsOf(group, list, id) {
  const several = group.getAttribute(list)?.split(' ') ?? [];
  return [id, ...several.filter((other) => other !== id)];
}

/**
 * @param {Figure} figure
 * @param {string} prefix of the ids in a panel
 * @param {string} kind
 * @param {string} list
 * @param {Map<string, SVGGElement>} found
 */
function findGroups(figure, prefix, kind, list, found) {
  for (const group of figure.svg.querySelectorAll(`g[id^="${prefix}${kind}-"]`)) {
    if (!(group instanceof SVGGElement)) continue;
    const ids = idsOf(group, list, partOf(group, `${prefix}${kind}-`));
    figure.parts.set(group, ids);
    for (const id of ids) if (!found.has(id)) found.set(id, group);
  }
}

/**
 * Finds what belongs to a tie besides its group: its junction and its notes.
 * @param {Figure} figure
 * @param {string} prefix
 * @param {Map<string, SVGGElement>} ties
 */
function findFollowers(figure, prefix, ties) {
  for (const kind of ['junction', 'note'])
    for (const group of figure.svg.querySelectorAll(`g[id^="${prefix}${kind}-"]`)) {
      const tie = ties.get(partOf(group, `${prefix}${kind}-`));
      if (tie === undefined || !(group instanceof SVGGElement)) continue;
      figure.followers.set(tie, [...figure.followers.get(tie) ?? [], group]);
    }
}

/**
 * Finds the groups of a panel, or of a figure that has none.
 * @param {Figure} figure
 * @param {string} prefix
 * @param {Map<string, SVGGElement>} found actors and events
 * @param {Map<string, SVGGElement>} ties
 */
function findPanel(figure, prefix, found, ties) {
  findGroups(figure, prefix, 'actor', 'data-actors', found);
  findGroups(figure, prefix, 'event', 'data-actors', found);
  findGroups(figure, prefix, 'relation', 'data-relations', ties);
  findFollowers(figure, prefix, ties);
}

/**
 * Finds the groups of the other panels of a sheet.
 * @param {Figure} figure
 */
function findCopies(figure) {
  const first = new Set(figure.parts.keys());
  const panels = [...figure.svg.querySelectorAll('g.panel')].slice(1);
  panels.forEach((panel, index) => {
    findPanel(figure, `panel${index + 2}-${figure.view.id}-`, new Map(), new Map());
    panel.setAttribute('aria-hidden', 'true');
  });
  for (const group of figure.parts.keys()) if (!first.has(group)) figure.copies.add(group);
}

/**
 * @param {HTMLElement} section
 * @param {View} view
 * @returns {Figure | null}
 */
function readFigure(section, view) {
  const svg = section.querySelector('svg');
  if (svg === null) return null;
  /** @type {Figure} */
  const figure = {view, section, svg, actors: new Map(), ties: new Map(), parts: new Map(),
    followers: new Map(), copies: new Set(), out: new Set(), zoom: 1};
  findPanel(figure, `${view.id}-`, figure.actors, figure.ties);
  findCopies(figure);
  return figure;
}

const figures = data.views.flatMap((view) => {
  const section = [...document.querySelectorAll('section')].find((item) =>
    item.dataset.view === view.id);
  const figure = section === undefined ? null : readFigure(section, view);
  return figure === null ? [] : [figure];
});

function shownFigure() {
  return figures.find(({view}) => view.id === state.view) ?? figures[0];
}

/**
 * Marks a group and what follows it, or takes the marks away. Only changes cost time.
 * @param {Figure} figure
 * @param {SVGGElement} group
 * @param {boolean} out
 */
function markGroup(figure, group, out) {
  if (figure.out.has(group) === out) return;
  if (out) figure.out.add(group);
  else figure.out.delete(group);
  for (const part of [group, ...figure.followers.get(group) ?? []])
    part.classList.toggle('out', out);
}

/**
 * Marks the groups of FIGURE that are filtered out.
 * @param {Figure} figure
 * @param {Set<Relation>} selected
 */
function markFigure(figure, selected) {
  const ids = new Set([...selected].map(({explain}) => explain.id));
  const whole = selected.size === figure.view.relations.length;
  const ends = new Set([...selected].flatMap(endsOf));
  const isIn = (/** @type {string} */ id) => whole || ids.has(id) || ends.has(id);
  for (const [group, parts] of figure.parts)
    markGroup(figure, group, !parts.some(isIn));
  figure.svg.classList.toggle('hides', state.others === 'hidden');
}

/**
 * @param {Figure} figure
 * @param {number} zoom
 */
function zoomFigure(figure, zoom) {
  figure.zoom = Math.min(8, Math.max(0.5, zoom));
  figure.svg.style.width = figure.zoom === 1 ? '' : `${figure.zoom * 100}%`;
}

/**
 * All groups of a class, those of all panels.
 * @param {Figure} figure
 * @param {string} name
 */
function groupsOf(figure, name) {
  return [...figure.parts.keys()].filter((group) => group.classList.contains(name));
}

/**
 * Lines are thin: a wider one that is not seen takes clicks.
 * @param {Figure} figure
 */
function widenLines(figure) {
  for (const tie of groupsOf(figure, 'edge'))
    for (const line of tie.querySelectorAll('path')) {
      const wide = /** @type {SVGPathElement} */ (line.cloneNode());
      for (const name of ['stroke', 'stroke-width', 'stroke-dasharray']) wide.removeAttribute(name);
      wide.setAttribute('class', 'reach');
      line.setAttribute('class', 'line');
      line.before(wide);
    }
  for (const node of groupsOf(figure, 'node'))
    node.querySelector('rect, polygon, circle, ellipse, path')?.setAttribute('class', 'shape');
}
