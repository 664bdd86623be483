import { useMemo, useState } from 'react'
import { explainedCity } from '../../core/city/catalogue.ts'
import type { CityDiagnostic } from '../../core/city/finder.ts'
import { joinRoad } from '../../core/city/joining.ts'
import { CITY_PATHS, LAYERS } from '../../core/city/texts.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from '../problems/Problems.module.css'
import { scrollable } from '../proof/scrollable.ts'
import own from './City.module.css'
import { type CityDesk, chosenOf, useCityDesk } from './desk.ts'

/** The same problem, told again after a change. */
export const signOf = ({ code, file, path }: CityDiagnostic): string => `${code} ${file} ${path}`

/** What is wrong with the city: a list, and beside it what the chosen one means and how to mend it. */
export function CityProblems() {
  const t = useT('studio')
  const desk = useCityDesk()
  const { diagnostics, isFresh } = desk.checked
  const [sign, setSign] = useState('')
  const chosen = diagnostics.find((one) => signOf(one) === sign) ?? null
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const pick = (one: CityDiagnostic) => {
    setSign(signOf(one))
    goTo(desk, one)
  }
  return (
    <div className={styles.panel} data-fresh={isFresh || undefined}>
      <div className={styles.side}>
        <p className={own.tally} role="status">
          {!desk.canEdit && <b>{t('cities.problems')} </b>}
          {diagnostics.length > 0
            ? t('cities.problemsOf', { errors, warnings: diagnostics.length - errors })
            : isFresh && (
                <>
                  <span className={own.fine}>
                    <Icon name="check" />
                  </span>{' '}
                  {t('cities.noProblems')}
                </>
              )}
          {!isFresh && ` ${t('cities.checking')}`}
        </p>
        <CityDiagnostics diagnostics={diagnostics} chosen={chosen} onPick={pick} />
      </div>
      <section ref={scrollable} aria-label={t('cities.how')} className={styles.detail}>
        {chosen ? (
          <Detail problem={chosen} onGo={() => goTo(desk, chosen)} />
        ) : (
          <p className={styles.hint}>{t('cities.chooseProblem')}</p>
        )}
      </section>
    </div>
  )
}

/** Chooses what a problem is about, and takes the map there. */
function goTo({ sketch, choose }: CityDesk, { file, feature, path }: CityDiagnostic): void {
  const layer = LAYERS.find((one) => CITY_PATHS[one] === file)
  const about = layer && feature !== null ? sketch.layers[layer][feature] : undefined
  const unit = /\.units\.(\d+)/.exec(path)?.[1]
  const one = about && unit !== undefined ? { unit: Number(unit) } : {}
  choose(about ? { ...chosenOf(about), ...one } : null, true)
}

export interface CityDiagnosticsProps {
  readonly diagnostics: readonly CityDiagnostic[]
  readonly chosen: CityDiagnostic | null
  readonly onPick: (problem: CityDiagnostic) => void
}

/** Problems one by one, the gravest first. */
export function CityDiagnostics({ diagnostics, chosen, onPick }: CityDiagnosticsProps) {
  const t = useT('studio')
  const lang = useLanguage()
  return (
    <ul className={styles.list} aria-label={t('cities.problems')}>
      {diagnostics.map((one) => {
        const { code, severity, file, feature, line, message } = one
        return (
          <li key={`${signOf(one)} ${message.en}`}>
            <button
              type="button"
              className={styles.row}
              aria-current={one === chosen || undefined}
              onClick={() => onPick(one)}
            >
              <span className={severity === 'error' ? styles.error : styles.warning}>
                <Icon name={severity === 'error' ? 'notice' : 'warn'} />
                <VisuallyHidden>
                  {severity === 'error' ? t('cities.error') : t('cities.warning')}
                </VisuallyHidden>
              </span>
              <code className={styles.code}>{code}</code>
              <span className={styles.message} title={message[lang]}>
                {message[lang]}
              </span>
              <span className={styles.place}>
                {file}
                {line > 1 && `:${line}`} ·{' '}
                {feature === null ? t('cities.wholeFile') : t('cities.feature', { n: feature + 1 })}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Detail({
  problem,
  onGo,
}: {
  readonly problem: CityDiagnostic
  readonly onGo: () => void
}) {
  const t = useT('studio')
  const lang = useLanguage()
  const { sketch, canEdit, edit, around } = useCityDesk()
  const about = explainedCity(problem.code)
  const layer = LAYERS.find((one) => CITY_PATHS[one] === problem.file)
  const feature = layer && problem.feature !== null ? sketch.layers[layer][problem.feature] : null
  const at = feature?.shape === 'point' ? feature.rings[0]?.[0] : undefined
  // what names the wrong district or road gets those that it lies at
  const canFill = canEdit && at && ['CT014', 'CT024', 'CT029'].includes(problem.code)
  const join = useMemo(
    () =>
      canEdit && feature && ['CT020', 'CT021'].includes(problem.code)
        ? joinRoad(sketch, feature)
        : null,
    [canEdit, feature, problem.code, sketch],
  )
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{about?.title[lang] ?? problem.code}</h2>
        <span className={styles.acts}>
          {join && feature && (
            <Button
              look="primary"
              onClick={() =>
                edit({ zh: `接上“${feature.name.zh}”`, en: `join '${feature.name.en}'` }, join)
              }
            >
              {t('cities.join')}
            </Button>
          )}
          {canFill && feature && (
            <Button
              look="primary"
              onClick={() =>
                edit(
                  {
                    zh: `“${feature.name.zh}”：按位置填区和路`,
                    en: `'${feature.name.en}': district and road by position`,
                  },
                  {
                    kind: 'set',
                    layer: feature.layer,
                    index: feature.index,
                    properties: around(at),
                  },
                )
              }
            >
              {t('cities.byPlace')}
            </Button>
          )}
          {feature && <Button onClick={onGo}>{t('cities.go')}</Button>}
        </span>
      </div>
      <p>{problem.message[lang]}</p>
      {about && (
        <p>
          <b>{t('cities.why')}</b> {about.why[lang]}
        </p>
      )}
      <p>
        <b>{t('cities.how')}</b> {problem.fix[lang]}
      </p>
    </>
  )
}
