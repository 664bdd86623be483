import { useEffect, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { readSetting, writeSetting } from '../../ui/settings.ts'
import { type Device, listMicrophones } from './microphone.ts'
import styles from './Voice.module.css'

/** The setting that remembers which microphone was chosen; empty: the system's own choice. */
export const DEVICE = 'studio.microphone'

/** Which microphone is recorded from. `disabled`: while one is in use. */
export function DevicePicker({ disabled }: { readonly disabled: boolean }) {
  const t = useT('studio')
  const [devices, setDevices] = useState<readonly Device[]>([])
  const [chosen, setChosen] = useState(() => readSetting(DEVICE) ?? '')
  // names are told only once a microphone was allowed: asked again after each use
  useEffect(() => {
    let current = true
    const list = (): void =>
      void listMicrophones().then((found) => {
        if (current) setDevices(found)
      })
    if (!disabled) list()
    const all: MediaDevices | undefined = navigator.mediaDevices
    all?.addEventListener('devicechange', list)
    return () => {
      current = false
      all?.removeEventListener('devicechange', list)
    }
  }, [disabled])
  const known = devices.filter(({ id }) => id !== 'default')
  return (
    <select
      className={styles.device}
      aria-label={t('voice.device')}
      title={t('voice.device')}
      value={known.some(({ id }) => id === chosen) ? chosen : ''}
      disabled={disabled}
      onChange={({ target }) => {
        setChosen(target.value)
        writeSetting(DEVICE, target.value)
      }}
    >
      <option value="">{t('voice.systemDevice')}</option>
      {known.map(({ id, name }, index) => (
        <option key={id} value={id}>
          {name || t('voice.nthDevice', { n: index + 1 })}
        </option>
      ))}
    </select>
  )
}
