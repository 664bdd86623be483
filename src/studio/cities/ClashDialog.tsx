import { type ReactNode, useCallback, useId, useState } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { scrollable } from '../proof/scrollable.ts'
import type { AskCities, CityChoice, Clash } from './arrivals.ts'
import { ChangeList } from './ChangeRow.tsx'
import styles from './Clash.module.css'

interface Asked {
  readonly clashes: readonly Clash[]
  readonly answer: (choices: readonly CityChoice[] | null) => void
}

/** Asks what is to become of cities that a file brings along; the dialog belongs on the page. */
export function useCityChoice(): { readonly ask: AskCities; readonly dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useCallback<AskCities>(
    (clashes) =>
      new Promise((resolve) => {
        const answer = (choices: readonly CityChoice[] | null) => {
          setAsked(null)
          resolve(choices)
        }
        setAsked({ clashes, answer })
      }),
    [],
  )
  return { ask, dialog: asked && <ClashDialog {...asked} /> }
}

/** The cities that differ from those here, one by one, each with what can be done about it. */
function ClashDialog({ clashes, answer }: Asked) {
  const t = useT('studio')
  const [choices, setChoices] = useState(() => clashes.map((): CityChoice => 'keep'))
  const choose = (index: number, choice: CityChoice) =>
    setChoices(choices.map((one, n) => (n === index ? choice : one)))
  return (
    <Dialog open wide onClose={() => answer(null)} title={t('cities.clash.title')}>
      <div className={styles.dialog}>
        <p>{t('cities.clash.about')}</p>
        <div ref={scrollable} className={styles.clashes}>
          {clashes.map((clash, index) => (
            <ClashPart
              key={`${clash.id} ${clash.here} ${clash.changes.length}`}
              clash={clash}
              choice={choices[index] ?? 'keep'}
              onChoose={(choice) => choose(index, choice)}
            />
          ))}
        </div>
        <div className={styles.go}>
          <Button look="primary" onClick={() => answer(choices)}>
            {t('cities.clash.take')}
          </Button>
          <Button onClick={() => answer(null)}>{t('cities.clash.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

interface ClashPartProps {
  readonly clash: Clash
  readonly choice: CityChoice
  readonly onChoose: (choice: CityChoice) => void
}

/** So many differences are listed. */
const MOST = 60

function ClashPart({ clash, choice, onChoose }: ClashPartProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const group = useId()
  const { id, title, here, changes, choices } = clash
  const hint = {
    keep: here === 'removed' ? 'keepRemovedHint' : 'keepHint',
    copy: 'copyHint',
    replace: 'replaceHint',
  } as const
  return (
    <fieldset className={styles.clash}>
      <legend>
        <b>{title[lang]}</b> <small className={styles.id}>{id}</small>
      </legend>
      <p className={styles.here}>{t(`cities.clash.${here}`)}</p>
      <div className={styles.choices}>
        {choices.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name={group}
              checked={one === choice}
              onChange={() => onChoose(one)}
            />
            <span>
              <b>{t(`cities.clash.${one}`)}</b>
              <small className={styles.hint}>{t(`cities.clash.${hint[one]}`)}</small>
            </span>
          </label>
        ))}
      </div>
      <details className={styles.changes}>
        <summary>{t('cities.clash.differs', { n: changes.length })}</summary>
        <ChangeList changes={changes} most={MOST} />
      </details>
    </fieldset>
  )
}
