import { useEffect, useMemo, useState } from 'react'
import type { Detail } from '../../core/review/sheet.ts'
import { compile } from '../../core/scenario/compile.ts'
import type { Language } from '../../core/scenario/primitives.ts'
import { rollVariant, variants } from '../../core/scenario/roll.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import type { Atlas } from '../../core/sim/atlas.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import type { PageProps } from '../../ui/services.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { itemRows, type NodeFigure, strayedAt, talkFigures } from '../figures/items.ts'
import { Pick } from '../frame/FilterBar.tsx'
import { number, percent, percentRange, signed } from '../frame/format.ts'
import { MomentsDialog } from '../frame/MomentsDialog.tsx'
import { NoResults } from '../frame/NoResults.tsx'
import parts from '../frame/parts.module.css'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { isSmall } from '../statistics/proportion.ts'
import { type Column, plainTable } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { Flags } from './Flags.tsx'
import styles from './Scenario.module.css'
import { type SubjectGround, subjectText } from './subjects.ts'
import { TalkChart } from './TalkChart.tsx'
import { type Talk, talkOf } from './talk.ts'

/** One scenario: is it sound, and where do trainees stray? */
export function ScenarioPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <OneScenario id={props.params.scenarioId ?? ''} />
    </ReviewRoom>
  )
}

function OneScenario({ id }: { readonly id: string }) {
  const t = useT('review')
  const names = useNames()
  const { navigate, state } = useReview()
  const { taxonomy } = state.ground
  const sheets = useSheets()
  const row = itemRows(sheets).find(({ scenario }) => scenario === id)
  const details = useDetails(id)
  const ground = useTalk(id)
  const talk = ground?.talk ?? null
  const figures = details && talkFigures(details, sheets)
  const columns = useNodeColumns(talk)
  const [open, setOpen] = useState<NodeFigure | null>(null)
  const strayed = useMemo(
    () =>
      [...(figures?.nodes.values() ?? [])].sort(
        (a, b) => b.strayed / b.visits - a.strayed / a.visits,
      ),
    [figures],
  )
  const ids = [...new Set([...state.ground.scenarios.keys(), id])].sort()
  return (
    <ReviewFrame
      page="scenario"
      filters={['source', 'term', 'group', 'dates', 'version', 'modes']}
      aside={
        <Pick
          label={t('filter.scenario')}
          value={id}
          options={ids.map((each) => [each, names.scenario(each)] as const)}
          onPick={(each) => navigate(`/review/scenario/${each}`)}
        />
      }
      tables={[{ name: names.scenario(id), table: () => plainTable(columns, strayed) }]}
    >
      {!row ? (
        <NoResults />
      ) : (
        <div className={styles.page}>
          <Panel className={`${parts.head} ${styles.head}`} aria-label={names.scenario(id)}>
            <div>
              <h2>{names.scenario(id)}</h2>
              <span className={parts.note}>
                {t('scenario.counts', { n: row.n, trainees: row.trainees })}
                {isSmall(row.n) && ` △ ${t('cohort.small')}`}
              </span>
            </div>
            <Figure
              name={t('scenario.difficulty')}
              value={number(row.difficulty)}
              about={t('scenario.difficultyAbout')}
            />
            <Figure
              name={t('scenario.discrimination')}
              value={number(row.discrimination)}
              about={t('scenario.discriminationAbout')}
            />
            <Figure
              name={t('scenario.repeat')}
              value={signed(row.repeat.mean)}
              about={
                row.repeat.interval
                  ? `${signed(row.repeat.interval.low)} … ${signed(row.repeat.interval.high)}, n ${row.repeat.n}`
                  : t('scenario.repeatAbout')
              }
            />
            <Figure
              name={t('cohort.accuracy')}
              value={`${percent(row.accuracy.share)}%`}
              about={percentRange(row.accuracy.interval)}
            />
            <Figure
              name={t('scenario.passed')}
              value={`${percent(row.passed.share)}%`}
              about={percentRange(row.passed.interval)}
            />
            <div>
              <Flags flags={row.flags} />
              {row.flags.length === 0 && <span className={parts.note}>{t('scenario.sound')}</span>}
            </div>
          </Panel>
          <Panel
            className={`${parts.framed} ${styles.graph}`}
            title={t('scenario.where')}
            beside={<span className={parts.note}>{t('scenario.whereNote')}</span>}
          >
            {talk && figures ? (
              <TalkChart talk={talk} nodes={figures.nodes} details={details} />
            ) : (
              <p role="status" className={parts.note}>
                {state.ground.scenarios.has(id) ? t('opening') : t('scenario.notHere')}
              </p>
            )}
          </Panel>
          <Panel className={parts.framed} title={t('scenario.nodes')}>
            <DataTable
              label={t('scenario.nodes')}
              columns={columns}
              rows={strayed}
              keyOf={({ node }) => node}
              onOpen={(node) => node.strayed > 0 && setOpen(node)}
              empty={t('none.filtered')}
            />
            {open && details && (
              <MomentsDialog
                title={t('scenario.strayedAt', { node: open.node, n: open.strayed })}
                figures={[
                  {
                    id: open.node,
                    label: '',
                    moments: () =>
                      strayedAt(details, sheets, open.node).map(({ sheet, n, reply }) => ({
                        sheet,
                        n,
                        atMs: null,
                        note: saidIn(talk, reply, names.lang) ?? t('scenario.nothing'),
                      })),
                  },
                ]}
                onClose={() => setOpen(null)}
              />
            )}
          </Panel>
          <Panel className={styles.versions} title={t('scenario.versions')} tabIndex={0}>
            <table className={styles.plain}>
              <thead>
                <tr>
                  <th scope="col">{t('filter.version')}</th>
                  <th scope="col">n</th>
                  <th scope="col">{t('scenario.meanTotal')}</th>
                  <th scope="col">{t('cohort.accuracy')}</th>
                </tr>
              </thead>
              <tbody>
                {row.versions.map(({ version, hash, total, accuracy }) => (
                  <tr key={hash}>
                    <th scope="row">
                      {version} <code>{hash.slice(0, 8)}</code>
                    </th>
                    <td>{total.n}</td>
                    <td>
                      {number(total.mean, 1)}{' '}
                      <span className={parts.note}>
                        {total.interval &&
                          `${number(total.interval.low, 1)} – ${number(total.interval.high, 1)}`}
                      </span>
                    </td>
                    <td>{percent(accuracy.share)}%</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <h3>{t('scenario.lost')}</h3>
            <ul className={styles.lost}>
              {figures?.lost.slice(0, 12).map(({ dim, code, subject, points, times }) => (
                <li key={`${dim} ${code} ${subject}`}>
                  <span className={styles.subject} title={subject}>
                    D{dim + 1} {t(`scenario.item.${code}`)}{' '}
                    {ground
                      ? subjectText({ ...ground, taxonomy }, code, subject, names.lang)
                      : subject}
                  </span>
                  <span>
                    {t('scenario.lostPoints', { points: number(points / row.n, 1), times })}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </ReviewFrame>
  )
}

function Figure({
  name,
  value,
  about,
}: {
  readonly name: string
  readonly value: string
  readonly about: string
}) {
  return (
    <div>
      <strong>
        {name} {value}
      </strong>
      <span className={parts.note}>{about}</span>
    </div>
  )
}

/** What the scenario's attempts left node by node; null while it is read. */
function useDetails(id: string): readonly Detail[] | null {
  const { book, state } = useReview()
  const [found, setFound] = useState<{
    readonly id: string
    readonly list: readonly Detail[]
  } | null>(null)
  const { sheets } = state.pages
  useEffect(() => {
    let gone = false
    if (sheets.length > 0)
      void book.details(id).then((list) => {
        if (!gone) setFound({ id, list })
      })
    return () => {
      gone = true
    }
  }, [book, id, sheets])
  return found?.id === id ? found.list : null
}

/** Compiled once for a scenario, all its variants; names are those of the first. */
const talkIn = perObject((atlas: Atlas) =>
  perObject((scenario: Scenario) => {
    const rolled = variants(scenario).map((variant) =>
      rollVariant(scenario, variant, scenario.id, (place) => atlas.place(place)?.name),
    )
    return { talk: talkOf(rolled.map(compile)), scenario: rolled[0]?.scenario ?? scenario, atlas }
  }),
)

interface TalkGround extends Omit<SubjectGround, 'taxonomy'> {
  readonly talk: Talk
}

/** The talk as it is now, and what names its parts; null while it is made, or if the scenario isn't here. */
function useTalk(id: string): TalkGround | null {
  const { book, state } = useReview()
  const [found, setFound] = useState<{ readonly id: string; readonly ground: TalkGround } | null>(
    null,
  )
  const scenario = state.ground.scenarios.get(id)
  useEffect(() => {
    let gone = false
    if (scenario)
      void book.library.city(scenario.city).then(({ atlas }) => {
        if (!gone) setFound({ id, ground: talkIn(atlas)(scenario) })
      })
    return () => {
      gone = true
    }
  }, [book, id, scenario])
  return found?.id === id ? found.ground : null
}

/** A reply's words, or its id where the talk isn't here; null: nothing was said. */
function saidIn(talk: Talk | null, reply: string | null, lang: Language): string | null {
  return reply === null ? null : (talk?.replies.get(reply)?.[lang] ?? reply)
}

function useNodeColumns(talk: Talk | null): readonly Column<NodeFigure>[] {
  const t = useT('review')
  const { lang } = useNames()
  return useMemo(
    (): readonly Column<NodeFigure>[] => [
      { id: 'node', head: t('scenario.node'), value: ({ node }) => node },
      {
        id: 'line',
        head: t('scenario.line'),
        value: ({ node }) => talk?.nodes.get(node)?.line?.[lang] ?? null,
      },
      { id: 'visits', head: t('scenario.visits'), align: 'right', value: ({ visits }) => visits },
      {
        id: 'strayed',
        head: t('scenario.strayed'),
        align: 'right',
        value: ({ strayed, visits }) => strayed / visits,
        cell: ({ strayed, visits }) => `${strayed} · ${percent(strayed / visits)}%`,
      },
      {
        id: 'cost',
        head: t('scenario.cost'),
        title: t('scenario.costAbout'),
        align: 'right',
        value: ({ strayedTotal, keptTotal }) =>
          strayedTotal === null || keptTotal === null ? null : strayedTotal - keptTotal,
        cell: ({ strayedTotal, keptTotal }) =>
          signed(strayedTotal === null || keptTotal === null ? null : strayedTotal - keptTotal),
      },
      {
        id: 'said',
        head: t('scenario.said'),
        value: ({ replies }) => {
          const [most] = [...replies].sort(([, a], [, b]) => b - a)
          if (!most) return null
          const [reply, n] = most
          return `${n}× ${saidIn(talk, reply, lang) ?? t('scenario.nothing')}`
        },
      },
    ],
    [t, lang, talk],
  )
}
