import { useEffect, useMemo, useRef, useState } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { t as translate, useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './SoundCheck.module.css'
import { runSoundTest, type SoundTestState } from './soundTest.ts'
import type { Sound, SoundCheckResult, VoiceLine } from './types.ts'
import { VoiceTrace } from './VoiceTrace.tsx'

const TONE: Record<SoundTestState, string | undefined> = {
  untested: styles.untested,
  ringing: styles.running,
  speaking: styles.running,
  ready: styles.ready,
  blocked: styles.blocked,
}

/**
 * The sound check: rings, says a sentence, and tells what was heard and through what. The test is also the
 * click that lets the browser play sound. Needs the texts of `sound`.
 */
export function SoundCheck({ sound }: { readonly sound: Sound }) {
  const t = useT('sound')
  const lang = useLanguage()
  const [state, setState] = useState<SoundTestState>('untested')
  const [found, setFound] = useState<SoundCheckResult | null>(null)
  const busy = useRef(false)
  const mounted = useRef(true)

  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
      sound.ring(false)
      sound.stopSpeaking()
    }
  }, [sound])

  const actions = useMemo<readonly Action[]>(
    () => [
      {
        id: 'sound.test',
        label: 'sound:test',
        keys: ['S'],
        perform: () => {
          if (busy.current) return
          busy.current = true
          const tell = (next: SoundTestState) => {
            if (mounted.current) setState(next)
          }
          void runSoundTest(sound, testLine(lang), tell)
            .then(({ check }) => {
              if (mounted.current) setFound(check)
            })
            .finally(() => {
              busy.current = false
            })
        },
      },
    ],
    [sound, lang],
  )
  useActions(actions)
  const [test] = actions

  return (
    <Panel
      title={t('title')}
      beside={
        <span className={TONE[state]} role="status">
          {state === 'ready' && <Icon name="check" />}
          {state === 'blocked' && <Icon name="mute" />}
          {t(`state.${state}`)}
        </span>
      }
      aside={
        test && (
          // its name is what is written on it
          <ActionButton action={test} aria-label={undefined} title={undefined}>
            <Icon name="play" />
            {t('test')}
          </ActionButton>
        )
      }
    >
      <VoiceTrace sound={sound} tone="calm" height={26} />
      {state === 'blocked' && <p className={styles.note}>{t('blockedHelp')}</p>}
      {found === null && state !== 'blocked' && <p className={styles.note}>{t('hint')}</p>}
      {found !== null && state !== 'blocked' && (
        <dl className={styles.facts}>
          <dt>{t('output')}</dt>
          <dd>{found.outputName ?? t('outputDefault')}</dd>
          <dt>{t('latency')}</dt>
          <dd>
            {found.latencyMs === null
              ? t('latencyUnknown')
              : t('latencyMs', { ms: found.latencyMs })}
          </dd>
          <dt>{t('voice')}</dt>
          <dd>
            {found.voices[lang] === 0
              ? t('noVoice', { language: t(`languages.${lang}`) })
              : t('voices', found.voices)}
          </dd>
        </dl>
      )}
    </Panel>
  )
}

/** The sentence of the test, in the language of the interface. */
function testLine(lang: 'zh' | 'en'): VoiceLine {
  const text = translate('sound:testLine')
  const base = { id: 'sound-test', gender: 'female', age: 'adult', rate: 1, mood: 20 } as const
  return { ...base, text, lang, ms: 2600 }
}
