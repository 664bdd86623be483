/** The desk's map: the city, what the system shows, the trainee's mark and the units on their way. */
import { type KeyboardEvent, useId, useRef } from 'react'
import { toMetres } from './camera.ts'
import { keyDeed, ZOOM_STEP } from './gestures.ts'
import styles from './MapView.module.css'
import { useDescription } from './useDescription.ts'
import { type MapSettings, useMapGame, within } from './useMapGame.ts'
import { wording } from './wording.ts'

/**
 * Props: `model` gives the city and, on each `read()`, the state of now; `onPick` gets whole city metres of a click
 * or of Enter. The game is made anew only if the city changes. Without Phaser a calm note stands in its place.
 */
export function MapView(props: MapSettings) {
  const { model, onPick, lang } = props
  const host = useRef<HTMLDivElement>(null)
  const { phase, game, retry } = useMapGame(host, props)
  const description = useDescription(model, lang)
  const hint = useId()
  const words = wording(lang)

  const zoom = (factor: number) => {
    game.current?.scene.control.zoom(factor, null, true)
    game.current?.wake()
  }
  const home = () => {
    game.current?.scene.fit()
    game.current?.wake()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = event.ctrlKey || event.metaKey || event.altKey ? null : keyDeed(event.key)
    const control = game.current?.scene.control
    if (deed === null || control === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (deed.do === 'zoom') zoom(deed.factor)
    else if (deed.do === 'fit') home()
    else if (deed.do === 'pan') control.pan(deed.dx, deed.dy)
    else {
      const { width, height } = control.view
      const middle = { x: width / 2, y: height / 2 }
      onPick(within(model.city, toMetres(control.now, control.view, middle)))
    }
    game.current?.wake()
  }

  return (
    <div className={styles.map}>
      <div
        ref={host}
        className={styles.view}
        role="application"
        aria-label={words.label}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
      />
      <svg className={styles.cross} viewBox="0 0 26 26" aria-hidden="true">
        <path
          d="M13 1v8M13 17v8M1 13h8M17 13h8"
          stroke="currentColor"
          strokeWidth="2"
          fill="none"
        />
      </svg>
      {description !== '' && <div role="img" aria-label={description} className={styles.words} />}
      <p id={hint} className={styles.words}>
        {words.hint}
      </p>
      {phase === 'opening' && <p className={styles.note}>{words.opening}</p>}
      {phase === 'failed' && (
        <div className={styles.note} role="status">
          <p>{words.failed}</p>
          <button type="button" onClick={retry}>
            {words.retry}
          </button>
        </div>
      )}
      {phase === 'ready' && (
        <div className={styles.tools}>
          <Tool label={words.zoomIn} path="M8 2v12M2 8h12" onClick={() => zoom(ZOOM_STEP)} />
          <Tool label={words.zoomOut} path="M2 8h12" onClick={() => zoom(1 / ZOOM_STEP)} />
          <Tool
            label={words.fit}
            path="M8 1v3M8 12v3M1 8h3M12 8h3M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8"
            onClick={home}
          />
        </div>
      )}
    </div>
  )
}

function Tool({ label, path, onClick }: { label: string; path: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={path} stroke="currentColor" strokeWidth="1.6" fill="none" strokeLinecap="round" />
      </svg>
    </button>
  )
}
