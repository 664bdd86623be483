import { Fragment, useMemo, useState } from 'react'
import { type JudgedRow, judge, taking } from '../../core/scenario/texts/incoming.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { say } from '../../ui/messages.ts'
import { scrollable } from '../proof/scrollable.ts'
import { useStudio } from '../studio.ts'
import { keepBefore } from '../versions/useVersions.ts'
import { takeIn } from './acts.ts'
import type { ReadFile } from './exchange/exchange.ts'
import styles from './ImportDialog.module.css'
import type { Texts } from './texts.ts'
import { faultWords } from './words.ts'

export interface Incoming {
  /** The file's name. */
  readonly name: string
  readonly read: ReadFile
}

export interface ImportDialogProps {
  readonly texts: Texts
  readonly incoming: Incoming
  readonly onClose: () => void
}

/** What an incoming file would change, text by text, before anything is changed. */
export function ImportDialog({ texts, incoming, onClose }: ImportDialogProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { read } = incoming
  const judged = useMemo(
    () => (read.ok ? judge(texts.entries, texts.track, read.file) : []),
    [read, texts],
  )
  const refusal = !read.ok
    ? read.why[lang]
    : read.file.target !== texts.target
      ? t('languages.otherWay', {
          file: t(`languages.langs.${read.file.target}`),
          now: t(`languages.langs.${texts.target}`),
        })
      : judged.every(({ entry }) => entry === null)
        ? t('languages.noneFits')
        : null
  return (
    <Dialog open wide onClose={onClose} title={t('languages.importTitle', { name: incoming.name })}>
      {refusal === null ? (
        <Report texts={texts} judged={judged} name={incoming.name} onClose={onClose} />
      ) : (
        <>
          <p role="alert" className={styles.refused}>
            {t('languages.refused', { why: refusal })}
          </p>
          <div className={styles.go}>
            <Button onClick={onClose}>{t('languages.cancel')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

/** What wants to be looked at comes first: not taken, doubtful, then what is taken; what stays as it is isn't listed. */
const RANK: Readonly<Record<JudgedRow['verdict']['kind'], number>> = {
  fault: 0,
  twice: 1,
  unknown: 2,
  stale: 3,
  other: 4,
  new: 5,
  still: 6,
  blank: 7,
  same: 8,
}
/** More rows than anybody reads; the sums tell of all. */
const MOST_LISTED = 400

interface ReportProps {
  readonly texts: Texts
  readonly judged: readonly JudgedRow[]
  /** The file's. */
  readonly name: string
  readonly onClose: () => void
}

function Report({ texts, judged, name, onClose }: ReportProps) {
  const t = useT('studio')
  const studio = useStudio()
  const [withStale, setWithStale] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { entries, target } = texts
  const isOf = (...kinds: readonly JudgedRow['verdict']['kind'][]) =>
    judged.filter(({ verdict }) => kinds.includes(verdict.kind)).length
  const stale = isOf('stale')
  const take = isOf('new', 'other', 'still') + (withStale ? stale : 0)
  const same = isOf('same', 'blank')
  const listed = judged
    .filter(({ verdict }) => verdict.kind !== 'same' && verdict.kind !== 'blank')
    .sort((a, b) => RANK[a.verdict.kind] - RANK[b.verdict.kind])
  const apply = async () => {
    setBusy(true)
    const isDone =
      (await keepBefore(studio, 'import', name)) &&
      (await takeIn(studio, taking(entries, judged, target, withStale)))
    setBusy(false)
    if (!isDone) return
    say({ kind: 'done', text: t('languages.applied', { n: take }) })
    onClose()
  }
  return (
    <>
      <p role="status" className={styles.sums}>
        {t('languages.importSums', { take, same, leave: judged.length - take - same })}
      </p>
      {stale > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={withStale}
            onChange={({ target: box }) => setWithStale(box.checked)}
          />
          {t('languages.withStale', { n: stale })}
        </label>
      )}
      {listed.length > 0 && (
        <section ref={scrollable} className={styles.list} aria-label={t('languages.report')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('languages.result')}</th>
                <th scope="col">{t('languages.voiceId')}</th>
                <th scope="col">{t('languages.now')}</th>
                <th scope="col">{t('languages.incoming')}</th>
              </tr>
            </thead>
            <tbody>
              {listed.slice(0, MOST_LISTED).map((row) => (
                <tr key={row.n} data-taken={RANK[row.verdict.kind] > 3 || undefined}>
                  <td className={styles.verdict}>{verdictWords(row.verdict, t)}</td>
                  <th scope="row">
                    <code>{breakable(row.id.slice(0, 120))}</code>
                  </th>
                  <td>{row.entry?.[target]}</td>
                  <td>
                    {row.words.slice(0, 1000)}
                    {row.verdict.kind === 'stale' && (
                      <small className={styles.then}>
                        {t('languages.sourceThen', { words: row.verdict.source.slice(0, 1000) })}
                      </small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {take === 0 && <p className={styles.sums}>{t('languages.nothingTaken')}</p>}
      <div className={styles.go}>
        <Button look="primary" disabled={isBusy || take === 0} onClick={() => void apply()}>
          {t('languages.apply', { n: take })}
        </Button>
        <Button onClick={onClose}>{t('languages.cancel')}</Button>
      </div>
    </>
  )
}

/** An id that may be broken after its dots. */
function breakable(id: string) {
  const fronts = id.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'))
  return fronts.map((front) => (
    <Fragment key={front}>
      {front.slice(front.lastIndexOf('.') + 1)}
      {front !== id && (
        <>
          .<wbr />
        </>
      )}
    </Fragment>
  ))
}

function verdictWords(verdict: JudgedRow['verdict'], t: ReturnType<typeof useT<'studio'>>): string {
  return verdict.kind === 'fault'
    ? faultWords(verdict.fault, t)
    : t(`languages.verdicts.${verdict.kind}`)
}
