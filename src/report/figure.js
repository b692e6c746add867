// SPDX-License-Identifier: MIT
// The figures: which groups of an SVG stand for which relations and actors, what is filtered out
// of them, and their size.

/**
 * @typedef {{view: View, section: HTMLElement, svg: SVGSVGElement, actors: Map<string, SVGGElement>,
 *   ties: Map<string, SVGGElement>, parts: Map<SVGGElement, string[]>,
 *   followers: Map<SVGGElement, SVGGElement[]>, out: Set<SVGGElement>, zoom: number}} Figure
 *   PARTS are the ids of actors or relations that a group stands for, the first one first;
 *   FOLLOWERS are the groups that are marked as a tie is; OUT are those that are marked
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
 * @param {string} kind
 * @param {string} list
 * @param {Map<string, SVGGElement>} found
 */
function findGroups(figure, kind, list, found) {
  for (const group of figure.svg.querySelectorAll(`g[id^="${figure.view.id}-${kind}-"]`)) {
    if (!(group instanceof SVGGElement)) continue;
    const ids = idsOf(group, list, partOf(group, `${figure.view.id}-${kind}-`));
    figure.parts.set(group, ids);
    for (const id of ids) if (!found.has(id)) found.set(id, group);
  }
}

/**
 * Finds what belongs to a tie besides its group: its junction and its notes.
 * @param {Figure} figure
 */
function findFollowers(figure) {
  for (const kind of ['junction', 'note'])
    for (const group of figure.svg.querySelectorAll(`g[id^="${figure.view.id}-${kind}-"]`)) {
      const tie = figure.ties.get(partOf(group, `${figure.view.id}-${kind}-`));
      if (tie === undefined || !(group instanceof SVGGElement)) continue;
      figure.followers.set(tie, [...figure.followers.get(tie) ?? [], group]);
    }
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
    followers: new Map(), out: new Set(), zoom: 1};
  findGroups(figure, 'actor', 'data-actors', figure.actors);
  findGroups(figure, 'event', 'data-actors', figure.actors);
  findGroups(figure, 'relation', 'data-relations', figure.ties);
  findFollowers(figure);
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
 * Lines are thin: a wider one that is not seen takes clicks.
 * @param {Figure} figure
 */
function widenLines(figure) {
  for (const tie of new Set(figure.ties.values()))
    for (const line of tie.querySelectorAll('path')) {
      const wide = /** @type {SVGPathElement} */ (line.cloneNode());
      for (const name of ['stroke', 'stroke-width', 'stroke-dasharray']) wide.removeAttribute(name);
      wide.setAttribute('class', 'reach');
      line.setAttribute('class', 'line');
      line.before(wide);
    }
  for (const node of new Set(figure.actors.values()))
    node.querySelector('rect, polygon, circle, ellipse, path')?.setAttribute('class', 'shape');
}

/**
 * The figure as a file: as it was drawn, without what is filtered out.
 * @param {Figure} figure
 */
function figureFile(figure) {
  const copy = /** @type {SVGSVGElement} */ (figure.svg.cloneNode(true));
  for (const added of copy.querySelectorAll('.reach, .ring')) added.remove();
  for (const named of copy.querySelectorAll('.line, .shape')) named.removeAttribute('class');
  for (const group of copy.querySelectorAll('.out'))
    if (state.others === 'hidden') group.remove();
    else group.setAttribute('opacity', '0.15');
  for (const element of [copy, ...copy.querySelectorAll('[tabindex]')]) {
    element.classList.remove('out', 'hides', 'picked');
    for (const name of ['tabindex', 'aria-label', 'aria-roledescription', 'aria-keyshortcuts',
      'style', 'role'])
      element.removeAttribute(name);
  }
  copy.setAttribute('role', 'img');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
