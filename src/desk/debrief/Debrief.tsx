import { useMemo, useState } from 'react'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { t as translate, useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { say } from '../../ui/messages.ts'
import type { Reviewing } from '../../ui/reviewing.ts'
import type { PageProps } from '../../ui/services.ts'
import { Beside, type BesideTab } from './Beside.tsx'
import { ClassPanel } from './ClassPanel.tsx'
import styles from './Debrief.module.css'
import { digest as digestOf } from './digest.ts'
import { downloadAttempt } from './download.ts'
import { dateTime } from './format.ts'
import { HeaderCenter, HeaderEnd, HeaderStart } from './HeaderParts.tsx'
import type { Loaded } from './load.ts'
import { namesOf } from './names.ts'
import { PrintHead } from './PrintHead.tsx'
import { Player } from './player.ts'
import { createRetry, mayRetry } from './retry.ts'
import { ScorePanel } from './ScorePanel.tsx'
import { showing, whole } from './scale.ts'
import { sentenceStart, soundCues } from './soundCues.ts'
import timelineStyles from './Timeline.module.css'
import { Timeline } from './Timeline.tsx'
import { TimelineTools } from './TimelineTools.tsx'
import { TimesPanel } from './TimesPanel.tsx'
import { Transcript } from './Transcript.tsx'
import { UnscoredPanel } from './UnscoredPanel.tsx'
import { DebriefContext, type DebriefParts } from './useDebrief.ts'
import { useDebriefActions } from './useDebriefActions.ts'
import { useFollowing } from './useFollowing.ts'
import { PlayerContext } from './usePlayer.ts'
import { useReplaySound } from './useReplaySound.ts'

export interface DebriefProps {
  readonly loaded: Extract<Loaded, { kind: 'whole' }>
  readonly services: PageProps['services']
  readonly navigate: PageProps['navigate']
  readonly reviewing?: Reviewing
}

const frames = {
  request: (callback: (now: number) => void) => requestAnimationFrame(callback),
  cancel: (id: number) => cancelAnimationFrame(id),
}

const sayMuted = () => void say({ kind: 'warn', text: translate('debrief:time.muted') })

/** The page of an attempt that can be replayed. */
export function Debrief({ loaded, services, navigate, reviewing }: DebriefProps) {
  const t = useT('debrief')
  const lang = useLanguage()
  const { ground, siblings, unscored } = loaded
  const digest = useMemo(() => digestOf(ground), [ground])
  const { end } = digest.timeline
  const isReview = reviewing?.reader === 'reviewer'
  const begin = reviewing?.at ?? null
  const player = useMemo(() => {
    const n = begin?.n ?? null
    const entry = n === null ? undefined : ground.journal[n]
    const asked = begin?.atMs ?? entry?.at
    const first = asked ?? digest.moments[0]?.row.at ?? digest.timeline.answeredAt ?? 0
    const made = new Player(end, frames, first)
    if (asked !== undefined) made.seek(asked, n)
    return made
  }, [digest, end, ground, begin])
  const [window, setWindow] = useState(() => whole(end))
  const [tab, setTab] = useState<BesideTab>(isReview ? 'review' : 'compare')
  const sound = useReplaySound(player, ground, services.content, sayMuted)
  useFollowing(player, window, end, setWindow)

  const parts = useMemo((): DebriefParts => {
    const go: DebriefParts['go'] = ({ n, at }) => {
      player.pause()
      player.seek(at, n)
      setWindow((now) => showing(now, at, end))
    }
    return {
      ground,
      digest,
      lang,
      words: { t, names: namesOf(ground, lang) },
      go,
      goTo: (n) => {
        const entry = ground.journal[n]
        if (entry) go({ n, at: entry.at })
      },
    }
  }, [ground, digest, lang, t, player, end])

  const failed = (key: 'exportFailed' | 'retry.failed') => (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    say({ kind: 'error', text: t(key, { why }) })
  }
  const { header, journal } = ground
  // whoever reviews doesn't work: a retry would stand in the trainee's record
  const retryable = !isReview && mayRetry(header)
  const actions = useDebriefActions({
    player,
    digest,
    window,
    onWindow: setWindow,
    mayRetry: retryable,
    onPlay: () => {
      if (player.state.playing) return player.pause()
      // a sentence under way is heard from its beginning
      const cues = soundCues(ground)
      player.seek(sentenceStart(cues, player.state.time))
      void sound.unlock()
      player.play()
    },
    onRetry: () => {
      player.pause()
      createRetry(services.store, header, journal, player.state, services.now()).then(
        (id) => navigate(`/call/${id}`),
        failed('retry.failed'),
      )
    },
    onPrint: () => {
      player.pause()
      globalThis.print()
    },
    onExport: () => {
      const name = `${t('title')}-${ground.rolled.scenario.title[lang]}-${dateTime(header.startedAt)}`
      downloadAttempt(services.store, header.id, name).then(
        () => say({ kind: 'done', text: t('exported') }),
        failed('exportFailed'),
      )
    },
    onBack: () => navigate('/'),
    onMap: () => setTab((now) => (now === 'map' ? 'compare' : 'map')),
  })
  const all = whole(end)
  const fits = window.from <= all.from && window.to >= all.to
  const { card } = ground
  return (
    <DebriefContext value={parts}>
      <PlayerContext value={player}>
        <AppShell
          title={`${t('title')} · ${ground.rolled.scenario.title[lang]}`}
          start={<HeaderStart siblings={siblings} />}
          center={<HeaderCenter />}
          end={<HeaderEnd actions={actions} />}
        >
          <div className={card ? styles.page : `${styles.page} ${styles.plain}`}>
            <PrintHead />
            {card ? (
              <div className={styles.headlines}>
                <ClassPanel classification={card.classification} />
                <TimesPanel times={card.times} />
                <ScorePanel card={card} />
              </div>
            ) : (
              <div className={styles.unscoredRow}>
                {unscored && <UnscoredPanel why={unscored} />}
              </div>
            )}
            <Panel className={timelineStyles.panel} aria-label={t('time.title')}>
              <TimelineTools actions={actions} fits={fits} own={!isReview} />
              <Timeline window={window} onWindow={setWindow} />
            </Panel>
            <div className={styles.below}>
              <Transcript />
              <Beside
                tab={tab}
                onTab={setTab}
                actions={actions}
                siblings={siblings}
                navigate={navigate}
                {...(reviewing ? { reviewing } : {})}
              />
            </div>
          </div>
        </AppShell>
      </PlayerContext>
    </DebriefContext>
  )
}
