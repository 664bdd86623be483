import type { Text } from './primitives.ts'

/** Every diagnostic that the checker knows: what it means, why it matters, how to mend it. `explain` shows these. */

export interface CatalogueEntry {
  readonly severity: 'error' | 'warning'
  readonly title: Text
  readonly why: Text
  readonly fix: Text
}

const entry = (
  severity: CatalogueEntry['severity'],
  title: readonly [zh: string, en: string],
  why: readonly [zh: string, en: string],
  fix: readonly [zh: string, en: string],
): CatalogueEntry => ({
  severity,
  title: { zh: title[0], en: title[1] },
  why: { zh: why[0], en: why[1] },
  fix: { zh: fix[0], en: fix[1] },
})

export const CATALOGUE = {
  SC001: entry(
    'error',
    ['YAML 语法错误', 'YAML syntax error'],
    [
      '文件读不下去，后面的内容都没有检查。',
      'The file can’t be read past this point, so nothing after it was checked.',
    ],
    [
      '检查这一行和上一行的缩进、引号、冒号。',
      'Check the indentation, quotes and colons of this line and the one above.',
    ],
  ),
  SC002: entry(
    'error',
    ['不合格式', 'Doesn’t fit the format'],
    [
      '字段缺少、多余、类型不对或超出范围。',
      'A field is missing, unknown, of the wrong type or out of range.',
    ],
    [
      '按 scenarios/scenario.schema.json 改；编辑器装上 YAML 插件就会提示。',
      'Follow scenarios/scenario.schema.json; an editor with YAML support points it out.',
    ],
  ),
  SC003: entry(
    'error',
    ['文件太大或嵌套太深', 'File too large or too deeply nested'],
    [
      '脚本是外来文件，读取时有上限，免得拖垮程序。',
      'A scenario is untrusted input; its size is bounded so that it can’t stall the program.',
    ],
    ['拆开或减少层数。', 'Split it, or nest less deeply.'],
  ),
  SC004: entry(
    'error',
    ['不能用 YAML 别名', 'No YAML aliases'],
    [
      '别名能把小文件展开成无穷大，也让别人看不懂改了哪里。',
      'Aliases can blow a small file up without bound, and hide what an edit changes.',
    ],
    [
      '把内容直接写出来；多处共用的回复放进 groups。',
      'Write it out; replies used in several places go into groups.',
    ],
  ),
  SC005: entry(
    'error',
    ['文件打不开', 'The file can’t be opened'],
    [
      '路径不对、没有权限，或不是文本文件。',
      'The path is wrong, access is denied, or it isn’t a text file.',
    ],
    ['检查路径。', 'Check the path.'],
  ),
  SC006: entry(
    'error',
    ['脚本编号重复', 'Scenario id used twice'],
    [
      '成绩按脚本编号归档，两个同号的脚本会混在一起。',
      'Attempts are filed by scenario id; two scenarios with one id would be mixed up.',
    ],
    ['给其中一个换编号。', 'Give one of them another id.'],
  ),
} satisfies Record<string, CatalogueEntry>

export type Code = keyof typeof CATALOGUE

/** The entry of a code; undefined for a code that doesn't exist. */
export function explained(code: string): CatalogueEntry | undefined {
  const table: Readonly<Record<string, CatalogueEntry>> = CATALOGUE
  return Object.hasOwn(table, code) ? table[code] : undefined
}
