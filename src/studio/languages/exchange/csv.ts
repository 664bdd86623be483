import Papa from 'papaparse'
import { armed, disarmed } from './cells.ts'
import {
  decoded,
  FileRefusal,
  isLanguage,
  MOST_ROWS,
  type OutgoingFile,
  type ReadFile,
  reading,
} from './exchange.ts'

/** Translations as a table that any spreadsheet opens. */

const SOURCE = 'source'
const TARGET = 'translation'

/** The table's text, with a byte order mark: without it spreadsheets take Chinese for something else. */
export function writeCsv({ source, target, rows }: OutgoingFile): string {
  const head = ['id', 'kind', 'speaker', `${SOURCE} ${source}`, `${TARGET} ${target}`, 'status']
  const cells = rows.map((row) =>
    [row.id, row.kind, row.speaker, row.source, row.words, row.status].map(armed),
  )
  return tableText([head, ...cells])
}

/** Cells as the text of a file. */
export function tableText(cells: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    cells.map((row) => [...row]),
    { quotes: true, newline: '\r\n' },
  )}\r\n`
}

/** Reads such a table back, from any spreadsheet. Never throws. */
export function readCsv(bytes: Uint8Array): ReadFile {
  return reading(() => {
    const text = decoded(bytes, true)
    const { data, errors } = Papa.parse<string[]>(text, {
      skipEmptyLines: 'greedy',
      delimitersToGuess: [',', '\t', ';'],
      preview: MOST_ROWS + 2,
    })
    const [head, ...body] = data
    const columns = head?.map((name) => name.trim().toLowerCase()) ?? []
    const idAt = columns.indexOf('id')
    const [sourceAt, source] = column(columns, SOURCE)
    const [targetAt, target] = column(columns, TARGET)
    if (idAt < 0 || !isLanguage(target) || !isLanguage(source) || source === target)
      throw new FileRefusal(
        '表头不对：要有“id”“source zh”“translation en”这样的列。请从这里导出的表改起。',
        "The head is wrong: it needs columns such as 'id', 'source zh', 'translation en'. Begin with a table exported here.",
      )
    const quoting = errors.find(({ type }) => type === 'Quotes')
    if (quoting)
      throw new FileRefusal(
        `第 ${(quoting.row ?? 0) + 1} 行的引号没有配对，文件可能被截断了。`,
        `The quotes of row ${(quoting.row ?? 0) + 1} don't pair; the file may be cut short.`,
      )
    if (body.length > MOST_ROWS)
      throw new FileRefusal(`超过 ${MOST_ROWS} 行。`, `It has over ${MOST_ROWS} rows.`)
    const statusAt = columns.indexOf('status')
    const rows = body.map((cells) => ({
      id: disarmed(cells[idAt] ?? '').trim(),
      source: disarmed(cells[sourceAt] ?? ''),
      words: disarmed(cells[targetAt] ?? ''),
      isDone: (cells[statusAt] ?? '').trim().toLowerCase() === 'done',
    }))
    return { target, rows }
  })
}

/** Where a column stands, and the language that its name ends with. */
function column(
  columns: readonly string[],
  name: string,
): readonly [at: number, lang: string | undefined] {
  const at = columns.findIndex((one) => one.startsWith(`${name} `))
  return [at, columns[at]?.slice(name.length + 1).trim()]
}
