import { type DragEvent, useId, useState } from 'react'
import { download } from '../../ui/download.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { seat } from '../../ui/seat.ts'
import { useReview } from '../book/useBook.ts'
import { dayOf } from '../figures/filter.ts'
import { judgeWaiting, type Report, type Work } from '../intake/intake.ts'
import { BesideView } from './BesideView.tsx'
import styles from './Data.module.css'
import { enrol } from './enrol.ts'
import { type Out, OutReport } from './OutReport.tsx'
import { takeOwn } from './own.ts'
import { ReportView } from './ReportView.tsx'
import { type Beside, takeAll } from './takeReview.ts'
import { useWork } from './useWork.ts'
import { WorkBar } from './WorkBar.tsx'
import { wholeStore } from './wholeStore.ts'

/** Files of any number of workstations at once, this browser's own attempts, and the whole store as files. */
export function TakeInPanel() {
  const t = useT('review')
  const review = useReview()
  const { book, services, state } = review
  const work = useWork()
  const [over, setOver] = useState(false)
  const [report, setReport] = useState<Report | null>(null)
  const [beside, setBeside] = useState<Beside | null>(null)
  const [gone, setGone] = useState<Out | null>(null)
  const field = useId()
  const parts = { store: services.review, content: services.content }
  const waiting = state.pages.rows.filter(({ standing }) => standing === 'waiting').length

  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    if (files.length === 0) return
    setReport(null)
    setBeside(null)
    setGone(null)
    work.run(async (how) => {
      try {
        const taken = await takeAll(files, parts, how)
        const { added, known, differing, refused, judged } = taken.report
        const told = [added, known, differing, refused, judged].some((list) => list.length > 0)
        setReport(told || !taken.beside ? taken.report : null)
        setBeside(taken.beside)
        const remarks = taken.beside?.remarks
        await book.say({
          kind: 'intake',
          files: files.map(({ name }) => name).slice(0, 200),
          added: added.length,
          known: known.length,
          refused: refused.length + differing.length + (remarks?.differing.length ?? 0),
          ...(remarks && { remarks: remarks.fresh.length }),
        })
      } finally {
        // what came in before it was stopped is here too
        await book.refresh()
      }
    })
  }
  /** Whoever gets the whole store as files must know who sealed what was worked here. */
  const enrolHere = async (how: Work): Promise<void> => {
    const here = await services.store.workstation()
    if (!here.ok || state.pages.stations.some(({ id }) => id === here.id)) return
    const name = t('data.here', { seat: seat() })
    await enrol(review, [{ id: here.id, key: here.key, name, enrolledAt: services.now() }], how)
  }
  const own = (): void =>
    work.run(async (how) => {
      const count = await takeOwn(services.store, services.review)
      const judged = await judgeWaiting(parts, how)
      await book.say({ kind: 'intake', files: [], added: count, known: 0, refused: 0 })
      await enrolHere(how)
      await book.refresh()
      setReport({
        added: judged.map(({ id }) => id),
        known: [],
        differing: [],
        refused: [],
        judged,
      })
    })
  const goOn = (): void =>
    work.run(async (how) => {
      const judged = await judgeWaiting(parts, how)
      await book.refresh()
      setReport({ added: [], known: [], differing: [], refused: [], judged })
    })
  const out = (): void =>
    work.run(async () => {
      const demo = state.pages.rows.filter((row) => row.demo).length
      let [files, attempts, damaged] = [0, 0, 0]
      for await (const file of wholeStore(services.review, dayOf(services.now()))) {
        download(file.name, file.content)
        files += 1
        attempts += file.attempts
        if (file.damaged) damaged += file.attempts
      }
      const missing = state.pages.rows.length - demo - attempts
      setGone({ files, attempts, damaged, missing, demo })
    })
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Panel title={t('data.takeIn')} className={styles.takeIn}>
      <section
        className={styles.drop}
        aria-label={t('data.dropLabel')}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{t('data.drop')}</p>
        <p className={styles.note}>{t('data.dropNote')}</p>
        <label htmlFor={field} className={styles.pick}>
          {t('data.pick')}
        </label>
        <input
          id={field}
          className={styles.file}
          type="file"
          accept=".json,application/json"
          multiple
          disabled={work.busy}
          onChange={({ target }) => {
            take(target.files)
            target.value = ''
          }}
        />
      </section>
      <div className={styles.buttons}>
        <Button onClick={own} disabled={work.busy}>
          {t('data.own')}
        </Button>
        {waiting > 0 && (
          <Button onClick={goOn} disabled={work.busy}>
            {t('data.goOn', { n: waiting })}
          </Button>
        )}
        <Button onClick={out} disabled={work.busy}>
          {t('data.wholeStore')}
        </Button>
      </div>
      <WorkBar work={work} />
      {gone && <OutReport out={gone} />}
      {report && <ReportView report={report} />}
      {beside && (
        <BesideView
          report={beside}
          onEnrol={(stations) =>
            work.run(async (how) => {
              await enrol(review, stations, how)
              setBeside({ ...beside, strangers: [] })
            })
          }
        />
      )}
    </Panel>
  )
}
