// SPDX-License-Identifier: MIT
// Files that a reader takes from the page.

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const anchor = make('a', {href: address, download: name});
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/**
 * A cell as `list --format=csv` writes it: one that a spreadsheet would run gets an apostrophe.
 * @param {string | number | null} value
 */
function csvCell(value) {
  let text = clean(String(value ?? ''));
  if (/^[=+\-@\t\r\n]/.test(text) && !/^[+-]$/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text))
    text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** @param {string} id */
function plainName(id) {
  return actors.get(id)?.name ?? id;
}

/**
 * @param {Relation} relation
 * @returns {(string | number | null)[]}
 */
function csvRow(relation) {
  const {explain} = relation;
  const by = (/** @type {string} */ stance) => [...new Set(
    claimsOf(relation, shownSpan, stance).map((claim) => claim.by))].sort().join(' ');
  return [explain.id, explain.type, explain.form, explain.from_all.join(' '),
    explain.to.join(' '), explain.when, phaseIn(relation, shownSpan),
    evidenceIn(relation, shownSpan), gradeIn(relation, shownSpan),
    weightIn(relation, shownSpan), explain.sign, explain.tier, explain.event, explain.place, by('asserts'),
    by('denies'), explain.from_all.map(plainName).join('; '),
    explain.to.map(plainName).join('; ')];
}

/** @param {Relation[]} list */
function csvFile(list) {
  const head = ['id', 'type', 'form', 'from', 'to', 'when', 'phase', 'evidence', 'grade', 'weight',
    'sign', 'tier', 'event', 'place', 'sources', 'denied_by', 'from_name', 'to_name'];
  return [head, ...list.map(csvRow)].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}
