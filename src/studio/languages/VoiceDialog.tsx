import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { download } from '../../ui/download.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useDraftPart } from '../draft/useDraft.ts'
import { usePart } from '../draft/value.ts'
import { valueAt } from '../forms/useField.ts'
import { useCity } from '../ground.ts'
import { scrollable } from '../proof/scrollable.ts'
import { useStudio } from '../studio.ts'
import type { Texts } from './texts.ts'
import styles from './VoiceDialog.module.css'
import { type Take, type Takes, takesOf, type VoiceLine, voiceLines } from './voice.ts'

export interface VoiceDialogProps {
  readonly texts: Texts
  readonly onClose: () => void
}

/** The lines to record, for whoever speaks them: on the screen, as a table, on paper. */
export function VoiceDialog({ texts, onClose }: VoiceDialogProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft, findings, ground } = useStudio()
  const info = useDraftPart(draft, (state) => state.info)
  const content = usePart(findings, (found) => found.content)
  const lines = voiceLines(texts.entries, content)
  const words = useLineWords()
  const scenario = usePart(findings, (found) => found.lastScenario)
  const city = useCity(ground, scenario?.city)
  const takes = useMemo<Takes>(
    () => (scenario ? takesOf(scenario, (id) => city?.atlas.place(id)?.name) : new Map()),
    [scenario, city],
  )
  const persona = texts.entries.find(({ kind }) => kind === 'persona')
  const save = async () => {
    const [{ tableText }, { armed }] = await Promise.all([
      import('./exchange/csv.ts'),
      import('./exchange/cells.ts'),
    ])
    const head = [
      ...['id', 'speaker', 'scene', 'direction', 'zh', 'en'],
      ...['recordings zh', 'recordings en'],
    ]
    const listed = (list: readonly Take[] = []) =>
      list.map((take) => `${take.name}  ${take.words}`).join('\n')
    const cells = lines.map((line) => [
      line.id,
      t('languages.caller'),
      words.scene(line),
      words.hint(line),
      line.zh,
      line.en,
      listed(takes.get(line.id)?.zh),
      listed(takes.get(line.id)?.en),
    ])
    const table = tableText([head, ...cells].map((row) => row.map(armed)))
    download(`${info.name}.voice.csv`, table, 'text/csv')
  }
  const sheet = (
    <>
      <p className={styles.persona}>
        <b>{t('languages.caller')}</b>
        {` · ${voiceWords(content, t)}`}
        {persona && ` · ${persona[lang]}`}
      </p>
      <LineTable lines={lines} words={words} takes={takes} />
    </>
  )
  return (
    <Dialog open wide onClose={onClose} title={t('languages.voiceTitle')}>
      <p className={styles.about}>{t('languages.voiceAbout')}</p>
      {lines.length === 0 ? (
        <p className={styles.about}>{t('languages.noLines')}</p>
      ) : (
        <section ref={scrollable} className={styles.sheet} aria-label={t('languages.voiceTitle')}>
          {sheet}
        </section>
      )}
      <div className={styles.go}>
        <Button look="primary" disabled={lines.length === 0} onClick={() => window.print()}>
          <Icon name="print" /> {t('languages.print')}
        </Button>
        <Button disabled={lines.length === 0} onClick={() => void save()}>
          <Icon name="export" /> {t('languages.saveCsv')}
        </Button>
      </div>
      {createPortal(
        <div className={styles.paper} aria-hidden="true">
          <h1>
            {info.title[lang] || info.name} · {t('languages.voiceTitle')}
          </h1>
          {sheet}
        </div>,
        document.body,
      )}
    </Dialog>
  )
}

interface LineWords {
  readonly scene: (line: VoiceLine) => string
  readonly hint: (line: VoiceLine) => string
}

function useLineWords(): LineWords {
  const t = useT('studio')
  const lang = useLanguage()
  return {
    scene: ({ at, scene }) =>
      [at === 'anywhere' && t('languages.always'), scene, at === 'silence' && t('languages.silent')]
        .filter(Boolean)
        .join(' · '),
    hint: ({ hint, moods }) =>
      [hint[lang], ...moods.map(([mood, bounds]) => `${t(`graph.moods.${mood}`)} ${bounds}`)]
        .filter(Boolean)
        .join(' · '),
  }
}

/** The caller's voice as the scenario has it: woman, elderly, pace. */
function voiceWords(content: unknown, t: ReturnType<typeof useT<'studio'>>): string {
  const at = (key: string) => valueAt(content, ['caller', 'voice', key])
  const gender = at('gender')
  const age = at('age')
  const rate = at('rate')
  return [
    (gender === 'female' || gender === 'male') && t(`languages.voiceOf.${gender}`),
    (age === 'child' || age === 'adult' || age === 'elder') && t(`languages.voiceOf.${age}`),
    typeof rate === 'number' && rate !== 1 && t('languages.voiceOf.rate', { n: rate }),
  ]
    .filter(Boolean)
    .join(' · ')
}

interface LineTableProps {
  readonly lines: readonly VoiceLine[]
  readonly words: LineWords
  readonly takes: Takes
}

function LineTable({ lines, words, takes }: LineTableProps) {
  const t = useT('studio')
  return (
    <table className={styles.table}>
      <caption>
        {t('languages.voiceTable', { who: t('languages.caller'), n: lines.length })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('languages.voiceId')}</th>
          <th scope="col">{t('languages.scene')}</th>
          <th scope="col">{t('languages.hint')}</th>
          <th scope="col">{t('languages.langs.zh')}</th>
          <th scope="col">{t('languages.langs.en')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <code>{line.id}</code>
            </th>
            <td>{words.scene(line)}</td>
            <td>{words.hint(line)}</td>
            <td lang="zh-CN">
              {line.zh}
              <TakeList takes={takes.get(line.id)?.zh} />
            </td>
            <td lang="en">
              {line.en}
              <TakeList takes={takes.get(line.id)?.en} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of a line that varies: what is to be said each time, and what that recording is called. */
function TakeList({ takes = [] }: { readonly takes: readonly Take[] | undefined }) {
  return takes.length === 0 ? null : (
    <ul className={styles.takes}>
      {takes.map(({ name, words }) => (
        <li key={name}>
          {words} <code>{name}</code>
        </li>
      ))}
    </ul>
  )
}
