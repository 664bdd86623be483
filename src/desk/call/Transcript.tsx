import { useEffect, useMemo, useRef } from 'react'
import type { Utterance } from '../../core/sim/view.ts'
import type { Written } from '../../ui/channel.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useSimTime } from '../runtime/useView.ts'
import { useChannel, useDesk, useDeskView, useWritten } from './deskContext.ts'
import { Spoken } from './Spoken.tsx'
import { TextLine } from './TextLine.tsx'
import styles from './Transcript.module.css'
import { textsAt } from './texting.ts'
import { span } from './words.ts'

/** Captions grow in steps of this many ms. */
const STEP_MS = 60

/** What was said so far with its time in the call; the caller's last line stands out and grows as it is spoken. */
export function Transcript() {
  const { talk } = useDeskView()
  const by = useWritten()
  return by ? <Texts by={by} /> : <Lines talk={talk} by={null} />
}

/** Texts come whole, each at its moment. */
function Texts({ by }: { readonly by: Written }) {
  const { runner } = useDesk()
  const { talk } = useDeskView()
  const now = useSimTime(runner, 200)
  const count = textsAt(talk, now).length
  const come = useMemo(() => talk.slice(0, count), [talk, count])
  return <Lines talk={come} by={by} />
}

interface LinesProps {
  readonly talk: readonly Utterance[]
  /** By what messages; null: by voice. */
  readonly by: Written | null
}

function Lines({ talk, by }: LinesProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const { line } = useDeskView()
  const channel = useChannel()
  const box = useRef<HTMLDivElement>(null)
  const last = talk.at(-1)
  const lastCaller = talk.findLast(({ who }) => who === 'caller')

  const empty = talk.length === 0
  useEffect(() => {
    const element = box.current
    if (!element || empty) return
    // what scrolls can be reached by keyboard
    element.tabIndex = 0
    // the end stays in view when the panels around take room or give it back
    const sizes = new ResizeObserver(() => toEnd(element))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [empty])
  useEffect(() => {
    if (box.current && last) toEnd(box.current)
  }, [last])

  return (
    <Panel aria-label={t(`by.${channel}.talk.label`)} className={styles.talk}>
      {empty ? (
        <p className={styles.none}>{t(`by.${channel}.talk.none`)}</p>
      ) : (
        <div ref={box} className={styles.scroll}>
          <ol className={styles.lines}>
            {talk.map((said) => {
              const one = { said, start: line.answeredAt ?? 0, current: said === lastCaller }
              return by ? (
                <TextLine key={said.n} by={by} {...one} />
              ) : (
                <Line key={said.n} {...one} />
              )
            })}
          </ol>
        </div>
      )}
      <div aria-live="polite">
        <VisuallyHidden>{lastCaller?.text[lang] ?? ''}</VisuallyHidden>
      </div>
    </Panel>
  )
}

function toEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight
}

interface LineProps {
  readonly said: Utterance
  /** Simulated ms of the answer: times in the call count from there. */
  readonly start: number
  /** The caller's last line. */
  readonly current: boolean
}

function Line({ said, start, current }: LineProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const mine = said.who === 'trainee'
  const channel = useChannel()
  const text = said.text[lang]
  const names = [styles.line, mine && styles.mine, current && styles.current]
  return (
    <li className={names.filter(Boolean).join(' ')}>
      <time>{span(said.from - start)}</time>
      <p>
        <VisuallyHidden>{mine ? t('talk.me') : t(`by.${channel}.caller`)}: </VisuallyHidden>
        {mine ? text : <Growing said={said} text={text} current={current} />}
      </p>
    </li>
  )
}

/** A caller line: cut ones end where they were cut, the current one grows. */
function Growing({ said, text, current }: { said: Utterance; text: string; current: boolean }) {
  const t = useT('desk')
  if (said.cutAt !== null) {
    const upTo = heard(said, text, said.cutAt)
    if (upTo >= text.length) return <Spoken text={text} />
    return (
      <>
        <Spoken text={`${text.slice(0, upTo)}——`} />
        <span className={styles.cut}>{t('talk.cut')}</span>
      </>
    )
  }
  return current ? <Live said={said} text={text} /> : <Spoken text={text} />
}

function Live({ said, text }: { said: Utterance; text: string }) {
  const { runner } = useDesk()
  const now = useSimTime(runner, STEP_MS)
  return <Spoken text={text} upTo={heard(said, text, now)} />
}

/** How many characters of a line are out at a moment. */
function heard(said: Utterance, text: string, now: number): number {
  if (now >= said.from + said.ms) return text.length
  return Math.max(0, Math.ceil((text.length * (now - said.from)) / said.ms))
}
