/** Phaser's game around the map's scene: made, sized, put to sleep and ended here. Loaded only with the map. */
import Phaser from 'phaser'
import type { Size } from './geometry.ts'
import type { NameLook } from './nameWriter.ts'
import { MapScene, type SceneOptions } from './scene.ts'

/** A standing map is looked at this often, to see whether it still stands. */
const WATCH_MS = 200
/** Frames drawn after the last change before the map sleeps. */
const REST_FRAMES = 20

/** Names by which graphics drivers that compute in software give themselves away. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|warp/i

/**
 * Whether WebGL runs on a graphics card here. Done in software it is far slower than the 2D canvas at what a map needs
 * (measured: 13 against 60 frames a second with 300 units at 1100×950), so then Phaser's canvas renderer draws.
 */
function hasFastGl(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const gl = canvas.getContext('webgl', { failIfMajorPerformanceCaveat: true })
    if (gl === null) return false
    const info = gl.getExtension('WEBGL_debug_renderer_info')
    const name: unknown = info === null ? '' : gl.getParameter(info.UNMASKED_RENDERER_WEBGL)
    gl.getExtension('WEBGL_lose_context')?.loseContext()
    return !SOFTWARE.test(String(name))
  } catch {
    return false
  }
}

/** Phaser's settings, shared with the bench's bare scene so that the two can be compared. */
export function gameConfig(
  parent: HTMLElement,
  view: Size,
  ratio: number,
  background: string,
): Phaser.Types.Core.GameConfig {
  return {
    type: hasFastGl() ? Phaser.WEBGL : Phaser.CANVAS,
    parent,
    backgroundColor: background,
    banner: false,
    autoFocus: false,
    disableContextMenu: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false, windowEvents: false },
    // Everything drawn is a picture with smooth edges of its own: multisampling would only cost.
    render: {
      antialias: true,
      antialiasGL: false,
      roundPixels: false,
      powerPreference: 'low-power',
    },
    scale: {
      mode: Phaser.Scale.NONE,
      width: Math.round(view.width * ratio),
      height: Math.round(view.height * ratio),
      zoom: 1 / ratio,
    },
  }
}

/**
 * Ends a game that has drawn at least once: its canvas leaves the page at once, the rest goes in Phaser's next frame,
 * for which a sleeping game is woken. Tidies what Phaser leaves behind: a tile sprite whose canvas stays in Phaser's
 * pool and holds the whole game, and two handlers of the window.
 */
export function endGame(game: Phaser.Game): void {
  game.textures.tileSprite.destroy()
  game.destroy(true)
  game.loop.wake()
  game.canvas.remove()
  window.onblur = null
  window.onfocus = null
}

export interface MapGame {
  readonly scene: MapScene
  /** Phaser's own, for measuring. */
  readonly phaser: Phaser.Game
  /** Draws at least the next frames: something was done to the camera. */
  wake(): void
  setLook(look: NameLook, reducedMotion: boolean): void
  setView(view: Size): void
  /** Ends the game; its canvas leaves the page at once, the rest by Phaser's next frame. */
  destroy(): void
}

/** Starts a game in `parent`. Throws, or later calls `options.failed`, if this browser can't draw it. */
export function startMap(parent: HTMLElement, options: SceneOptions): MapGame {
  const scene = new MapScene(options)
  const { view, ratio, look } = options
  const game = new Phaser.Game({
    ...gameConfig(parent, view, ratio, look.palette.beyond),
    scene,
  })
  let ended = false
  let booted = false
  let rest = 0
  let lastKey = ''

  game.events.once(Phaser.Core.Events.READY, () => {
    game.canvas.setAttribute('aria-hidden', 'true')
    game.canvas.style.display = 'block'
  })

  const wake = () => {
    rest = 0
    if (!ended && booted) game.loop.wake()
  }

  game.events.on(Phaser.Core.Events.POST_RENDER, () => {
    booted = true
    if (ended) {
      endGame(game)
      return
    }
    rest++
    if (rest < REST_FRAMES) return
    const seen = scene.peek()
    rest = 0
    if (seen?.moving === true) return
    lastKey = seen?.key ?? ''
    game.loop.sleep()
  })

  const watch = window.setInterval(() => {
    if (!booted || game.loop.running) return
    const seen = scene.peek()
    if (seen !== null && (seen.moving || seen.key !== lastKey)) wake()
  }, WATCH_MS)

  function destroy(): void {
    if (ended) return
    ended = true
    window.clearInterval(watch)
    // A game that is still starting can't be ended yet: it ends itself after its first frame.
    if (booted) endGame(game)
    else game.canvas?.remove()
  }

  return {
    scene,
    phaser: game,
    wake,
    setLook(next, reducedMotion) {
      scene.setLook(next, reducedMotion)
      wake()
    },
    setView(next) {
      game.scale.resize(Math.round(next.width * ratio), Math.round(next.height * ratio))
      scene.setView(next)
      wake()
    },
    destroy,
  }
}
