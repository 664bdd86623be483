import { otherLanguage } from '../../../core/scenario/texts/texts.ts'
import { decoded, FileRefusal, isLanguage, MOST_ROWS, type ReadFile, reading } from './exchange.ts'
import { isXliff1, readXliff1 } from './xliff1.ts'
import { isXliff2, readXliff2 } from './xliff2.ts'
import type { XliffContent } from './xliffContent.ts'
import { readXml, type XmlElement } from './xml.ts'

/** Reads XLIFF of either kind (1.2, or 2.0 and later): the file says which it is. Never throws. */
export function readXliff(bytes: Uint8Array): ReadFile {
  return reading(() => {
    const { rows, source, target } = contentOf(readXml(decoded(bytes, false)))
    if (!isLanguage(target) || !isLanguage(source) || source !== otherLanguage(target))
      throw new FileRefusal(
        '文件的语言不对：要在中文（zh）和英文（en）之间翻译。',
        'The languages of the file are wrong: it must translate between Chinese (zh) and English (en).',
      )
    if (rows.length > MOST_ROWS)
      throw new FileRefusal(`超过 ${MOST_ROWS} 条。`, `It has over ${MOST_ROWS} units.`)
    return { target, rows }
  })
}

function contentOf(root: XmlElement): XliffContent {
  if (root.name === 'xliff' && isXliff2(root)) return readXliff2(root)
  if (root.name === 'xliff' && isXliff1(root)) return readXliff1(root)
  throw new FileRefusal(
    '这不是 XLIFF 1.2 或 2.0 文件。请在翻译软件里另存为其中一种。',
    'This is no XLIFF 1.2 or 2.0 file. Save it as one of these in your translation program.',
  )
}
