// SPDX-License-Identifier: MIT
// Dates as model/date.h has them: days since 0000-03-01, and texts in EDTF.

const FIRST_DAY = -2147483648;
const LAST_DAY = 2147483647;

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function makeDay(year, month, day) {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) + day - 1;
}

/**
 * @param {number} year
 * @param {number} month
 */
function monthLength(year, month) {
  return month === 12 ? 31 : makeDay(year, month + 1, 1) - makeDay(year, month, 1);
}

/**
 * The year in which a day is.
 * @param {number} day
 */
function yearOf(day) {
  let year = Math.floor(day / 365.2425);
  while (makeDay(year + 1, 1, 1) <= day) year += 1;
  while (makeDay(year, 1, 1) > day) year -= 1;
  return year;
}

/**
 * The days of a single date; null if it is none.
 * @param {string} text
 * @returns {Span | null}
 */
function readDate(text) {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(text);
  if (match === null) return null;
  const [, years, months, days] = match;
  const first = Number(years.replace(/X/g, '0'));
  const count = 10 ** (years.split('X').length - 1);
  if (months === undefined)
    return [makeDay(first, 1, 1), makeDay(first + count - 1, 12, 31)];
  const month = Number(months);
  if (count > 1 || month < 1 || month > 12) return null;
  const length = monthLength(first, month);
  if (days === undefined) return [makeDay(first, month, 1), makeDay(first, month, length)];
  const day = Number(days);
  return day < 1 || day > length ? null : [makeDay(first, month, day), makeDay(first, month, day)];
}

/**
 * The days of an interval; null if it is none, or an end is unknown.
 * @param {string} text
 * @returns {Span | null}
 */
function readInterval(text) {
  const ends = text.split('/');
  if (ends.length !== 2) return null;
  const start = ends[0] === '..' ? [FIRST_DAY, FIRST_DAY] : readDate(ends[0]);
  const end = ends[1] === '..' ? [LAST_DAY, LAST_DAY] : readDate(ends[1]);
  return start === null || end === null || end[1] < start[0] ? null : [start[0], end[1]];
}

/**
 * A date of the dataset in words.
 * @param {string | null | undefined} text
 */
function showDate(text) {
  return text === null || text === undefined ? '' : shownText(data.dates, text);
}
