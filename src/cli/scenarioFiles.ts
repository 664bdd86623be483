/** `scenario new`, `scenario pack` and `scenario unpack`: scenarios as files of an author's. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fromTemplate, isScenarioId, TEMPLATES } from '../core/scenario/fromTemplate.ts'
import type { Language, Text } from '../core/scenario/primitives.ts'
import { FOLDER, mayTravel } from '../studio/package/paths.ts'
import { packScenarios, type ScenarioFiles, unpackScenarios } from '../studio/package/zip.ts'
import { SCENARIOS, shownPath, TEMPLATE_FOLDER } from './content.ts'

const fail = (lang: Language, zh: string, en: string): false => {
  console.error(lang === 'zh' ? zh : en)
  return false
}

/** `new <id> [--template T]`: a scenario of one's own, begun from a template. */
export function makeNew(args: readonly string[], lang: Language): boolean {
  const at = args.findIndex((arg) => arg === '--template' || arg.startsWith('--template='))
  const given = at < 0 ? 'empty' : (args[at]?.split('=')[1] ?? args[at + 1] ?? '')
  const [id = ''] = args.filter(
    (arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1 || args[at]?.includes('=')),
  )
  const known = TEMPLATES.map((one) => `${one.id} (${one.name[lang]})`).join(', ')
  if (!isScenarioId(id))
    return fail(
      lang,
      `“${id}”不能作编号：用小写字母、数字和连字符，以字母开头。`,
      `'${id}' can't be an id: use lower case letters, digits and hyphens, and start with a letter.`,
    )
  if (!TEMPLATES.some((one) => one.id === given))
    return fail(
      lang,
      `没有模板“${given}”。有：${known}`,
      `There is no template '${given}'. There are: ${known}`,
    )
  const folder = join(SCENARIOS, id)
  if (existsSync(folder))
    return fail(
      lang,
      `${shownPath(folder)} 已经有了，换一个编号。`,
      `${shownPath(folder)} is there already; choose another id.`,
    )
  const text = fromTemplate(readFileSync(join(TEMPLATE_FOLDER, given, 'scenario.yaml'), 'utf8'), id)
  if (text === null) return fail(lang, '模板读不了。', "The template can't be read.")
  mkdirSync(folder)
  const file = join(folder, 'scenario.yaml')
  writeFileSync(file, text)
  console.log(
    lang === 'zh'
      ? `已写好 ${shownPath(file)}\n接下来：用编辑器或工作室（npm start 后打开 /studio）改它，再运行\n  npm run -s scenario -- check ${shownPath(folder)}`
      : `Wrote ${shownPath(file)}\nNext: change it in an editor or in the studio (npm start, then /studio), then run\n  npm run -s scenario -- check ${shownPath(folder)} --lang en`,
  )
  return true
}

/** The files of a scenario's folder that may travel. */
function filesIn(folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name)
    const path = relative(folder, full).split(sep).join('/')
    if (entry.isFile() && mayTravel(path)) files.set(path, readFileSync(full))
  }
  return files
}

/** `pack <folder> <zip>`: one scenario's folder, or a folder of scenarios. */
export function pack([from = '', to = '']: readonly string[], lang: Language): boolean {
  const folder = resolve(from)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return fail(lang, `没有文件夹 ${from}。`, `There is no folder ${from}.`)
  const folders = existsSync(join(folder, 'scenario.yaml'))
    ? [folder]
    : readdirSync(folder, { withFileTypes: true })
        .filter(
          (entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'scenario.yaml')),
        )
        .map(({ name }) => join(folder, name))
  const scenarios: ScenarioFiles[] = folders
    .filter((one) => FOLDER.test(basename(one)))
    .map((one) => ({ name: basename(one), files: filesIn(one) }))
  if (scenarios.length === 0)
    return fail(lang, `${from} 里没有脚本。`, `There is no scenario in ${from}.`)
  writeFileSync(to, packScenarios(scenarios))
  const count = scenarios.reduce((sum, { files }) => sum + files.size, 0)
  console.log(
    lang === 'zh'
      ? `${to}：${scenarios.length} 个脚本，${count} 个文件`
      : `${to}: ${scenarios.length} scenarios, ${count} files`,
  )
  return true
}

/** `unpack <zip> <folder>`: all or nothing; what is there already stays. */
export function unpack([from = '', to = '']: readonly string[], lang: Language): boolean {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(from)
  } catch {
    return fail(lang, `打不开 ${from}。`, `${from} can't be opened.`)
  }
  const read = unpackScenarios(bytes)
  if (!read.ok) return refuse(read.why, lang)
  const folders = [...read.scenarios, ...read.cities]
  const taken = folders.find(({ name }) => existsSync(join(to, name)))
  if (taken)
    return fail(
      lang,
      `${join(to, taken.name)} 已经有了，什么也没写。`,
      `${join(to, taken.name)} is there already; nothing was written.`,
    )
  for (const { name, files } of folders)
    for (const [path, data] of files) {
      const file = join(to, name, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, data)
    }
  for (const { name, files } of folders)
    console.log(
      lang === 'zh'
        ? `${join(to, name)}：${files.size} 个文件`
        : `${join(to, name)}: ${files.size} files`,
    )
  return true
}

const refuse = (why: Text, lang: Language): false => fail(lang, why.zh, why.en)
