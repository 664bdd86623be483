import { useEffect, useRef, useState } from 'react'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { language, useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Tag } from '../../ui/kit/Tag.tsx'
import { pinyinMatcher } from '../../ui/search.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { trackIn } from '../draft/tracking.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { usePart, useValue } from '../draft/value.ts'
import { cityChoices, useCity } from '../ground.ts'
import { nameOf } from '../problems/where.ts'
import { useStudio } from '../studio.ts'
import type { PinyinMatch } from './completion.ts'
import { createEditor, type Editor } from './editor.ts'
import { showMarks } from './faults.ts'
import styles from './SourceView.module.css'

const ME = Symbol('source')
/** The pinyin dictionary is large: it is read once the page has opened, before anybody wants it, ms. */
const OPENED_MS = 2000

/** scenario.yaml as text. The draft holds the truth and the history; this shows it and hands over what is typed. */
export function SourceView() {
  const t = useT('studio')
  const lang = useLanguage()
  const studio = useStudio()
  const { draft, findings, selection, ground, isDrawn } = studio
  const chosen = useValue(selection)
  const isLocked = useDraftPart(draft, ({ files }) => trackIn(files).isLocked)
  const city = useCity(
    ground,
    usePart(findings, ({ lastScenario }) => lastScenario?.city),
  )
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const cityNow = useRef(city)
  cityNow.current = city
  const [line, setLine] = useState(1)

  useEffect(() => {
    const parent = host.current
    if (!parent) return undefined
    let pinyin: PinyinMatch
    const readPinyin = () =>
      void pinyinMatcher().then(
        (read) => {
          pinyin = read
        },
        () => undefined,
      )
    const reading = setTimeout(readPinyin, OPENED_MS)
    const made = createEditor({
      parent,
      text: draft.state.text,
      label: t('source'),
      language: language(),
      completion: {
        ground: () => ({
          scenario: findings.get().lastScenario,
          taxonomy: ground.taxonomy,
          city: cityNow.current?.city ?? null,
          cities: cityChoices(ground, cityNow.current?.city ?? null),
        }),
        language,
        pinyin: () => pinyin,
      },
      onPatches: (patches) =>
        draft.patch({ zh: '打字', en: 'typing' }, patches, { joins: 'typing', author: ME }),
      onCursor: (offset, byHand) => {
        setLine(made.view.state.doc.lineAt(offset).number)
        const { places, revision } = findings.get()
        if (!byHand || revision !== draft.state.revision) return
        const path = places.at(offset)
        if (path !== null) selection.set({ path: partsOf(path), by: 'source' })
      },
      onGoTo: (offset) => {
        const { scenario, places } = findings.get()
        const word = wordAt(made.view.state.doc.toString(), offset)
        const target = scenario && targetOf(word, scenario)
        if (target && places.find(target)) selection.set({ path: partsOf(target), by: 'problems' })
      },
    })
    made.lock(trackIn(draft.state.files).isLocked)
    editor.current = made
    const stop = draft.onChange((change, author) => {
      if (author === ME) return
      for (const one of change.files)
        if (one.path === SCENARIO_FILE)
          made.apply('patches' in one ? one.patches : [], draft.state.text)
    })
    // a long text's grammar takes a while to read: what is drawn of the call comes first
    const colour = () => isDrawn.get() && made.colour()
    colour()
    const stopColour = isDrawn.subscribe(colour)
    return () => {
      stop()
      stopColour()
      clearTimeout(reading)
      editor.current = null
      made.destroy()
    }
  }, [draft, findings, selection, ground, isDrawn, t])

  useEffect(() => editor.current?.speak(lang), [lang])
  useEffect(() => editor.current?.lock(isLocked), [isLocked])
  useEffect(() => {
    let marked: readonly Diagnostic[] | null = null
    const mark = () => {
      const found = findings.get()
      // of an older text, or the same again: the marks that stand have moved with what was typed since
      if (!editor.current || found.revision !== draft.state.revision) return
      if (found.diagnostics === marked) return
      marked = found.diagnostics
      editor.current.view.dispatch(showMarks(editor.current.view.state, found, lang))
    }
    mark()
    return findings.subscribe(mark)
  }, [findings, draft, lang])
  useEffect(() => {
    // brought into sight once: who types elsewhere meanwhile stays there
    let isSeen = chosen?.by === 'source'
    let tinted = ''
    const tint = () => {
      const { places, revision } = findings.get()
      const doc = editor.current?.view.state.doc
      if (!doc || (revision !== draft.state.revision && tinted !== '')) return
      const place = chosen && chosen.path.length > 0 ? places.find(chosen.path) : null
      const lineOf = (at: number) => doc.lineAt(Math.min(at, doc.length)).number
      const lines = place ? `${lineOf(place.from)}-${lineOf(place.to)}` : 'none'
      if (lines === tinted) return
      tinted = lines
      editor.current?.choose(place, place !== null && !isSeen)
      if (!place || isSeen) return
      isSeen = true
      setLine(lineOf(place.from))
    }
    tint()
    return findings.subscribe(tint)
  }, [chosen, findings, draft])

  const way =
    chosen && chosen.path.length > 0 ? nameOf(chosen.path, lang, findings.get().content) : null
  return (
    <div className={styles.area}>
      <div className={styles.bar}>
        <span className={styles.file}>{SCENARIO_FILE}</span>
        {isLocked && <Tag>{t('languages.locked')}</Tag>}
        <span className={styles.at}>
          {way !== null && (
            <span className={styles.way} title={way}>
              {way}
            </span>
          )}
          <span>
            {way !== null && '· '}
            {t('line', { n: line })}
          </span>
        </span>
      </div>
      <div ref={host} className={styles.host} />
    </div>
  )
}

const partsOf = (path: string): (string | number)[] =>
  path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))

function wordAt(text: string, offset: number): string {
  const front = /[a-z0-9-]*$/.exec(text.slice(0, offset))?.[0] ?? ''
  const back = /^[a-z0-9-]*/.exec(text.slice(offset))?.[0] ?? ''
  return front + back
}

/** Where a name is at home: node, group, fact, ending. */
function targetOf(
  word: string,
  scenario: {
    talk: { nodes: object; groups: object }
    facts: object
    endings: object
  },
): string | null {
  if (Object.hasOwn(scenario.talk.nodes, word)) return `talk.nodes.${word}`
  if (Object.hasOwn(scenario.endings, word)) return `endings.${word}`
  if (Object.hasOwn(scenario.facts, word)) return `facts.${word}`
  return Object.hasOwn(scenario.talk.groups, word) ? `talk.groups.${word}` : null
}
