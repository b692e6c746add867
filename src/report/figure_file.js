// SPDX-License-Identifier: MIT
// The figure as a file. One from which something was left out says so within itself.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Whether FIGURE shows less than was drawn.
 * @param {Figure} figure
 */
function isFiltered(figure) {
  return selected.size < figure.view.relations.length;
}

/**
 * Whether a figure lacks ties, or is told of another time than it was drawn for.
 * @param {Figure} figure
 */
function isAltered(figure) {
  const {refused} = readCriteria(state.settings, figure.view);
  const retold = ['at', 'during'].some((name) => state.settings.has(name) && !refused.includes(name));
  return isFiltered(figure) || (retold && !isToldAlready(figure) && tellers().length > 0);
}

/**
 * What a figure was made to show in the page: "Filtered in the page: 1 of 3 ties shown:
 * evidence=asserted. …"; "" if it is as it was drawn.
 * @param {Figure} figure
 */
function filterWords(figure) {
  const told = isToldAlready(figure) ? [] : tellers();
  const [one] = told;
  const parts = [];
  if (isAltered(figure))
    parts.push(`${word('filtered', rows.length).replace('%', String(countTies(figure.view)))}${
      word('colon')}${settingWords().join(word('comma'))}. ${word('filtered-counts')}`);
  if (told.length === 1) parts.push(`${word('as-told-by', partyName(one))}.`);
  return parts.join(' ');
}

/** The number of relations in a view. @param {View} view */
function countTies(view) {
  return view.relations.filter((number) => data.relations[number].participation !== true).length;
}

/**
 * Lines of words that fit into a width.
 * @param {string} text
 * @param {number} most characters
 */
function breakLines(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const part of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + part.length < most)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

/**
 * @param {string} name
 * @param {{[name: string]: string | number}} attributes
 */
function makeShape(name, attributes) {
  const shape = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, typeof value === 'number' ? String(Number(value.toFixed(2))) : value);
  return shape;
}

/**
 * Makes room below a figure and writes there.
 * @param {SVGSVGElement} svg
 * @param {string} text
 */
function addFoot(svg, text) {
  const {x, y, width, height} = svg.viewBox.baseVal;
  const size = Number(svg.querySelector('.foot text')?.getAttribute('font-size') ?? 7);
  const rtl = document.documentElement.dir === 'rtl';
  const lines = breakLines(text, Math.max(20, width / size * 1.8));
  const room = size * (1.4 * lines.length + 1);
  const foot = makeShape('g', {'class': 'filtered'});
  foot.append(makeShape('rect', {x, y: y + height, width, height: room, fill: '#FFFFFF'}));
  lines.forEach((line, index) => {
    const shown = makeShape('text', {x: rtl ? x + width - size : x + size,
      y: y + height + size * (1.4 * index + 1), 'font-size': size, 'font-weight': 'bold',
      'fill': '#1A1A1A', ...(rtl ? {direction: 'rtl'} : {})});
    shown.textContent = clean(line);
    foot.append(shown);
  });
  svg.append(foot);
  const points = parseFloat(svg.getAttribute('height') ?? '') / height;
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${(height + room).toFixed(2)}`);
  if (points > 0) svg.setAttribute('height', `${((height + room) * points).toFixed(2)}pt`);
}

/**
 * What screen readers say of a figure, without what was left out.
 * @param {SVGSVGElement} svg
 * @param {string} text
 */
function tellFiltered(svg, text) {
  const ties = [...svg.querySelectorAll('g.edge:not(.out) > title')]
    .filter((title) => title.closest('[aria-hidden]') === null);
  const description = svg.querySelector('desc');
  if (description !== null)
    description.textContent = [text, ...ties.map((title) => title.textContent)].join('\n');
}

/** @param {SVGSVGElement} svg */
function cleanFile(svg) {
  for (const added of svg.querySelectorAll('.reach, .ring')) added.remove();
  for (const named of svg.querySelectorAll('.line, .shape')) named.removeAttribute('class');
  for (const group of svg.querySelectorAll('.out'))
    if (state.others === 'hidden') group.remove();
    else group.setAttribute('opacity', '0.15');
  for (const element of [svg, ...svg.querySelectorAll('[tabindex], .out, [aria-hidden]')]) {
    element.classList.remove('out', 'hides', 'picked');
    for (const name of ['tabindex', 'aria-label', 'aria-roledescription', 'aria-keyshortcuts',
      'aria-hidden', 'style', 'role'])
      element.removeAttribute(name);
  }
  svg.setAttribute('role', 'img');
}

/**
 * The figure as a file: as it was drawn, without what is filtered out.
 * @param {Figure} figure
 */
function figureFile(figure) {
  const copy = /** @type {SVGSVGElement} */ (figure.svg.cloneNode(true));
  const text = filterWords(figure);
  if (isAltered(figure)) {
    tellFiltered(copy, text);
    for (const stale of copy.querySelectorAll('.legend, .foot')) stale.setAttribute('opacity', '0.5');
  }
  cleanFile(copy);
  if (text !== '') addFoot(copy, text);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
