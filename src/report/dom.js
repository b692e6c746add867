// SPDX-License-Identifier: MIT
// Builds elements. All text becomes text nodes: nothing from the dataset is ever markup.

/**
 * TEXT without characters that a page should not contain: controls, and those that change the
 * order in which text is shown (as utf8_is_clean).
 * @param {string} text
 */
function clean(text) {
  return text.replace(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd');
}

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{[name: string]: string | boolean | ((event: Event) => void) | undefined}} properties
 *   attributes, and listeners by the names of their events
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties))
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, clean(value));
  for (const child of children.flat())
    if (typeof child === 'string') element.append(clean(child));
    else if (child instanceof Node) element.append(child);
  return element;
}

/**
 * Makes the children of an element these, however many.
 * @param {Element} element
 * @param {Child[]} children
 */
function fill(element, children) {
  const all = document.createDocumentFragment();
  for (const child of children)
    if (child instanceof Node) all.append(child);
    else if (typeof child === 'string') all.append(clean(child));
  element.replaceChildren(all);
}

/**
 * Text of the dataset, in the direction of its own letters.
 * @param {string} text
 * @param {string | null} [language]
 */
function isolate(text, language) {
  return make('bdi', {lang: language ?? undefined}, text);
}

/**
 * Addresses that are safe as links (as base/text/address.h).
 * @param {string} address
 */
function isSafe(address) {
  return /^(https?|mailto):[^\0-\x20\x7f]*$/i.test(address.trim());
}

/**
 * A link to an address, or only its text if it is not safe.
 * @param {string} address
 * @param {string} text
 */
function link(address, text) {
  return isSafe(address)
    ? make('a', {href: address.trim(), rel: 'noopener noreferrer', target: '_blank'}, text)
    : make('span', {}, `${text}: `, isolate(address));
}

/**
 * A link that shows something of the dataset. Its address is for a new tab and for bookmarks.
 * @param {string} show its id, as explain takes it
 * @param {string} text
 * @param {string} [label] a longer name for screen readers
 */
function opener(show, text, label) {
  return make('a', {class: 'open', href: `#${writeState({...state, show})}`, 'aria-label': label,
    click: (event) => {
      if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      change({show}, true);
    }}, isolate(text));
}

/**
 * @param {string[]} ids
 * @returns {Child[]}
 */
function actorList(ids) {
  return ids.flatMap((id, index) =>
    [index > 0 ? word('comma') : null, actors.has(id) ? opener(id, actorName(id)) : isolate(id)]);
}
