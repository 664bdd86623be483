import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Trainee } from '../../storage/ports.ts'
import { useActions } from '../../ui/actions.ts'
import { language, t as text, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { say } from '../../ui/messages.ts'
import type { Services } from '../../ui/services.ts'
import { SoundCheck } from '../sound/SoundCheck.tsx'
import type { Sound } from '../sound/types.ts'
import { BoardList } from './BoardList.tsx'
import { begin } from './begin.ts'
import type { Catalogue } from './catalogue.ts'
import { Hint } from './Hint.tsx'
import { figuresOf } from './history.ts'
import { KeysCard } from './KeysCard.tsx'
import { lazySound } from './lazySound.ts'
import { ModePick } from './ModePick.tsx'
import { NextCard } from './NextCard.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import type { ProfileFields } from './profile.ts'
import { ResumeBar } from './ResumeBar.tsx'
import styles from './StartPage.module.css'
import { useBoard } from './useBoard.ts'
import { useBoardActions } from './useBoardActions.ts'
import type { Loaded } from './useStart.ts'

/** Dialogs are no part of the first screen. */
const NoticeDialog = lazy(() =>
  import('./NoticeDialog.tsx').then((part) => ({ default: part.NoticeDialog })),
)
const PeopleDialog = lazy(() =>
  import('./PeopleDialog.tsx').then((part) => ({ default: part.PeopleDialog })),
)
const DataDialog = lazy(() =>
  import('./DataDialog.tsx').then((part) => ({ default: part.DataDialog })),
)

export interface BoardProps {
  readonly services: Services
  readonly catalogue: Catalogue
  readonly loaded: Loaded
  readonly trainee: Trainee
  readonly navigate: (to: string) => void
  readonly reload: () => Promise<void>
  readonly onPick: (trainee: Trainee) => void
  readonly onEnrol: (fields: ProfileFields) => Promise<void>
  readonly onSeat: () => void
  /** The frame of the page. */
  readonly shell: (children: ReactNode, footer: ReactNode) => ReactNode
}

/** The page of a trainee who is known here. */
export function Board(props: BoardProps) {
  const { services, catalogue, loaded, trainee, navigate, reload } = props
  const { store } = services
  const t = useT('start')
  const [now] = useState(services.now)
  const board = useBoard(catalogue, loaded.attempts, trainee, now)
  const [dialog, setDialog] = useState<'notice' | 'people' | 'data' | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const row = useRef<HTMLButtonElement>(null)
  const sound = useSound()
  const figures = useMemo(() => figuresOf(board.trials), [board.trials])
  const { chosen, mode } = board
  const { open } = loaded

  const starting = useRef(false)
  const start = () => {
    if (!chosen || starting.current) return
    starting.current = true
    const now = services.now()
    void begin(store, { scenario: chosen.entry, mode, lang: language(), trainee, now })
      .then((attempt) => navigate(`/call/${attempt}`))
      .catch((error: unknown) => {
        const detail = error instanceof Error ? error.message : String(error)
        say({ kind: 'error', text: text('start:beginFailed', { detail }) })
      })
      .finally(() => {
        starting.current = false
      })
  }
  const ask = () => {
    if (mode === 'exam' || (chosen?.entry.notices.length ?? 0) > 0) setDialog('notice')
    else start()
  }
  const resume = (attempt: string) => navigate(`/call/${attempt}`)
  const actions = useBoardActions(
    board,
    { begin: ask, debrief: (attempt) => navigate(`/debrief/${attempt}`), resume },
    open.resumable,
    { search, row },
  )
  useActions(useMemo(() => Object.values(actions), [actions]))
  const close = () => setDialog(null)
  const suggestion = board.suggestions.find(({ scenario }) => scenario === chosen?.entry.id)

  return props.shell(
    <div className={styles.board}>
      <div className={styles.bars}>
        <ResumeBar
          open={open}
          catalogue={catalogue}
          now={now}
          resume={actions.resume}
          onResume={resume}
          onGiveUp={async (attempt) => {
            await store.reopen(attempt)
            await store.close(attempt, 'interrupted', null)
            await reload()
          }}
        />
      </div>
      <div className={styles.columns}>
        <div className={styles.left}>
          <ProfileCard
            trainee={trainee}
            figures={figures}
            dispatchTarget={catalogue.targets.firstDispatchMs}
            onChange={() => setDialog('people')}
          />
          <SoundCheck sound={sound} />
          <ModePick mode={mode} onMode={board.setMode} />
          <KeysCard />
        </div>
        <div className={styles.right}>
          {chosen && (
            <NextCard
              row={chosen}
              mode={mode}
              catalogue={catalogue}
              suggestion={suggestion}
              isFirst={chosen === board.best}
              calm={open.resumable.length > 0}
              actions={actions}
            />
          )}
          <BoardList
            board={board}
            catalogue={catalogue}
            attempts={loaded.attempts}
            now={now}
            navigate={navigate}
            searchRef={search}
            rowRef={row}
            onBegin={ask}
          />
        </div>
      </div>
      <Suspense>
        {dialog === 'notice' && chosen && (
          <NoticeDialog
            notices={mode === 'exam' ? null : chosen.entry.notices}
            onAccept={() => {
              close()
              start()
            }}
            onDecline={close}
          />
        )}
        {dialog === 'people' && (
          <PeopleDialog
            trainees={loaded.trainees}
            current={trainee}
            onPick={(one) => {
              close()
              props.onPick(one)
            }}
            onEnrol={async (fields) => {
              await props.onEnrol(fields)
              close()
            }}
            onClose={close}
          />
        )}
        {dialog === 'data' && (
          <DataDialog
            store={store}
            review={services.review}
            now={services.now}
            onImported={() => void reload()}
            onSeat={props.onSeat}
            onClose={close}
          />
        )}
      </Suspense>
    </div>,
    <>
      <Hint actions={[actions.begin]} />
      <Hint actions={[actions.previous, actions.next]} label="start:hint.choose" />
      <Hint actions={[actions.lesser, actions.greater]} label="start:hint.mode" />
      <Hint actions={[actions.other]} />
      <Hint actions={[actions.debrief]} />
      <Button look="quiet" className={styles.data} onClick={() => setDialog('data')}>
        {t('local')}
      </Button>
    </>,
  )
}

/** The sound of the check: read when it is first tested, silent when the page goes. */
function useSound() {
  const [sound, setSound] = useState(freshSound)
  const live = useRef<Sound | null>(sound)
  useEffect(() => {
    if (live.current === null) {
      // mounted again: the old one is silent for good
      live.current = freshSound()
      setSound(live.current)
    }
    return () => {
      live.current?.dispose()
      live.current = null
    }
  }, [])
  return sound
}

const freshSound = () =>
  lazySound(() => import('../sound/createSound.ts').then((part) => part.createSound))
