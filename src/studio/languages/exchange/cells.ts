/**
 * A spreadsheet takes a cell that begins with such a sign for a formula, which may run a command on the computer of whoever
 * opens it. The wide signs are taken for formulas by East Asian ones.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/** The cell with an apostrophe before it if it would be a formula: it is shown as text. */
export const armed = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell as it was: `disarmed(armed(cell)) === cell` for every cell. */
export const disarmed = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
